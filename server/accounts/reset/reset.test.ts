import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenIn } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newMember } from '../../../tools/test/members.ts';
import { person } from '../../../tools/test/person.ts';
import { codeAndResetByMail, initialAndChangeAtLogin, sixthSiteWith } from '../../../tools/test/policies.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite } from '../../../tools/test/sixth-site.ts';
import { hoursMs, minutesMs } from '../../kernel/clock.ts';

const byLink = 'conference';
const byCode = sixthSite;
const byAddress = 'lamps';
const oldPassword = 'Engawa-26a';
const newPassword = 'Veranda-27b';
const linkPassword = 'Veranda27';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    moreSites: {
      [byCode]: sixthSiteWith(codeAndResetByMail),
      [byAddress]: sixthSiteWith(initialAndChangeAtLogin),
    },
  });
});
afterAll(() => server.close());

let people = 0;

/** A user of a site, with an address and an ID that nobody else has. */
async function someUser(site: string, more: { mail?: string; loginId?: string } = {}) {
  people += 1;
  const mail = more.mail ?? `forgetful${people}@example.jp`;
  const loginId = more.loginId ?? (site === byCode ? mail : `Forget${people}x`);
  const password = site === byLink ? 'Engawa26' : oldPassword;
  const userId = await newMember(server, { site, mail, loginId, password });
  return { userId, mail, loginId, password, someone: person(server.url, site) };
}

const mailsTo = (address: string) => server.mail.mails.filter(({ to }) => to === address);
const ask = (someone: ReturnType<typeof person>, account: string) => someone.create('/password-resets', { account });

async function decidedFor(address: string): Promise<number> {
  const rows = await server.app.db.selectFrom('mails').select('id').where('recipient', '=', address).execute();
  return rows.length;
}

function codeIn(text: string): string {
  return /(?:確認コード|code): (\d+)/.exec(text)?.[1] ?? '';
}

/** Asks for a code and reads it out of the mail. */
async function mailedCode({ someone, mail, loginId }: Awaited<ReturnType<typeof someUser>>): Promise<string> {
  const before = mailsTo(mail).length;
  expect((await ask(someone, loginId)).status).toBe(204);
  await server.mail.waitFor((one) => one.to === mail && mailsTo(mail).length > before);
  return codeIn(mailsTo(mail).at(-1)?.text ?? '');
}

const otherCode = (code: string) => (code === '000000' ? '000001' : '000000');
const codeWrong = { status: 422, body: { type: '/problems/accounts/code-wrong' } };

