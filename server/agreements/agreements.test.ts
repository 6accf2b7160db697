import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCustomer, newMaker } from '../../tools/test/devices.ts';
import { newMember } from '../../tools/test/members.ts';
import { codeOf, newColleague, siteOf, everybodysPassword, type Colleague } from '../../tools/test/organizations.ts';
import { writeVersion } from '../../tools/test/policies.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { insideId } from '../kernel/ids.ts';
import { endUser } from '../organizations/members/end-user.ts';

const first = '2026-11-01';
const next = '2026-12-01';
/** The day in Tokyo on which the next version begins to count. */
const nextAt = new Date('2026-11-30T15:00:00Z');

type Agreed = { user: { id: string; name: string; loginId: string; state: string } } & Record<string, unknown>;
type Shown = { document: string; owing: number | null; versions: Record<string, unknown>[] } & Record<string, unknown>;

let server: TestServer;
let operator: Colleague;

/** A server whose site has another version of its terms from December on. */
beforeAll(async () => {
  server = await startTestServer({
    startAt: new Date('2026-11-20T01:00:00Z'),
    moreSites: {
      [sixthSite]: async (folder) => {
        await writeSixthSite(folder);
        await writeVersion(folder, 'terms', next);
      },
    },
  });
  operator = await newMaker(server, sixthSite);
});
afterAll(() => server.close());

