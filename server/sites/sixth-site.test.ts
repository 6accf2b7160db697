import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreements, logIn } from '../../tools/test/accounts.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

const password = 'steam over the green hills';

async function signUp(mail: string) {
  const someone = person(server.url, sixthSite, 'en');
  const values = { company: 'Sample Tea', personInCharge: 'Sample Person', mail, mailAgain: mail };
  const answer = await someone.create('/sign-ups', { values, language: 'en', agreed: await agreements(someone) });
  return { someone, answer, signUpId: String(answer.body.signUp) };
}

async function codeFor(mail: string, unlike?: string): Promise<string> {
  const received = await server.mail.waitFor(
    (one) => one.to === mail && /code: \d{6}/.test(one.text) && (!unlike || !one.text.includes(unlike)),
  );
  return /code: (\d{6})/.exec(received.text)?.[1] ?? '';
}

test('P-01 a site from data alone: sign-up by mail and code, then login with the mail address', async () => {
  const { someone, answer, signUpId } = await signUp('tea@example.jp');
  expect(answer.body).toMatchObject({ loginId: null, proof: 'code' });
  const code = await codeFor('tea@example.jp');
  const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  const proved = await someone.call('POST', `/sign-ups/${signUpId}/code`, { code: wide });
  expect(proved.status).toBe(200);
  const weak = await someone.call('POST', '/passwords', {
    token: proved.body.passwordToken,
    password: 'passwordpassword',
  });
  expect(weak.body.errors).toEqual([expect.objectContaining({ code: 'accounts/password-common' })]);
  expect((await someone.call('POST', '/passwords', { token: proved.body.passwordToken, password })).status).toBe(204);
  const member = await logIn(someone, 'tea@example.jp', password);
  expect((await member.call('GET', '/session')).body).toMatchObject({ organization: { kind: 'customer' } });
  expect((await member.call('GET', `${member.path}/registration-keys`)).status).toBe(404);
});

test('P-10 a code has five tries, ends after ten minutes, and only the newest counts', async () => {
  const { someone, signUpId } = await signUp('coffee@example.jp');
  const refused = { status: 422, body: { type: '/problems/accounts/code-wrong' } };
  const first = await codeFor('coffee@example.jp');
  const wrong = first === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1)
    expect(await someone.call('POST', `/sign-ups/${signUpId}/code`, { code: wrong })).toMatchObject(refused);
  expect(await someone.call('POST', `/sign-ups/${signUpId}/code`, { code: first })).toMatchObject(refused);
  await someone.call('POST', `/sign-ups/${signUpId}/resend`);
  const second = await codeFor('coffee@example.jp', first);
  server.clock.move(10 * 60_000);
  expect(await someone.call('POST', `/sign-ups/${signUpId}/code`, { code: second })).toMatchObject(refused);
});

test('P-10 wrong codes in parallel count on one counter', async () => {
  const { someone, signUpId } = await signUp('milk@example.jp');
  const right = await codeFor('milk@example.jp');
  const wrong = right === '000000' ? '000001' : '000000';
  await Promise.all(
    Array.from({ length: 30 }, () => someone.call('POST', `/sign-ups/${signUpId}/code`, { code: wrong })),
  );
  const { tries } = await server.app.db
    .selectFrom('proofs')
    .select('tries')
    .where('sign_up_id', '=', signUpId.slice(4))
    .executeTakeFirstOrThrow();
  expect(tries).toBe(5);
});

test('P-19 a taken address looks the same on screen, and its owner gets a mail about it', async () => {
  const bare = (text: string) => text.replaceAll(/sgn_[0-9a-f-]+|water\d@example\.jp/g, '');
  const first = await signUp('water1@example.jp');
  const code = await codeFor('water1@example.jp');
  const proved = await first.someone.call('POST', `/sign-ups/${first.signUpId}/code`, { code });
  await first.someone.call('POST', '/passwords', { token: proved.body.passwordToken, password });
  const again = await signUp('water1@example.jp');
  const fresh = await signUp('water2@example.jp');
  expect(bare(again.answer.text)).toBe(bare(fresh.answer.text));
  const told = await server.mail.waitFor(
    (one) => one.to === 'water1@example.jp' && one.text.includes('has an account already'),
  );
  expect(told.text).not.toMatch(/code: \d{6}/);
});