describe('P-12 a forgotten password, by link', () => {
  test('P-12 the link goes to the stored address, sets the password once, ends every session and is followed by a mail', async () => {
    const user = await someUser(byLink);
    const { someone, loginId, mail, password } = user;
    await someone.call('POST', '/session', { loginId, password });
    const stranger = person(server.url, byLink);
    const asked = await eventsCausedBy(server.app, () => ask(stranger, loginId));
    expect(asked).toEqual(['password-reset.asked']);
    const received = await server.mail.waitFor((one) => one.to === mail);
    expect(received.text).toContain(loginId);
    const token = tokenIn(received.text);
    for (const _ of [1, 2])
      expect(await stranger.call('POST', '/password-links/check', { token })).toMatchObject({
        status: 200,
        body: { loginId },
      });
    expect((await someone.call('GET', '/session')).status).toBe(200);

    const set = await eventsCausedBy(server.app, async () =>
      expect((await stranger.call('POST', '/passwords', { token, password: linkPassword })).status).toBe(204),
    );
    expect(set).toEqual(['password.changed']);
    expect((await someone.call('GET', '/session')).status).toBe(401);
    expect((await stranger.call('POST', '/session', { loginId, password })).status).toBe(401);
    expect((await stranger.call('POST', '/session', { loginId, password: linkPassword })).status).toBe(200);
    const told = await server.mail.waitFor((one) => one.to === mail && one.text !== received.text);
    expect(told.text).not.toContain(linkPassword);
    expect(told.text).toContain('/forgotten-password');

    const second = { token, password: 'Balcony28' };
    expect(await stranger.call('POST', '/passwords', second)).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/reset-link-invalid' },
    });
  });

  test('P-12 an expired link and one that a newer replaced say that a new one can be had; another site knows neither', async () => {
    const { someone, loginId, mail } = await someUser(byLink);
    await ask(someone, loginId);
    const first = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    await ask(someone, loginId);
    const second = tokenIn((await server.mail.waitFor((one) => one.to === mail && !one.text.includes(first))).text);
    const dead = { status: 422, body: { type: '/problems/accounts/reset-link-invalid' } };
    const unknown = { status: 422, body: { type: '/problems/accounts/link-invalid' } };
    const set = (site: string, token: string) =>
      person(server.url, site).call('POST', '/passwords', {
        token,
        password: site === byLink ? linkPassword : newPassword,
      });
    expect(await set(byLink, first)).toMatchObject(dead);
    expect(await set(byCode, second)).toMatchObject(unknown);
    expect(await set(byLink, `${second}x`)).toMatchObject(unknown);
    server.clock.move(24 * hoursMs);
    expect(await someone.call('POST', '/password-links/check', { token: second })).toMatchObject(dead);
    expect(await set(byLink, second)).toMatchObject(dead);
  });

  test('P-12 an account that was shut after 100 failures is open again', async () => {
    const { someone, userId, loginId, mail, password } = await someUser(byLink);
    await someone.call('POST', '/session', { loginId, password: 'wrong' });
    await server.app.db.updateTable('login_counters').set({ failures: 100 }).where('user_id', '=', userId).execute();
    expect((await someone.call('POST', '/session', { loginId, password })).status).toBe(401);
    await ask(someone, loginId);
    const token = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    expect((await someone.call('POST', '/passwords', { token, password: linkPassword })).status).toBe(204);
    expect((await someone.call('POST', '/session', { loginId, password: linkPassword })).status).toBe(200);
  });

  test('P-12 of twenty who ask at once for one address five mails go out; an hour later there are more', async () => {
    const { loginId, mail, userId } = await someUser(byLink);
    const askers = Array.from({ length: 20 }, () => ask(person(server.url, byLink), loginId));
    expect(new Set((await Promise.all(askers)).map(({ status }) => status))).toEqual(new Set([204]));
    const proofs = () => server.app.db.selectFrom('proofs').select('id').where('user_id', '=', userId).execute();
    expect(await proofs()).toHaveLength(5);
    server.clock.move(hoursMs);
    await ask(person(server.url, byLink), loginId);
    expect(await proofs()).toHaveLength(6);
    await server.mail.waitFor((one) => one.to === mail);
  });

  test('P-12 a request that is sent twice mails once', async () => {
    const { someone, loginId, userId } = await someUser(byLink);
    const key = { 'idempotency-key': 'twice-twice-twice' };
    for (const _ of [1, 2])
      expect((await someone.call('POST', '/password-resets', { account: loginId }, key)).status).toBe(204);
    const proofs = await server.app.db.selectFrom('proofs').select('id').where('user_id', '=', userId).execute();
    expect(proofs).toHaveLength(1);
  });
});

