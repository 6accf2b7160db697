import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultsOf } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf, newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { person, type Answer } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { newOf } from '../../tools/test/transfers.ts';
import { after, daysMs, hoursMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';
import { linksPerAddressMax, linksPerHourMax } from './sendings.ts';

let server: TestServer;
let owner: Colleague;
let made = 0;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
beforeEach(async () => {
  owner = await newOf(server, 'dealer', '見本電設', gatewaySite);
});
afterAll(() => server.close());

/** An address that nobody has. */
function fresh(): string {
  made += 1;
  return `hoshu${made}@example.jp`;
}

const list = (who = owner) => who.call('GET', `${who.path}/maintenance-addresses`);

async function put(mails: readonly (string | { mail: string; language: string })[], who = owner): Promise<Answer> {
  const version = { 'if-match': String((await list(who)).headers.get('etag')) };
  const addresses = mails.map((one) => (typeof one === 'string' ? { mail: one, language: 'ja' } : one));
  return who.call('PUT', `${who.path}/maintenance-addresses`, { addresses }, version);
}

/** The token of the nth link that was mailed to an address. */
async function tokenTo(mail: string, nth = 1): Promise<string> {
  const links = () => server.mail.mails.filter((one) => one.to === mail && one.text.includes('/maintenance-address#'));
  await server.mail.waitFor((one) => one.to === mail && links().length >= nth);
  return /\/maintenance-address#(\S+)/.exec(links()[nth - 1]?.text ?? '')?.[1] ?? '';
}

const visitor = () => person(server.url, gatewaySite);
const prove = (token: string) => visitor().call('POST', '/maintenance-addresses/prove', { token });
const check = (token: string) => visitor().call('POST', '/maintenance-addresses/check', { token });

/** Where mails about alarms go, as other capabilities are told. */
async function receivers(who = owner): Promise<string[]> {
  const { rows } = await sql<{ address: string; language: string }>`
    select address, language from v_maintenance_addresses
    where site_id = ${gatewaySite} and organization_id = ${insideId(who.organization)}::uuid order by address`.execute(
    server.app.db,
  );
  return rows.map(({ address, language }) => `${address} ${language}`);
}

test('E-02 without any address the mails go to the account’s own, and the answer says so', async () => {
  expect((await list()).body).toEqual({ items: [], receivers: [owner.mail], toAccount: true, max: 5 });
  expect(await receivers()).toEqual([`${owner.mail} ja`]);
});

test('E-02 an address gets mails about alarms once its link is opened, and then the account’s own gets none', async () => {
  const mail = fresh();
  const events = await eventsCausedBy(server.app, async () => {
    const answer = await put([{ mail: ` ${mail.toUpperCase()} `, language: 'en' }]);
    expect(answer.body).toMatchObject({ items: [{ language: 'en', state: 'waiting' }], toAccount: true });
    const shown = String((answer.body.items as { mail: string }[])[0]?.mail);
    expect(await receivers()).toEqual([`${owner.mail} ja`]);
    const token = await tokenTo(shown);
    expect((await check(token)).body).toEqual({
      mail: shown,
      organization: '見本電設',
      expiresAt: '2026-11-27T15:00:00.000Z',
    });
    expect((await check(token)).status).toBe(200);
    expect(await receivers()).toEqual([`${owner.mail} ja`]);
    expect((await prove(token)).body).toEqual({ mail: shown, organization: '見本電設' });
    expect(await receivers()).toEqual([`${shown} en`]);
    expect(codeOf(await prove(token))).toBe('maintenance-addresses/link-invalid');
  });
  expect(events).toEqual(['maintenance-addresses.changed', 'maintenance-addresses.proved']);
  expect((await list()).body).toMatchObject({ items: [{ state: 'proved', expiresAt: null }], toAccount: false });
});

test('E-02 the account’s address hears of a change, the address itself gets its link in its language, and nobody else anything', async () => {
  const mail = fresh();
  await put([{ mail, language: 'en' }]);
  const told = await server.mail.waitFor((one) => one.to === owner.mail && one.subject.includes('保守担当者'));
  expect(told.text).toContain('・h***@example.jp: 追加');
  expect(told.text).not.toContain(mail);
  const link = await server.mail.waitFor((one) => one.to === mail);
  expect(link.subject).toContain('Please confirm this address');
  expect(link.text).toContain('見本電設');
});

test('E-02 five addresses, each once: a sixth and a repeated one are refused at their fields, and nothing is stored', async () => {
  const mails = Array.from({ length: 5 }, fresh);
  expect((await put(mails)).status).toBe(200);
  const more = await put([...mails, fresh()]);
  expect(faultsOf(more)).toEqual(['/addresses/5/mail maintenance-addresses/too-many']);
  const twice = await put([mails[0] ?? '', '', `ＨＯＳＨＵ${made - 5}@EXAMPLE.jp`, 'x@']);
  expect(faultsOf(twice)).toEqual([
    '/addresses/2/mail maintenance-addresses/repeated',
    '/addresses/3/mail identifiers/mail-address',
  ]);
  expect((await list()).body.items).toHaveLength(5);
});

test('E-02 what is taken out gets no more: who was proved is told, who was not is left alone, and its link is dead', async () => {
  const [proved, waiting, kept] = [fresh(), fresh(), fresh()];
  await put([proved, waiting, kept]);
  const [first, second] = [await tokenTo(proved), await tokenTo(waiting)];
  await prove(first);
  const events = await eventsCausedBy(server.app, async () => {
    expect((await put([kept])).status).toBe(200);
  });
  expect(events).toEqual(['maintenance-addresses.changed']);
  await server.mail.waitFor((one) => one.to === proved && one.subject.includes('送付を終了'));
  await server.mail.waitFor((one) => one.to === owner.mail && one.text.includes('削除'));
  expect(server.mail.mails.filter((one) => one.to === waiting)).toHaveLength(1);
  expect(codeOf(await prove(second))).toBe('maintenance-addresses/link-invalid');
  expect(await receivers()).toEqual([`${owner.mail} ja`]);
  expect((await list()).body.items).toMatchObject([{ mail: kept }]);
});

test('E-02 a link is good to the end of the seventh day; another one takes its place, and only the newest counts', async () => {
  const mail = fresh();
  const { body } = await put([mail]);
  const id = String((body.items as { id: string }[])[0]?.id);
  const first = await tokenTo(mail);
  const again = (who: Colleague) => who.call('POST', `${who.path}/maintenance-addresses/${id}/again`);
  expect((await again(owner)).status).toBe(204);
  const second = await tokenTo(mail, 2);
  expect([codeOf(await check(first)), (await check(second)).status]).toEqual([
    'maintenance-addresses/link-invalid',
    200,
  ]);
  server.clock.move(8 * daysMs);
  const colleague = await newColleague(server, owner.organization, 'manager', { siteId: gatewaySite });
  expect(codeOf(await check(second))).toBe('maintenance-addresses/link-invalid');
  expect((await list(colleague)).body.items).toMatchObject([{ state: 'over' }]);
  expect((await again(colleague)).status).toBe(204);
  expect((await prove(await tokenTo(mail, 3))).status).toBe(200);
  expect(codeOf(await again(colleague))).toBe('maintenance-addresses/proved-already');
  const other = await newOf(server, 'dealer', '別電設', gatewaySite);
  expect((await other.call('POST', `${other.path}/maintenance-addresses/${id}/again`)).status).toBe(404);
});

test('E-02 an address is not pestered, nor does one organization write to half the world', async () => {
  const mail = fresh();
  const { body } = await put([mail]);
  const id = String((body.items as { id: string }[])[0]?.id);
  const again = () => owner.call('POST', `${owner.path}/maintenance-addresses/${id}/again`);
  const answers = [];
  for (let times = 1; times <= linksPerAddressMax; times += 1) answers.push((await again()).status);
  expect(answers).toEqual([...Array<number>(linksPerAddressMax - 1).fill(204), 429]);
  const other = await newOf(server, 'customer', '見本 花子', gatewaySite);
  expect((await put([mail], other)).status).toBe(429);
  for (let sent = 0; sent < linksPerHourMax; sent += 5)
    expect((await put(Array.from({ length: 5 }, fresh), other)).status).toBe(200);
  expect((await put([fresh()], other)).status).toBe(429);
  server.clock.move(hoursMs + 1_000);
  const later = await newColleague(server, other.organization, 'owner', { siteId: gatewaySite });
  expect((await put([fresh()], later)).status).toBe(200);
});

test('E-02 two who change at once do not undo each other; the same again changes nothing and mails nobody', async () => {
  const [one, two] = [fresh(), fresh()];
  const version = { 'if-match': String((await list()).headers.get('etag')) };
  const body = (mail: string) => ({ addresses: [{ mail, language: 'ja' }] });
  const path = `${owner.path}/maintenance-addresses`;
  const both = await Promise.all([one, two].map((mail) => owner.call('PUT', path, body(mail), version)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const [{ mail }] = (await list()).body.items as [{ mail: string }];
  expect(await eventsCausedBy(server.app, async () => expect((await put([mail])).status).toBe(200))).toEqual([]);
});

test('E-02 members look, owners and managers change; an organization that closed gets nothing', async () => {
  const mail = fresh();
  await put([mail]);
  await prove(await tokenTo(mail));
  const [member, viewer] = [
    await newColleague(server, owner.organization, 'member', { siteId: gatewaySite }),
    await newColleague(server, owner.organization, 'viewer', { siteId: gatewaySite }),
  ];
  expect([(await list(member)).status, (await list(viewer)).status]).toEqual([200, 403]);
  expect((await put([], member)).status).toBe(403);
  await sql`update organizations set closed_at = ${after(server.app.clock.now(), -1)} where id = ${insideId(owner.organization)}::uuid`.execute(
    server.app.db,
  );
  expect(await receivers()).toEqual([]);
});

test.each(['', 'x', '../../maintenance', 'A'.repeat(43)])(
  'E-02 the token "%s" reads like a link that is over',
  async (token) => {
    expect([codeOf(await check(token)), codeOf(await prove(token))]).toEqual(
      Array(2).fill('maintenance-addresses/link-invalid'),
    );
  },
);
