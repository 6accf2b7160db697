import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChainFault } from '../../../proof/kit/chain.ts';
import { agreements, logIn, newCompany, signUpValues, testPassword, tokenIn } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { whereIs as findText } from '../../../tools/test/where-is.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let addresses = 0;

async function signUp() {
  const mail = `leaving${(addresses += 1)}@example.jp`;
  const someone = person(server.url, 'conference');
  const values = signUpValues(mail, { company: '立つ鳥商店', personInCharge: '鳥居 渚', phone: '03-9876-5432' });
  await someone.create('/sign-ups', { values, language: 'ja', agreed: await agreements(someone) });
  const received = await server.mail.waitFor((one) => one.to === mail);
  const withdrawToken = /withdraw#([A-Za-z0-9_-]+)/.exec(received.text)?.[1] ?? '';
  const loginId = /ログインID: (\S+)/.exec(received.text)?.[1] ?? '';
  return { mail, someone, withdrawToken, loginId, passwordToken: tokenIn(received.text) };
}

async function finish({ someone, passwordToken, loginId }: Awaited<ReturnType<typeof signUp>>) {
  await someone.call('POST', '/passwords', { token: passwordToken, password: testPassword });
  return logIn(someone, loginId);
}

const dead = { status: 422, body: { type: '/problems/accounts/withdrawal-invalid' } };

const whereIs = (text: string) => findText(server.app, text);

async function sealed(): Promise<void> {
  const { pool } = server.app;
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await pool.query('select 1 from events_unsealed limit 1')).rowCount === 0) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('K-02 withdrawing by the mailed link', () => {
  test('K-02 a sign-up that is not finished is deleted; its links are dead', async () => {
    const asked = await signUp();
    const { someone, withdrawToken: token } = asked;
    const shown = await someone.call('POST', '/withdrawals/check', { token });
    expect(shown.body).toMatchObject({ state: 'pending', loginId: asked.loginId, company: '立つ鳥商店' });
    const events = await eventsCausedBy(server.app, async () => {
      expect((await someone.call('POST', '/withdrawals', { token })).status).toBe(204);
    });
    expect(events).toEqual(['sign-up.withdrawn']);
    expect(await someone.call('POST', '/withdrawals', { token })).toMatchObject(dead);
    const set = await someone.call('POST', '/passwords', { token: asked.passwordToken, password: testPassword });
    expect(set.status).toBe(422);
    expect(await whereIs(asked.mail)).toEqual([]);
  });

  test('K-02 P-27 an account is closed, the person is erased everywhere, and the chain of events stays whole', async () => {
    const asked = await signUp();
    const member = await finish(asked);
    const account = await member.call('GET', '/account');
    const userId = (account.body.user as { id: string }).id.slice(4);
    const changed = await member.call(
      'PATCH',
      '/account',
      { values: { personInCharge: '鳥居 汀' } },
      { 'if-match': String(account.headers.get('etag')) },
    );
    expect(changed.status).toBe(200);
    await server.mail.waitFor((one) => one.to === asked.mail && one.subject.includes('登録情報の変更'));
    await member.create('/account/mail-change', {
      mail: 'nest@example.jp',
      mailAgain: 'nest@example.jp',
      password: testPassword,
    });
    await server.mail.waitFor((one) => one.to === 'nest@example.jp');
    const { someone, withdrawToken: token } = asked;
    expect((await someone.call('POST', '/withdrawals/check', { token })).body).toMatchObject({ state: 'account' });
    const events = await eventsCausedBy(server.app, async () => {
      expect((await someone.call('POST', '/withdrawals', { token })).status).toBe(204);
    });
    expect(events).toEqual(['user.erased']);
    expect((await member.call('GET', '/session')).status).toBe(401);
    const login = await someone.call('POST', '/session', { loginId: asked.loginId, password: testPassword });
    expect(login.status).toBe(401);
    expect(await someone.call('POST', '/withdrawals/check', { token })).toMatchObject(dead);
    const secrets = [asked.mail, '立つ鳥商店', '鳥居', '+81398765432', 'nest@example.jp', asked.loginId];
    expect(await Promise.all(secrets.map(whereIs))).toEqual(secrets.map(() => []));
    const rows = await server.app.db.selectFrom('consents').select('document').where('user_id', '=', userId).execute();
    expect(rows.length).toBeGreaterThan(0);
    await sealed();
    const { events: count, fault } = await findChainFault(server.app.db, 'conference');
    expect(fault).toBeNull();
    expect(count).toBeGreaterThan(5);
  });

  test('K-02 another account with the same address loses nothing', async () => {
    const first = await signUp();
    const member = await finish(first);
    const someone = person(server.url, 'conference');
    const values = signUpValues(first.mail);
    await someone.create('/sign-ups', { values, language: 'ja', agreed: await agreements(someone) });
    const second = await server.mail.waitFor(
      (one) => one.to === first.mail && !one.text.includes(first.loginId) && one.text.includes('withdraw#'),
    );
    const token = tokenIn(second.text);
    await someone.call('POST', '/passwords', { token, password: testPassword });
    expect((await someone.call('POST', '/withdrawals', { token: first.withdrawToken })).status).toBe(204);
    expect((await member.call('GET', '/session')).status).toBe(401);
    const loginId = /ログインID: (\S+)/.exec(second.text)?.[1] ?? '';
    const other = await logIn(someone, loginId);
    expect((await other.call('GET', '/session')).body.user).toMatchObject({ mail: first.mail });
  });

  test('K-02 the only owner of an organization with other users is told to hand over first', async () => {
    const asked = await signUp();
    const owner = await finish(asked);
    const colleague = await newCompany(server);
    await server.app.db
      .updateTable('users')
      .set({ organization_id: owner.organization.slice(4), role: 'member' })
      .where('login_id', '=', colleague.loginId)
      .execute();
    const answer = await owner.call('POST', '/withdrawals', { token: asked.withdrawToken });
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/accounts/withdrawal-last-owner' } });
    await server.app.db.updateTable('users').set({ role: 'owner' }).where('login_id', '=', colleague.loginId).execute();
    expect((await owner.call('POST', '/withdrawals', { token: asked.withdrawToken })).status).toBe(204);
    expect((await colleague.call('GET', '/session')).body.organization).toMatchObject({ name: '立つ鳥商店' });
  });

  test('K-02 the link works for 30 days; a changed or made-up one, and one of another site, never', async () => {
    const asked = await signUp();
    const { someone, withdrawToken: token } = asked;
    const flipped = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of ['', 'x', flipped, token.slice(4), `${token}AAAA`])
      expect(await someone.call('POST', '/withdrawals/check', { token: wrong })).toMatchObject(dead);
    server.clock.move(30 * 86_400_000 - 1);
    expect((await someone.call('POST', '/withdrawals/check', { token })).status).toBe(200);
    server.clock.move(1);
    expect(await someone.call('POST', '/withdrawals', { token })).toMatchObject(dead);
  });
});
