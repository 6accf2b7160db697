import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreements, logIn, newCompany, signUpValues, testPassword, tokenIn } from '../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { createProof, linkSecret } from './proofs.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let addresses = 0;
const newAddress = () => `person${(addresses += 1)}@example.jp`;

async function signUp(mail: string, more: Record<string, unknown> = {}) {
  const someone = person(server.url, 'conference');
  const agreed = await agreements(someone);
  return {
    someone,
    answer: await someone.create('/sign-ups', { values: signUpValues(mail, more), language: 'ja', agreed }),
  };
}

describe('K-02 sign-up', () => {
  test('K-02 a company signs up, gets its login ID on screen and by mail, sets a password by the link, and logs in', async () => {
    const mail = newAddress();
    const { someone, answer } = await signUp(mail);
    expect(answer.status).toBe(201);
    const loginId = String(answer.body.loginId);
    expect(loginId).toMatch(/^[A-Za-z0-9]{8,10}$/);
    const received = await server.mail.waitFor((one) => one.to === mail);
    expect(received.text).toContain(loginId);
    expect(received.text).not.toContain(testPassword);
    const token = tokenIn(received.text);
    expect((await someone.call('POST', '/password-links/check', { token })).body).toMatchObject({ loginId });
    const events = await eventsCausedBy(server.app, () =>
      someone.call('POST', '/passwords', { token, password: testPassword }),
    );
    expect(events.sort()).toEqual(['organization.created', 'user.created']);
    await logIn(someone, loginId);
    expect((await someone.call('GET', '/session')).body).toMatchObject({
      user: { loginId, role: 'owner' },
      organization: { kind: 'dealer', name: '見本商事株式会社' },
    });
  });

  test('K-02 one address may own several login IDs', async () => {
    const mail = newAddress();
    const first = await signUp(mail);
    const second = await signUp(mail);
    expect(second.answer.status).toBe(201);
    expect(second.answer.body.loginId).not.toBe(first.answer.body.loginId);
  });

  test.each([
    ['company', '', 'identifiers/required'],
    ['country', 'ZZ', 'identifiers/country'],
    ['postalCode', '12345', 'identifiers/postal-code-japan'],
    ['address1', '', 'identifiers/required'],
    ['phone', '12', 'identifiers/phone'],
    ['mail', 'nobody', 'identifiers/mail-address'],
    ['mailAgain', 'else@example.jp', 'accounts/mail-again-differs'],
    ['company', 'あ'.repeat(121), 'identifiers/text-long'],
    ['company', 'a\nb', 'identifiers/text-control'],
  ])('K-02 the field %s with %j is told at the field, nothing is stored', async (field, value, code) => {
    const events = await eventsCausedBy(server.app, async () => {
      const { answer } = await signUp(newAddress(), { [field]: value });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: `/values/${field}`, code }));
    });
    expect(events).toEqual([]);
  });

  test('K-02 without agreeing to what is shown nobody signs up; unknown fields are refused', async () => {
    const someone = person(server.url, 'conference');
    const refused = await someone.create('/sign-ups', {
      values: signUpValues(newAddress()),
      language: 'ja',
      agreed: [],
    });
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/accounts/terms-not-agreed' } });
    for (const extra of [{ role: 'owner' }, { siteId: 'x' }, { verified: true }]) {
      const answer = await someone.create('/sign-ups', {
        values: signUpValues(newAddress()),
        language: 'ja',
        agreed: await agreements(someone),
        ...extra,
      });
      expect(answer.status).toBe(400);
    }
  });
});

describe('P-19 nobody is pestered', () => {
  test('P-19 an address gets at most five sign-up mails an hour, whoever asks; the page shows the same', async () => {
    const mail = newAddress();
    for (let at = 0; at < 7; at += 1) expect((await signUp(mail)).answer.status).toBe(201);
    await server.mail.waitFor(
      (one) => one.to === mail && server.mail.mails.filter(({ to }) => to === mail).length === 5,
    );
    const decided = await server.app.db.selectFrom('mails').select('id').where('recipient', '=', mail).execute();
    expect(decided).toHaveLength(5);
  });
});