const read = async (who: Colleague, query = '') => {
  const answer = await who.call('GET', `${who.path}/agreements?document=terms&pageSize=100${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as { total: number; items: Agreed[] };
};
const named = (text: string) => `&text=${encodeURIComponent(text)}`;
async function terms(who: Colleague): Promise<Shown> {
  const { body } = await who.call('GET', `${who.path}/site-documents`);
  const shown = (body.items as Shown[]).find(({ document }) => document === 'terms');
  if (!shown) throw new Error('no terms');
  return shown;
}
let people = 0;
const newcomer = async () => {
  people += 1;
  const mail = `newcomer${people}@example.jp`;
  await newMember(server, { site: sixthSite, mail, loginId: mail, password: everybodysPassword, agreed: false });
  return mail;
};

describe('P-26 the documents of a site and who agreed to them', () => {
  test('every version with its day, who agreed and who has to; the maker’s own people never have to', async () => {
    const customer = await newCustomer(server, '見本商会', sixthSite);
    const mail = await newcomer();
    const shown = await terms(operator);
    expect(shown).toMatchObject({ met: ['before-form'], agreedToBy: 'people', owing: 1 });
    expect(shown.versions).toEqual([
      { version: next, state: 'coming', languages: ['ja', 'en'], agreed: 0 },
      { version: first, state: 'in-force', languages: ['ja', 'en'], agreed: (await read(operator)).total },
    ]);
    expect(await read(operator, named(customer.mail))).toMatchObject({
      total: 1,
      items: [
        {
          user: { id: customer.id, loginId: customer.loginId, state: 'here' },
          organization: { id: customer.organization, name: '見本商会' },
          version: first,
          agreedAt: '2026-11-20T01:00:00.000Z',
        },
      ],
    });
    expect(await read(operator, '&state=owing')).toMatchObject({
      total: 1,
      items: [{ user: { loginId: mail }, version: null, agreedAt: null }],
    });
    const file = await operator.call(
      'GET',
      `${operator.path}/exports/agreements?format=csv&language=en&document=terms&state=owing`,
    );
    expect(file.text).toMatch(new RegExp(`Terms of use,${first},見本 花子,${mail},見本商事,In use,\r\n$`));
  });

  test('is looked for by name, organization, version and day, in the order that is asked for', async () => {
    const [one, two] = [
      await newCustomer(server, '見本いろは', sixthSite),
      await newCustomer(server, '見本いろは', sixthSite),
    ];
    const ids = async (query: string) =>
      (await read(operator, named('見本いろは') + query)).items.map(({ user }) => user.id);
    expect((await ids('')).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(await ids(`&version=${next}`)).toEqual([]);
    expect(await ids('&until=2026-11-19')).toEqual([]);
    expect((await ids('&from=2026-11-20&until=2026-11-20')).length).toBe(2);
    expect((await ids('&sort=-organization')).length).toBe(2);
    expect(await ids('&state=owing')).toEqual([]);
    expect((await operator.call('GET', `${operator.path}/agreements?document=manual`)).body.total).toBe(0);
    expect((await operator.call('GET', `${operator.path}/agreements?document=others`)).status).toBe(400);
    expect((await operator.call('GET', `${operator.path}/agreements`)).status).toBe(400);
  });

  test('who left stays in it, without the ID that is free again; of who was erased nothing is told', async () => {
    const customer = await newCustomer(server, '見本にほへ', sixthSite);
    const leaver = await newColleague(server, customer.organization, 'member');
    const { app } = server;
    const now = app.clock.now();
    await app.db.transaction().execute((tx) => endUser(tx, sixthSite, insideId(leaver.id), now));
    const [left] = (await read(operator, named(leaver.mail))).items;
    expect(left).toMatchObject({
      user: { id: leaver.id, name: leaver.mail && '見本 member', loginId: '', state: 'left' },
    });
    const before = (await read(operator)).total;
    await app.db.transaction().execute((tx) => erasePerson(tx, siteOf(server), insideId(leaver.id), now));
    expect(await read(operator, named(leaver.mail))).toMatchObject({ total: 0 });
    const { items, total } = await read(operator);
    expect(total).toBe(before);
    expect(items.find(({ user }) => user.id === leaver.id)?.user).toMatchObject({
      name: '',
      loginId: '',
      state: 'erased',
    });
  });

  test('is for operators of its site alone', async () => {
    const customer = await newCustomer(server, '見本商会', sixthSite);
    for (const path of [
      'agreements?document=terms',
      'site-documents',
      'exports/agreements?document=terms&format=csv',
    ]) {
      expect(codeOf(await customer.call('GET', `${customer.path}/${path}`))).toBe('platform/not-permitted');
      expect((await customer.call('GET', `${operator.path}/${path}`)).status).toBe(404);
    }
    const elsewhere = await newMaker(server, 'ups');
    expect(
      (await elsewhere.call('GET', `${elsewhere.path}/agreements?document=terms${named(customer.mail)}`)).body,
    ).toMatchObject({
      total: 0,
    });
  });

  // Moves the clock, which ends sessions: the last one.
  test('a new version is to be agreed to by all from its day on, and each who does is counted', async () => {
    const mail = await newcomer();
    server.clock.move(nextAt.getTime() - server.clock.now().getTime());
    const fresh = await newMaker(server, sixthSite);
    const before = await terms(fresh);
    expect(before.versions).toMatchObject([
      { version: next, state: 'in-force' },
      { version: first, state: 'former' },
    ]);
    expect(before.owing).toBe((await read(fresh, '&state=owing')).total);
    const customer = await newCustomer(server, '見本とちり', sixthSite);
    expect((await terms(fresh)).owing).toBe(before.owing);
    expect((await read(fresh, `&version=${next}${named(customer.mail)}`)).total).toBe(1);
    expect((await read(fresh, `&state=owing${named(mail)}`)).total).toBe(1);
    const someone = await newCustomer(server, '見本ぬるを', sixthSite);
    await someone.call('DELETE', '/session');
    await someone.call('POST', '/session', { loginId: mail, password: everybodysPassword });
    const agreed = await someone.call('POST', '/consents', { agreed: [{ document: 'terms', version: next }] });
    expect(agreed.status).toBe(204);
    expect((await terms(fresh)).owing).toBe((before.owing ?? 0) - 1);
    expect((await read(fresh, `&state=owing${named(mail)}`)).total).toBe(0);
  });
});
