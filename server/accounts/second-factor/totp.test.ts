import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn, newCompany, testPassword } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person } from '../../../tools/test/person.ts';
import { codeOf, setUpApp, withApp } from '../../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { minutesMs } from '../../kernel/clock.ts';

const site = 'conference';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('P-16 the app is set up', () => {
  test('P-16 with the present password and a right code; ten recovery codes are shown once, one mail goes out', async () => {
    const company = await newCompany(server);
    const setUp = (password: string) => company.call('POST', '/account/second-factor/totp/setup', { password });
    const confirm = (code: string) => company.call('POST', '/account/second-factor/totp', { code });
    expect(await confirm('123456')).toMatchObject({ body: { type: '/problems/accounts/totp-setup-over' } });
    expect(await setUp('wrong')).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/present-password-wrong' },
    });
    const setup = await setUp(testPassword);
    const secret = String(setup.body.secret);
    expect((await company.call('GET', '/account/second-factor')).body).toMatchObject({
      totp: null,
      totpSetup: { secret },
      passkeys: [],
      recoveryCodesLeft: null,
      demanded: false,
    });
    expect(await confirm(codeOf(server, secret, 2))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/code', code: 'accounts/totp-code-wrong' }] },
    });
    let codes: string[] = [];
    const events = await eventsCausedBy(server.app, async () => {
      const added = await confirm(codeOf(server, secret));
      codes = added.body.recoveryCodes as string[];
    });
    expect(events).toEqual(['totp.added', 'second-factor.on']);
    expect(new Set(codes).size).toBe(10);
    const { body } = await company.call('GET', '/account/second-factor');
    expect(body).toMatchObject({ totpSetup: null, recoveryCodesLeft: 10 });
    expect(JSON.stringify(body)).not.toContain(codes[0]);
    const mail = await server.mail.waitFor(
      (one) => one.text.includes(company.loginId) && /認証アプリ/.test(one.subject),
    );
    expect(mail.text).not.toContain(secret);
  });

  test('P-16 P-19 what rests in the database gives neither secret nor code away', async () => {
    const { secret, recoveryCodes } = await withApp(server);
    const { db } = server.app;
    const rows = [
      ...(await db.selectFrom('totp_secrets').selectAll().execute()),
      ...(await db.selectFrom('recovery_codes').selectAll().execute()),
      ...(await db.selectFrom('events').selectAll().execute()),
      ...(await db.selectFrom('event_details').selectAll().execute()),
    ];
    const text = rows.map((row) => Object.values(row).map(String).join(' ')).join('\n');
    expect(rows.length).toBeGreaterThan(10);
    expect(
      [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))].filter((one) =>
        text.includes(one),
      ),
    ).toEqual([]);
  });

  test('P-16 a setup is seen by the session that began it, for 15 minutes', async () => {
    const company = await newCompany(server);
    const second = await logIn(person(server.url, site), company.loginId);
    const { body } = await company.call('POST', '/account/second-factor/totp/setup', { password: testPassword });
    expect((await second.call('GET', '/account/second-factor')).body.totpSetup).toBeNull();
    const code = codeOf(server, String(body.secret));
    expect((await second.call('POST', '/account/second-factor/totp', { code })).status).toBe(422);
    server.clock.move(15 * minutesMs);
    const late = codeOf(server, String(body.secret));
    expect(await company.call('POST', '/account/second-factor/totp', { code: late })).toMatchObject({
      body: { type: '/problems/accounts/totp-setup-over' },
    });
  });

  test('P-16 with the first factor the session gets a new token and all others end', async () => {
    const company = await newCompany(server);
    const stolen = person(server.url, site);
    for (const [name, value] of company.cookies) stolen.cookies.set(name, value);
    const other = await logIn(person(server.url, site), company.loginId);
    await setUpApp(server, company);
    expect((await company.call('GET', '/session')).status).toBe(200);
    expect((await stolen.call('GET', '/session')).status).toBe(401);
    expect((await other.call('GET', '/session')).status).toBe(401);
  });

  test('P-16 of five who confirm the app at once one is told yes, and the page that looks meanwhile is answered', async () => {
    const company = await newCompany(server);
    const setup = await company.call('POST', '/account/second-factor/totp/setup', { password: testPassword });
    const code = codeOf(server, String(setup.body.secret));
    const own = () => company.call('GET', '/account/second-factor');
    const confirm = () => company.call('POST', '/account/second-factor/totp', { code });
    const answers = await Promise.all([
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
    ]);
    const confirmed = answers.filter((_, index) => index % 2 === 0).map(({ status }) => status);
    expect(confirmed.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 401, 422].includes(status))).toEqual([]);
  });
});