describe('P-10 the link', () => {
  test('P-10 it is used once; a newer one ends it; after 24 hours it is over', async () => {
    const mail = newAddress();
    const { someone, answer } = await signUp(mail);
    const first = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    expect((await someone.call('POST', `/sign-ups/${String(answer.body.signUp)}/resend`)).status).toBe(204);
    const second = tokenIn((await server.mail.waitFor((one) => one.to === mail && !one.text.includes(first))).text);
    const dead = { status: 422, body: { type: '/problems/accounts/link-invalid' } };
    expect(await someone.call('POST', '/passwords', { token: first, password: testPassword })).toMatchObject(dead);
    expect((await someone.call('POST', '/passwords', { token: second, password: testPassword })).status).toBe(204);
    expect(await someone.call('POST', '/passwords', { token: second, password: testPassword })).toMatchObject(dead);

    const late = newAddress();
    await signUp(late);
    const token = tokenIn((await server.mail.waitFor((one) => one.to === late)).text);
    server.clock.move(24 * 3_600_000);
    expect(await someone.call('POST', '/password-links/check', { token })).toMatchObject(dead);
  });

  test('P-10 a new link is mailed at most five times an hour, and any ID is answered alike', async () => {
    const mail = newAddress();
    const { someone, answer } = await signUp(mail);
    for (let at = 0; at < 8; at += 1)
      expect((await someone.call('POST', `/sign-ups/${String(answer.body.signUp)}/resend`)).status).toBe(204);
    const rows = await server.app.db
      .selectFrom('proofs')
      .select('id')
      .where('sign_up_id', '=', String(answer.body.signUp).slice(4))
      .execute();
    expect(rows).toHaveLength(6);
    expect((await someone.call('POST', '/sign-ups/sgn_01a1fabe-7ebc-704c-b10d-f849e933f70b/resend')).status).toBe(204);
  });

  test.each([
    ['short7A', 'accounts/password-length'],
    ['elevenchars', 'accounts/password-length'],
    ['pass-word1', 'accounts/password-letters-digits'],
    ['abcdX9k2', 'accounts/password-run'],
    ['9876Xk2m', 'accounts/password-run'],
    ['パスワード1234', 'accounts/password-letters-digits'],
  ])('P-10 the password %j is refused with its rule, and the link stays good', async (password, code) => {
    const mail = newAddress();
    const { someone } = await signUp(mail);
    const token = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    const answer = await someone.call('POST', '/passwords', { token, password });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: '/password', code }));
    expect((await someone.call('POST', '/password-links/check', { token })).status).toBe(200);
  });
});