describe('P-12 a forgotten password, by code', () => {
  test('P-12 login ID and code give a token, once, and the token sets the password', async () => {
    const user = await someUser(byCode);
    const { someone, loginId } = user;
    const code = await mailedCode(user);
    expect(code).toMatch(/^\d{6}$/);
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const proved = await someone.call('POST', '/password-resets/code', {
      loginId,
      code: `${wide.slice(0, 3)}－${wide.slice(3)}`,
    });
    expect(proved.status).toBe(200);
    expect(await someone.call('POST', '/password-resets/code', { loginId, code })).toMatchObject(codeWrong);
    const token = String(proved.body.passwordToken);
    expect(await someone.call('POST', '/passwords', { token, password: 'short' })).toMatchObject({ status: 422 });
    expect((await someone.call('POST', '/passwords', { token, password: newPassword })).status).toBe(204);
    expect((await someone.call('POST', '/session', { loginId, password: newPassword })).status).toBe(200);
  });

  test('P-12 after five wrong codes the right one is refused too; the newest counts; after its life it is over', async () => {
    const user = await someUser(byCode);
    const { someone, loginId } = user;
    const prove = (code: string) => someone.call('POST', '/password-resets/code', { loginId, code });
    const first = await mailedCode(user);
    for (let n = 1; n <= 5; n += 1) expect(await prove(otherCode(first))).toMatchObject(codeWrong);
    expect(await prove(first)).toMatchObject(codeWrong);

    const second = await mailedCode(user);
    const third = await mailedCode(user);
    expect(await prove(second)).toMatchObject(codeWrong);
    server.clock.move(24 * hoursMs - 1);
    expect((await prove(third)).status).toBe(200);

    const late = await mailedCode(user);
    server.clock.move(24 * hoursMs);
    expect(await prove(late)).toMatchObject(codeWrong);
  });

  test('P-12 of fifty guesses at once five are looked at, overrun +0', async () => {
    const user = await someUser(byCode);
    const { loginId } = user;
    const code = await mailedCode(user);
    const guesses = Array.from({ length: 50 }, () =>
      person(server.url, byCode).call('POST', '/password-resets/code', { loginId, code: otherCode(code) }),
    );
    for (const answer of await Promise.all(guesses)) expect(answer).toMatchObject(codeWrong);
    const tries = await server.app.db
      .selectFrom('proofs')
      .select('tries')
      .where('user_id', '=', user.userId)
      .where('purpose', '=', 'reset-code')
      .execute();
    expect(tries).toEqual([{ tries: 5 }]);
  });

  test('P-12 one of many who type the right code at once gets in', async () => {
    const user = await someUser(byCode);
    const code = await mailedCode(user);
    const typed = Array.from({ length: 10 }, () =>
      person(server.url, byCode).call('POST', '/password-resets/code', { loginId: user.loginId, code }),
    );
    const answers = await Promise.all(typed);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('P-12 a code sets no password by itself, and is no link', async () => {
    const user = await someUser(byCode);
    const code = await mailedCode(user);
    const answer = await user.someone.call('POST', '/passwords', { token: code, password: newPassword });
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/accounts/link-invalid' } });
  });
});

describe('P-12 asked by address', () => {
  test('P-12 every account of the address gets a link of its own, in whatever case the address was typed', async () => {
    const mail = 'many-lamps@example.jp';
    await someUser(byAddress, { mail, loginId: 'lamp-one' });
    const two = await someUser(byAddress, { mail, loginId: 'lamp-two' });
    expect((await ask(two.someone, 'Many-Lamps@EXAMPLE.jp')).status).toBe(204);
    await server.mail.waitFor((one) => one.to === mail && mailsTo(mail).length === 2);
    const texts = mailsTo(mail).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('lamp-one'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('lamp-two'))).toHaveLength(1);
    expect((await ask(two.someone, 'lamp-one')).status).toBe(204);
    expect(await decidedFor(mail)).toBe(2);
  });

  test('P-12 the life is that of the site', async () => {
    const { someone, mail } = await someUser(byAddress);
    await ask(someone, mail);
    const token = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    server.clock.move(30 * minutesMs - 1);
    expect((await someone.call('POST', '/password-links/check', { token })).status).toBe(200);
    server.clock.move(1);
    expect((await someone.call('POST', '/password-links/check', { token })).status).toBe(422);
  });
});

describe('P-12 a forgotten login ID', () => {
  test('P-12 all IDs of an address are mailed to it and to nobody else', async () => {
    const mail = 'two-ids@example.jp';
    const one = await someUser(byLink, { mail });
    const two = await someUser(byLink, { mail });
    const stranger = await someUser(byLink);
    expect((await stranger.someone.create('/login-id-reminders', { mail: 'Two-IDs@example.jp' })).status).toBe(204);
    const received = await server.mail.waitFor((letter) => letter.to === mail);
    expect(received.text).toContain(one.loginId);
    expect(received.text).toContain(two.loginId);
    expect(received.text).not.toContain(stranger.loginId);
    expect(mailsTo(stranger.mail)).toEqual([]);
  });

  test('P-12 where the login ID is the mail address there is nothing to ask for', async () => {
    const answer = await person(server.url, byCode).create('/login-id-reminders', { mail: 'someone@example.jp' });
    expect(answer).toMatchObject({ status: 404, body: { type: '/problems/platform/not-found' } });
  });

  test('P-12 reminders and resets of one address share its five mails an hour', async () => {
    const { someone, mail, loginId } = await someUser(byLink);
    const events = await eventsCausedBy(server.app, async () => {
      for (let at = 0; at < 3; at += 1) await someone.create('/login-id-reminders', { mail });
      for (let at = 0; at < 3; at += 1) await ask(someone, loginId);
    });
    expect(events).toEqual([
      ...Array.from({ length: 3 }, () => 'login-ids.asked'),
      ...Array.from({ length: 2 }, () => 'password-reset.asked'),
      'password-reset.not-mailed',
    ]);
  });
});

describe('what is typed', () => {
  test.each([
    ['/password-resets', { account: ['a'] }],
    ['/password-resets', { account: { $ne: '' } }],
    ['/password-resets', { account: 1 }],
    ['/password-resets', { account: 'someone', mail: 'thief@example.jp' }],
    ['/password-resets/code', { loginId: ['a', 'b'], code: '000000' }],
    ['/password-resets/code', { loginId: 'someone', code: { length: 6 } }],
    ['/password-resets/code', { loginId: 'someone', code: 123_456 }],
    ['/login-id-reminders', { mail: ['a@example.jp', 'thief@example.jp'] }],
    ['/passwords', { token: ['x'], password: 'Engawa26' }],
    ['/passwords', { token: 'x', password: { length: 9 } }],
    ['/password-links/check', { token: {} }],
  ])('P-12 %s refuses %j with 400', async (path, body) => {
    const answer = await person(server.url, byLink).create(path, body);
    expect(answer).toMatchObject({ status: 400, body: { type: '/problems/platform/malformed' } });
  });

  test('P-12 the link in the mail is of the site’s own address, whatever Host and X-Forwarded-Host say', async () => {
    const { someone, loginId, mail } = await someUser(byLink);
    const thief = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'idempotency-key': 'host-host-host',
    };
    expect((await someone.call('POST', '/password-resets', { account: loginId }, thief)).status).toBe(204);
    const { text } = await server.mail.waitFor((one) => one.to === mail);
    expect(text).toContain(`${server.app.sites.get(byLink)?.address}/set-password#`);
    expect(text).not.toContain('evil.example');
  });

  test('P-12 no event and no row holds a code, a link or a password', async () => {
    const user = await someUser(byCode);
    const code = await mailedCode(user);
    const { body } = await user.someone.call('POST', '/password-resets/code', { loginId: user.loginId, code });
    const token = String(body.passwordToken);
    await user.someone.call('POST', '/passwords', { token, password: newPassword });
    const events = await server.app.db.selectFrom('events').selectAll().execute();
    const details = await server.app.db.selectFrom('event_details').select('details').execute();
    const answers = await server.app.db.selectFrom('idempotent_answers').selectAll().execute();
    const text = JSON.stringify([events, details, answers]);
    for (const secret of [token, newPassword, `"${code}"`, user.mail]) expect(text).not.toContain(secret);
  });
});
