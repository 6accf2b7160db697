import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audited } from '../../../tools/test/audit.ts';
import { newCustomer } from '../../../tools/test/devices.ts';
import { allMailed } from '../../../tools/test/mails.ts';
import {
  codeOf,
  newColleague,
  newOrganization,
  newOwner,
  siteOf,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { erasePerson } from '../../accounts/account-data/erase-person.ts';
import { insideId } from '../../kernel/ids.ts';
import { retryWaitsMs } from '../worker.ts';

const site = 'ups';
let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
  operator = await newColleague(server, await newOrganization(server, 'maker', '見本製作所', site), 'owner', {
    siteId: site,
  });
});
afterAll(() => server.close());

type Mail = { id: string; state: string; recipient: string; account: { id: string } | null; tries: number } & Record<
  string,
  unknown
>;
async function listed(who: Colleague, text = '', query = ''): Promise<Mail[]> {
  const answer = await who.call('GET', `${who.path}/failed-mails?text=${encodeURIComponent(text)}${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.items as Mail[];
}
const again = (who: Colleague, { id }: Pick<Mail, 'id'>) =>
  who.call('POST', `${who.path}/failed-mails/${id}/hand-over`);

/** A password reset whose mail is answered so, as the operators are shown it. */
async function refused(owner: Colleague, responseCode: number): Promise<Mail> {
  server.mail.answerWith(responseCode);
  const asked = await owner.create('/password-resets', { account: owner.mail });
  expect(asked.status).toBeLessThan(300);
  await expect.poll(async () => (await listed(operator, owner.mail)).length).toBe(1);
  server.mail.answerWith(null);
  const [mail] = await listed(operator, owner.mail);
  if (!mail) throw new Error('not listed');
  return mail;
}

describe('P-26 mails that could not be handed over', () => {
  test('are listed with account, subject, what the server said and how often it was tried', async () => {
    const owner = await newCustomer(server);
    const mail = await refused(owner, 550);
    expect(mail).toMatchObject({
      state: 'given-up',
      recipient: owner.mail,
      account: { id: owner.id, loginId: owner.loginId, name: '見本 owner' },
      about: 'password-reset.asked',
      subject: expect.stringMatching(/パスワード/),
      answer: expect.stringContaining('550'),
      tries: 1,
      nextTryAt: null,
    });
    expect(await listed(operator, owner.mail, '&state=given-up')).toHaveLength(1);
    // On the operators' home page as well, as many as the list has (P-38).
    const needs = await operator.call('GET', `${operator.path}/needs`);
    const all = await operator.call('GET', `${operator.path}/failed-mails?state=given-up`);
    expect(needs.body['items']).toContainEqual({
      kind: 'mails-failed',
      urgency: 'soon',
      count: all.body['total'],
      countCapped: false,
    });
    expect((await owner.call('GET', `${owner.path}/needs`)).text).not.toContain('mails-failed');
    expect(await listed(operator, owner.mail, '&state=waiting')).toEqual([]);
    expect(await listed(operator, owner.mail, '&until=2026-01-01')).toEqual([]);
    expect(await listed(operator, owner.mail, '&from=2026-01-01&sort=-tries')).toHaveLength(1);
    const file = await operator.call(
      'GET',
      `${operator.path}/exports/failed-mails?format=csv&language=en&text=${encodeURIComponent(owner.mail)}`,
    );
    expect(file.text).toContain(owner.mail);
    expect(file.text).toMatch(/550[^\r]*,1,Given up,/);
  });

  test('one that is taken at the first or a later try is not among them any more', async () => {
    const owner = await newCustomer(server);
    expect(await refused(owner, 451)).toMatchObject({ state: 'waiting', tries: 1, nextTryAt: expect.any(String) });
    server.clock.move(retryWaitsMs[0] ?? 0);
    await server.mail.waitFor(({ to }) => to === owner.mail);
    await allMailed(server);
    expect(await listed(operator, owner.mail)).toEqual([]);
  });
});

describe('P-26 handing over again', () => {
  test('sends it once, however often it is asked for, and stands in the audit log once', async () => {
    const owner = await newCustomer(server);
    const mail = await refused(owner, 550);
    expect((await Promise.all([1, 2, 3].map(() => again(operator, mail)))).map(({ status }) => status)).toEqual([
      204, 204, 204,
    ]);
    await server.mail.waitFor(({ to }) => to === owner.mail);
    await allMailed(server);
    expect((await again(operator, mail)).status).toBe(204);
    await allMailed(server);
    const [sent, ...more] = server.mail.mails.filter(({ to }) => to === owner.mail);
    expect(more).toEqual([]);
    expect(sent?.messageId).toBe(`<${insideId(mail.id)}@localhost>`);
    expect(await listed(operator, owner.mail)).toEqual([]);
    await audited(server);
    const { body } = await operator.call('GET', `${operator.path}/audit?object=${mail.id}&kind=mail.handed-again`);
    expect(body.items).toMatchObject([{ by: { user: { id: operator.id } }, subject: { kind: 'mail' } }]);
  });

  test('counts on, and gives it all its tries anew', async () => {
    const owner = await newCustomer(server);
    const mail = await refused(owner, 550);
    server.mail.answerWith(451);
    expect((await again(operator, mail)).status).toBe(204);
    const shown = async () => (await listed(operator, owner.mail))[0];
    await expect.poll(shown).toMatchObject({ state: 'waiting', tries: 2, answer: expect.stringContaining('451') });
    server.mail.answerWith(null);
    expect((await again(operator, mail)).status).toBe(204);
    await server.mail.waitFor(({ to }) => to === owner.mail);
  });
});

describe('P-26 who sees them', () => {
  test('operators of that site alone; those who may not change accounts only look', async () => {
    const owner = await newCustomer(server);
    const mail = await refused(owner, 550);
    const [helper, viewer] = await Promise.all(
      (['member', 'viewer'] as const).map((role) =>
        newColleague(server, operator.organization, role, { siteId: site }),
      ),
    );
    if (!helper || !viewer) throw new Error('nobody');
    expect(await listed(helper, owner.mail)).toHaveLength(1);
    for (const someone of [viewer, owner]) {
      const answer = await someone.call('GET', `${someone.path}/failed-mails`);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'platform/not-permitted']);
      expect(answer.text).not.toContain(owner.mail);
    }
    for (const someone of [helper, viewer, owner])
      expect(codeOf(await again(someone, mail))).toBe('platform/not-permitted');
    const elsewhere = await newOwner(server, 'maker');
    expect(await listed(elsewhere, owner.mail)).toEqual([]);
    const theirs = await again(elsewhere, mail);
    const nobodys = await again(elsewhere, { id: `mal_${insideId(owner.id)}` });
    expect([theirs.status, codeOf(theirs)]).toEqual([404, codeOf(nobodys)]);
    expect(await listed(operator, owner.mail)).toMatchObject([{ state: 'given-up', tries: 1 }]);
  });

  test('nobody once the person is erased', async () => {
    const owner = await newCustomer(server);
    const mail = await refused(owner, 550);
    const { app } = server;
    await app.db
      .transaction()
      .execute((tx) => erasePerson(tx, siteOf(server, site), insideId(owner.id), app.clock.now()));
    expect(JSON.stringify(await listed(operator))).not.toContain(owner.mail);
    expect(codeOf(await again(operator, mail))).toBe('platform/not-found');
    const row = await app.db.selectFrom('mails').selectAll().where('id', '=', insideId(mail.id)).executeTakeFirst();
    expect(row).toMatchObject({ subject: null, last_error: null });
  });
});