describe('P-11 login', () => {
  test('P-11 the browser that got in before has a counter of its own and is told how long to wait', async () => {
    const company = await newCompany(server);
    const stranger = person(server.url, 'conference');
    for (let n = 1; n <= 6; n += 1)
      await stranger.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    expect((await company.call('POST', '/session', { loginId: company.loginId, password: testPassword })).status).toBe(
      200,
    );
    for (let n = 1; n <= 5; n += 1)
      await company.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    const locked = await company.call('POST', '/session', { loginId: company.loginId, password: testPassword });
    expect(locked).toMatchObject({
      status: 429,
      body: { type: '/problems/accounts/login-locked', params: { seconds: 1 } },
    });
  });

  test('P-11 after 100 failures in a row only known browsers get in, until the password is set anew', async () => {
    const company = await newCompany(server);
    const { app, clock } = server;
    const stranger = person(server.url, 'conference');
    const attempt = () => stranger.call('POST', '/session', { loginId: company.loginId, password: testPassword });
    await stranger.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    await app.db.updateTable('login_counters').set({ failures: 100 }).where('known_until', 'is', null).execute();
    clock.move(48 * 3_600_000);
    expect((await attempt()).status).toBe(401);
    expect((await company.call('POST', '/session', { loginId: company.loginId, password: testPassword })).status).toBe(
      200,
    );
    const site = app.sites.get('conference')!;
    const { id: userId } = await app.db
      .selectFrom('users')
      .select('id')
      .where('login_id', '=', company.loginId)
      .executeTakeFirstOrThrow();
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const proofId = await app.db
      .transaction()
      .execute((tx) => createProof(app, tx, site, clock.now(), { purpose: 'set-password', userId, expiresAt }));
    const token = linkSecret(app, site.id, proofId);
    expect((await stranger.call('POST', '/passwords', { token, password: testPassword })).status).toBe(204);
    expect((await attempt()).status).toBe(200);
  });

  test('P-11 guesses in parallel count on one counter: of fifty at most five are looked at', async () => {
    const company = await newCompany(server);
    const stranger = person(server.url, 'conference');
    await Promise.all(
      Array.from({ length: 50 }, () =>
        stranger.call('POST', '/session', { loginId: company.loginId, password: 'wrong' }),
      ),
    );
    const counters = await server.app.db
      .selectFrom('login_counters as c')
      .innerJoin('users as u', 'u.id', 'c.user_id')
      .select('c.failures')
      .where('u.login_id', '=', company.loginId)
      .where('c.known_until', 'is', null)
      .execute();
    expect(counters).toEqual([{ failures: 5 }]);
  });

  test('P-11 an unknown ID, a wrong password and an ID in other case read the same', async () => {
    const company = await newCompany(server);
    const ask = (loginId: string) =>
      person(server.url, 'conference').call('POST', '/session', { loginId, password: 'wrong' });
    const bare = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    const texts = await Promise.all(['nobody99', company.loginId, company.loginId.toUpperCase()].map(ask));
    expect(new Set(texts.map((answer) => bare(answer.text))).size).toBe(1);
  });

  test('P-11 a session ends after 30 minutes without use and after 12 hours in all; logging out ends it at once', async () => {
    const company = await newCompany(server);
    server.clock.move(29 * 60_000);
    expect((await company.call('GET', '/session')).status).toBe(200);
    server.clock.move(29 * 60_000);
    expect((await company.call('GET', '/session')).status).toBe(200);
    server.clock.move(30 * 60_000);
    expect((await company.call('GET', '/session')).status).toBe(401);
    await logIn(company, company.loginId);
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      server.clock.move(20 * 60_000);
      await company.call('GET', '/session');
    }
    expect((await company.call('GET', '/session')).status).toBe(401);
    await logIn(company, company.loginId);
    const stolen = person(server.url, 'conference');
    for (const [name, value] of company.cookies) stolen.cookies.set(name, value);
    expect((await company.call('DELETE', '/session')).status).toBe(204);
    expect((await stolen.call('GET', '/session')).status).toBe(401);
  });
});

describe('P-10 drafts', () => {
  test('P-10 what is typed stays for its browser, for a day, and for nobody else', async () => {
    const someone = person(server.url, 'conference');
    const made = await someone.call('POST', '/drafts', { kind: 'sign-up', values: { company: 'CANARY' } });
    const path = `/drafts/${String(made.body.id)}`;
    await someone.call('PUT', path, { values: { company: '見本' } });
    expect((await someone.call('GET', path)).body).toMatchObject({ values: { company: '見本' } });
    expect((await person(server.url, 'conference').call('GET', path)).status).toBe(404);
    const forged = person(server.url, 'conference');
    const [id = ''] = String(someone.cookies.get('__Host-conference-browser')).split('.');
    forged.cookies.set('__Host-conference-browser', `${id}.AAAAAAAAAAAAAAAAAAAAAA`);
    expect((await forged.call('GET', path)).status).toBe(404);
    const stored = await server.app.db.selectFrom('drafts').select('sealed_values').execute();
    expect(stored.some((row) => row.sealed_values.toString('latin1').includes('CANARY'))).toBe(false);
    expect((await someone.call('PUT', path, { values: { a: 'x'.repeat(17_000) } })).status).toBe(413);
    server.clock.move(24 * 3_600_000);
    expect((await someone.call('GET', path)).status).toBe(404);
  });
});
