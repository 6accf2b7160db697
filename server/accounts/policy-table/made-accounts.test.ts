import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audited } from '../../../tools/test/audit.ts';
import { newOperator, passwordFor, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { browserAt, logInAs, personAt, type Column } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { faultsIn, linkTo } from '../../../tools/test/sign-ups.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { hoursMs } from '../../kernel/clock.ts';

let server: TestServer;

beforeAll(async () => {
  const startAt = new Date('2026-11-20T01:00:00Z');
  server = await startTestServer({ startAt, moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

let made = 0;
const newAddress = () => `made${(made += 1)}@example.jp`;
const passwordAt = (column: Column) => passwordFor(server.app.sites.get(column)!);
const problem = (type: string, status = 422) => ({ status, body: { type: `/problems/accounts/${type}` } });
const mailsTo = (address: string) => server.mail.mails.filter(({ to }) => to === address);

/** What a maker of accounts sends; `more` is laid over it. */
function account(mail: string, more: Record<string, unknown> = {}) {
  const values = { company: '見本設備株式会社', personInCharge: '見本 三郎', phone: '０３－１２３４－５６７８' };
  return { organization: 'dealer', values, mail, language: 'ja', opening: 'link', ...more };
}

const customer = (mail: string, more: Record<string, unknown> = {}) =>
  account(mail, { organization: 'customer', values: { company: '見本商店', name: '見本 四郎' }, ...more });

async function newDealer(): Promise<Member> {
  const one = await personAt(server, 'camera', { kind: 'dealer' });
  const { body } = await logInAs(one);
  const organization = (body.organization as { id: string }).id;
  return { ...one.someone, loginId: one.loginId, organization, path: `/organizations/${organization}` };
}

const make = (by: Member, body: Record<string, unknown>) => by.create(`${by.path}/accounts`, body);
const ways = async (by: Member) => (await by.call('GET', `${by.path}/account-ways`)).body.items;

describe('who makes accounts', () => {
  test.each([
    ['energy', null],
    ['ups', null],
    ['camera', ['dealer']],
    ['conference', null],
    ['printer', ['customer']],
    [sixthSite, null],
  ] as const)('P-10 %s: operators make %j', async (column, kinds) => {
    const operator = await newOperator(server, column);
    const { permissions } = (await operator.call('GET', '/session')).body;
    expect((permissions as string[]).includes('accounts:create')).toBe(kinds !== null);
    const { status, body } = await operator.call('GET', `${operator.path}/account-ways`);
    expect(status).toBe(kinds === null ? 403 : 200);
    const items = body.items as { organization: string }[] | undefined;
    expect(items?.map(({ organization }) => organization) ?? null).toEqual(kinds);
  });

  test('P-10 camera: dealers make customers and nothing else; customers make nobody', async () => {
    const dealer = await newDealer();
    expect(await ways(dealer)).toEqual([
      expect.objectContaining({ organization: 'customer', loginIdRule: null, openings: ['link', 'temporary'] }),
    ]);
    expect((await make(dealer, account(newAddress()))).status).toBe(403);
    const one = await personAt(server, 'camera', { kind: 'customer' });
    const { body } = await logInAs(one);
    const path = `/organizations/${(body.organization as { id: string }).id}/accounts`;
    expect((await one.someone.create(path, customer(newAddress()))).status).toBe(403);
  });
});

describe('an invitation', () => {
  test('P-10 camera: the operator makes a dealer; a link for 24 hours, then the terms at the first login', async () => {
    const operator = await newOperator(server, 'camera');
    const mail = newAddress();
    const events = await eventsCausedBy(server.app, async () =>
      expect(await make(operator, account(mail))).toMatchObject({
        status: 201,
        body: {
          loginId: mail,
          mail,
          password: null,
          expiresAt: new Date(server.clock.now().getTime() + 24 * hoursMs).toISOString(),
        },
      }),
    );
    expect(events.toSorted()).toEqual(['organization.created', 'user.created', 'user.invited']);
    const token = await linkTo(server, mail);
    const someone = browserAt(server, 'camera');
    const { body } = await someone.call('POST', '/password-links/check', { token });
    expect(body).toMatchObject({ loginId: mail, asked: { documents: [], phone: false } });
    server.clock.move(24 * hoursMs - 1);
    const password = passwordAt('camera');
    expect((await someone.call('POST', '/passwords', { token, password })).status).toBe(204);
    expect((await someone.call('POST', '/passwords', { token, password })).status).toBe(422);
    const entered = await logInAs({ someone, loginId: mail, mail, password, userId: '' });
    expect(entered.body).toMatchObject({
      owed: ['consent'],
      temporaryPassword: false,
      organization: { kind: 'dealer' },
    });
  });

  test('P-10 camera: after 24 hours the link is over, and a forgotten password opens the account', async () => {
    const dealer = await newDealer();
    const mail = newAddress();
    expect((await make(dealer, customer(mail))).status).toBe(201);
    const token = await linkTo(server, mail);
    server.clock.move(24 * hoursMs);
    const someone = browserAt(server, 'camera');
    expect(await someone.call('POST', '/password-links/check', { token })).toMatchObject(problem('reset-link-invalid'));
    await someone.create('/password-resets', { account: mail });
    const { text } = await server.mail.waitFor(({ to, text: body }) => to === mail && /確認コード: \d/.test(body));
    const code = /確認コード: (\d+)/.exec(text)?.[1];
    const proved = await someone.call('POST', '/password-resets/code', { loginId: mail, code });
    const set = { token: proved.body.passwordToken, password: passwordAt('camera') };
    expect((await someone.call('POST', '/passwords', set)).status).toBe(204);
  });

  test('P-10 camera: the customer stands below the dealer who made it, once, whatever is sent twice', async () => {
    const dealer = await newDealer();
    const mail = newAddress();
    const key = { 'idempotency-key': 'the-same-key-of-a-double-click' };
    const twice = await Promise.all(
      [1, 2].map(() => dealer.call('POST', `${dealer.path}/accounts`, customer(mail), key)),
    );
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    const row = await server.app.db
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select(['o.parent_id', 'o.kind', 'u.role'])
      .where('u.mail', '=', mail)
      .execute();
    expect(row).toEqual([{ parent_id: dealer.organization.slice(4), kind: 'customer', role: 'owner' }]);
    const again = await make(dealer, customer(mail));
    expect(again).toMatchObject(problem('login-id-taken'));
    expect(again.body.errors).toEqual([expect.objectContaining({ pointer: '/mail' })]);
  });

  test('P-15a P-17 camera: the dealer gets all rights over that customer at once, and no other dealer any', async () => {
    const [dealer, other] = [await newDealer(), await newDealer()];
    const { body } = await make(dealer, customer(newAddress()));
    const rows = await server.app.db
      .selectFrom('grants')
      .select(['to_organization_id', 'rights'])
      .where('of_organization_id', '=', String(body.organization).slice(4))
      .execute();
    expect(rows).toEqual([
      { to_organization_id: dealer.organization.slice(4), rights: ['list', 'read', 'configure', 'act-as'] },
    ]);
    const seenBy = async (one: Member) => (await one.call('GET', `${one.path}/organizations`)).text;
    expect(await seenBy(dealer)).toContain(String(body.organization));
    expect(await seenBy(other)).not.toContain(String(body.organization));
  });

  test('P-19 camera: a dealer finds out ten taken addresses an hour, not eleven', async () => {
    const [dealer, taken] = [await newDealer(), newAddress()];
    await make(dealer, customer(taken));
    for (let n = 1; n <= 10; n += 1) expect((await make(dealer, customer(taken))).status).toBe(422);
    expect((await make(dealer, customer(taken))).status).toBe(429);
    server.clock.move(hoursMs);
    await dealer.call('POST', '/session', { loginId: dealer.loginId, password: passwordAt('camera') });
    expect((await make(dealer, customer(taken))).status).toBe(422);
  });
});

describe('a temporary password', () => {
  const password = 'mado kara mieru niwa';

  test('P-10 L-01 camera: no mail, no forced change; asked at each login, and “yes” mails a link and ends all sessions', async () => {
    const dealer = await newDealer();
    const mail = newAddress();
    const body = customer(mail, { opening: 'temporary', password });
    expect(await make(dealer, { ...body, password: 'mado kara niwa' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password', code: 'accounts/password-length' }] },
    });
    expect(await make(dealer, body)).toMatchObject({ status: 201, body: { password: null, expiresAt: null } });
    server.clock.move(60 * 24 * hoursMs);
    const someone = browserAt(server, 'camera');
    const logIn = (browser = someone) =>
      logInAs({ someone: browser, loginId: mail, mail, password, userId: '' }).then((answer) => answer.body);
    const told = { owed: ['consent'], temporaryPassword: true };
    expect(await logIn()).toMatchObject(told);
    expect(await logIn()).toMatchObject(told);
    const agreed = (await someone.call('GET', '/consents')).body.owed;
    await someone.call('POST', '/consents', { agreed });
    const installer = browserAt(server, 'camera');
    expect(await logIn(installer)).toMatchObject({ owed: [], temporaryPassword: true });
    expect(mailsTo(mail)).toEqual([]);
    expect((await someone.call('POST', '/session/own-password')).status).toBe(204);
    for (const browser of [someone, installer]) expect((await browser.call('GET', '/session')).status).toBe(401);
    const token = await linkTo(server, mail);
    expect((await someone.call('POST', '/passwords', { token, password: passwordAt('camera') })).status).toBe(204);
    const own = { someone, loginId: mail, mail, password: passwordAt('camera'), userId: '' };
    expect((await logInAs(own)).body).toMatchObject({ owed: [], temporaryPassword: false });
    expect(await someone.call('POST', '/session/own-password')).toMatchObject(problem('opening-chosen', 409));
    expect((await logInAs(own, password)).status).toBe(401);
  });

  test('P-10 camera: an operator may set none', async () => {
    const operator = await newOperator(server, 'camera');
    expect(await make(operator, account(newAddress(), { opening: 'temporary', password }))).toMatchObject(
      problem('opening-not-offered'),
    );
  });
});

describe('a login ID that is given, and an initial password', () => {
  const given = (loginId: string, more: Record<string, unknown> = {}) =>
    customer('', { loginId, opening: 'initial', ...more });

  test('P-10 P-12 printer: the password is in the answer alone, and changed before anything else', async () => {
    const operator = await newOperator(server, 'printer');
    const { status, body } = await make(operator, given('mihon-print'));
    const password = String(body.password);
    expect({ status, body }).toMatchObject({ status: 201, body: { loginId: 'mihon-print', mail: '' } });
    expect(password).toMatch(/^[a-zA-Z2-9]{14}$/);
    const someone = browserAt(server, 'printer');
    const one = { someone, loginId: 'mihon-print', mail: '', password, userId: '' };
    expect((await logInAs(one)).body).toMatchObject({ owed: ['consent', 'password'] });
    const { owed } = (await someone.call('GET', '/consents')).body;
    await someone.call('POST', '/consents', { agreed: owed });
    expect(await someone.call('GET', '/account')).toMatchObject({
      status: 403,
      body: { params: { step: 'password' } },
    });
    const change = { password, newPassword: passwordAt('printer') };
    expect((await someone.call('POST', '/session/password', change)).body).toMatchObject({ owed: [] });
    const kept = await server.app.db.selectFrom('event_details').select('details').execute();
    expect(JSON.stringify(kept)).not.toContain(password);
  });

  test('P-12 printer: an initial password is good for 24 hours; then an operator hands over a new one, or mails a link', async () => {
    const operator = await newOperator(server, 'printer');
    const { body } = await make(operator, given('mihon-late'));
    const someone = browserAt(server, 'printer');
    const one = { someone, loginId: 'mihon-late', mail: '', password: String(body.password), userId: '' };
    server.clock.move(24 * hoursMs);
    await operator.call('POST', '/session', { loginId: operator.loginId, password: passwordAt('printer') });
    expect(await logInAs(one)).toMatchObject(problem('password-expired', 403));
    const reason = '電話での依頼';
    const path = `${operator.path}/accounts/${String(body.user)}/openings`;
    expect((await operator.call('GET', path)).body).toEqual({ items: ['initial'] });
    expect(await operator.create(path, { opening: 'link', reason })).toMatchObject(problem('opening-no-mail'));
    expect((await operator.create(path, { opening: 'initial', reason: ' ' })).status).toBe(422);
    const again = await operator.create(path, { opening: 'initial', reason });
    await audited(server);
    const log = await operator.call('GET', `${operator.path}/audit?object=${String(body.user)}&kind=password.changed`);
    expect(log.body.items).toMatchObject([{ facts: [{ field: 'reason', after: reason }] }]);
    expect((await logInAs(one, String(again.body.password))).body).toMatchObject({ owed: ['consent', 'password'] });
    const own = (await operator.call('GET', '/session')).body.user as { id: string };
    expect(
      await operator.create(`${operator.path}/accounts/${own.id}/openings`, { opening: 'initial', reason }),
    ).toMatchObject(problem('opening-own'));
  });

  test('P-10 printer: with an address a link is mailed, and the ID stands in it', async () => {
    const operator = await newOperator(server, 'printer');
    const mail = newAddress();
    expect((await make(operator, customer(mail, { loginId: 'ｍｉｈｏｎ＿ｍａｉｌ' }))).body).toMatchObject({
      loginId: 'mihon_mail',
    });
    const token = await linkTo(server, mail);
    expect(mailsTo(mail).at(-1)?.text).toContain('mihon_mail');
    const someone = browserAt(server, 'printer');
    expect((await someone.call('POST', '/passwords', { token, password: passwordAt('printer') })).status).toBe(204);
  });

  test.each([
    ['ab', ['/loginId accounts/login-id-length']],
    ['abc', []],
    ['p'.repeat(32), []],
    ['p'.repeat(33), ['/loginId accounts/login-id-length']],
    ['mihon@example.jp', ['/loginId accounts/login-id-letters-digits-underscore-hyphen']],
    ['', ['/loginId identifiers/required']],
  ])('P-10 printer: the ID %j', async (loginId, faults) => {
    const operator = await newOperator(server, 'printer');
    expect(faultsIn(await make(operator, given(loginId)))).toEqual(faults);
  });

  test('P-10 printer: a taken ID is told at its field, in whatever case', async () => {
    const operator = await newOperator(server, 'printer');
    await make(operator, given('mihon-twice'));
    const again = await make(operator, given('MIHON-twice'));
    expect(again).toMatchObject(problem('login-id-taken'));
    expect(again.body.errors).toEqual([expect.objectContaining({ pointer: '/loginId' })]);
  });
});
