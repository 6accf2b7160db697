import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passwordFor, tokenIn } from '../../../tools/test/accounts.ts';
import { browserAt, columns, logInAs, personAt, type Column } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { codeTo, faultsIn, filledIn, linkTo, signUpAt, type SignedUp } from '../../../tools/test/sign-ups.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { allRoutes, capabilities } from '../../capabilities.ts';
import { hoursMs, minutesMs } from '../../kernel/clock.ts';

let server: TestServer;

beforeAll(async () => {
  const startAt = new Date('2026-11-20T01:00:00Z');
  server = await startTestServer({ startAt, moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

let addresses = 0;
const newAddress = () => `sign-up${(addresses += 1)}@example.jp`;
const passwordAt = (column: Column) => passwordFor(server.app.sites.get(column)!);
const problem = (type: string, status = 422) => ({ status, body: { type: `/problems/accounts/${type}` } });

/** Opens the link of a sign-up, and sets the password with what it asks for besides. */
async function finish({ someone, mail }: SignedUp, column: Column, more: Record<string, unknown> = {}) {
  const token = await linkTo(server, mail);
  const { body } = await someone.call('POST', '/password-links/check', { token });
  const asked = body.asked as { documents: unknown[]; phone: boolean };
  const given = { agreed: asked.documents, ...(asked.phone && { phone: '+81 3 1234 5678' }), ...more };
  return {
    asked,
    token,
    set: await someone.call('POST', '/passwords', { token, password: passwordAt(column), ...given }),
  };
}

const logIn = (one: SignedUp, column: Column, loginId: string) =>
  logInAs({ ...one, loginId, password: passwordAt(column), userId: '' });

describe('who signs up', () => {
  test.each([
    ['energy', ['dealer', 'customer']],
    ['ups', ['customer']],
    ['camera', []],
    ['conference', ['dealer']],
    ['printer', []],
    [sixthSite, ['customer']],
  ] as const)('P-10 %s: %j by themselves, nobody else', async (column, themselves) => {
    const { body } = await browserAt(server, column).call('GET', '');
    expect((body.signUps as { organization: string }[]).map(({ organization }) => organization)).toEqual(themselves);
    const others = (['dealer', 'customer'] as const).filter((kind) => !themselves.some((one) => one === kind));
    for (const organization of others) {
      const { answer } = await signUpAt(server, column, organization, { mail: newAddress() });
      expect(answer).toMatchObject(problem('sign-up-closed', 403));
    }
  });
});

describe('login ID', () => {
  test.each([
    ['ab', ['/values/loginId accounts/login-id-length']],
    ['abc', []],
    ['A_-4567890123456', []],
    ['A_-45678901234567', ['/values/loginId accounts/login-id-length']],
    ['mihon.shoji', ['/values/loginId accounts/login-id-letters-digits-underscore-hyphen']],
    ['', ['/values/loginId identifiers/required']],
  ])('P-10 energy: a dealer chooses %j', async (loginId, faults) => {
    const { answer } = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId });
    expect(faultsIn(answer)).toEqual(faults);
  });

  test('P-10 energy: a chosen one is unique in any case, told at the field, and case counts at the login', async () => {
    const one = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'Mihon-1' });
    expect((await finish(one, 'energy')).set.status).toBe(204);
    const again = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'mihon-1' });
    expect(again.answer).toMatchObject(problem('login-id-taken'));
    expect(again.answer.body.errors).toEqual([expect.objectContaining({ pointer: '/values/loginId' })]);
    expect((await logIn(one, 'energy', 'mihon-1')).status).toBe(401);
    expect((await logIn(one, 'energy', 'Ｍｉｈｏｎ－１')).body).toMatchObject({ organization: { kind: 'dealer' } });
  });

  test('P-10 energy: a customer’s is the address; the login field takes either kind', async () => {
    const one = await signUpAt(server, 'energy', 'customer', { mail: newAddress() });
    expect(one.answer.body).toMatchObject({ loginId: null, proof: 'link' });
    await finish(one, 'energy');
    expect((await logIn(one, 'energy', one.mail)).body).toMatchObject({ organization: { kind: 'customer' } });
    expect((await one.someone.call('GET', '')).body.loginIds).toEqual(['chosen', 'mail']);
  });

  test('P-10 conference: issued, 8 to 10 letters and digits, also twice for one address', async () => {
    const mail = newAddress();
    const ids = await Promise.all([1, 2].map(() => signUpAt(server, 'conference', 'dealer', { mail })));
    for (const { answer } of ids) expect(answer.body.loginId).toMatch(/^[A-Za-z0-9]{8,10}$/);
    expect(new Set(ids.map(({ answer }) => answer.body.loginId)).size).toBe(2);
  });

  test('P-19 energy: one address has one account; the owner of it is told of a second sign-up, by mail alone', async () => {
    const first = await signUpAt(server, 'energy', 'customer', { mail: newAddress() });
    await finish(first, 'energy');
    const { mail } = await signUpAt(server, 'energy', 'dealer', { mail: first.mail, loginId: 'second-one' });
    await server.mail.waitFor(({ to, text }) => to === mail && text.includes('すでに登録されている'));
    expect(server.mail.mails.filter(({ to, text }) => to === mail && text.includes('set-password#'))).toHaveLength(1);
  });

  test('P-10 energy: of two sign-ups of one address that are finished at once, one becomes an account', async () => {
    const mail = newAddress();
    const both = [
      await signUpAt(server, 'energy', 'customer', { mail }),
      await signUpAt(server, 'energy', 'dealer', { mail, loginId: 'at-once' }),
    ];
    await linkTo(server, mail, 2);
    const tokens = server.mail.mails.filter(({ to }) => to === mail).map(({ text }) => tokenIn(text));
    const given = {
      password: passwordAt('energy'),
      phone: '0312345678',
      agreed: [{ document: 'terms', version: '2026-11-01' }],
    };
    const answers = await Promise.all(
      both.map(({ someone }, at) => someone.call('POST', '/passwords', { token: tokens[at], ...given })),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const users = await server.app.db.selectFrom('users').select('id').where('mail', '=', mail).execute();
    expect(users).toHaveLength(1);
  });

  test.each([
    ['energy', undefined],
    ['ups', 'kumorizo-7'],
  ] as const)('P-19 %s: a taken address and a free one are answered alike, to the letter', async (column, password) => {
    const bare = ({ answer, mail }: SignedUp) => answer.text.replace(mail, '').replaceAll(/sgn_[0-9a-f-]+/g, '');
    const { mail } = await personAt(server, column, { kind: 'customer' });
    const more = password === undefined ? {} : { password };
    const taken = await signUpAt(server, column, 'customer', { mail }, more);
    const free = await signUpAt(server, column, 'customer', { mail: newAddress() }, more);
    expect(taken.answer.status).toBe(201);
    expect(bare(taken)).toBe(bare(free));
  });
});

describe('proof of the address', () => {
  test('P-10 energy: a link, good to the end of the seventh day after, used once', async () => {
    const one = await signUpAt(server, 'energy', 'customer', { mail: newAddress() });
    const token = await linkTo(server, one.mail);
    const check = () => one.someone.call('POST', '/password-links/check', { token });
    // Midnight in Tokyo.
    const end = new Date('2026-11-27T15:00:00Z').getTime();
    expect((await check()).body).toMatchObject({ expiresAt: new Date(end).toISOString() });
    const late = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'wished' });
    const lateToken = await linkTo(server, late.mail);
    server.clock.move(end - server.clock.now().getTime() - 1);
    expect((await finish(one, 'energy')).set.status).toBe(204);
    expect(await check()).toMatchObject(problem('link-invalid'));
    const rival = () => signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'wished' });
    expect((await rival()).answer).toMatchObject(problem('login-id-taken'));
    server.clock.move(1);
    expect(await late.someone.call('POST', '/password-links/check', { token: lateToken })).toMatchObject(
      problem('link-invalid'),
    );
    // The wish was held while its link was good, and not longer.
    const next = await rival();
    expect(next.answer.status).toBe(201);
    await late.someone.call('POST', `/sign-ups/${String(late.answer.body.signUp)}/resend`);
    expect((await finish(next, 'energy')).set.status).toBe(204);
  });

  test('P-10 conference: a link, good for 24 hours', async () => {
    const [soon, late] = await Promise.all([
      signUpAt(server, 'conference', 'dealer', { mail: newAddress() }),
      signUpAt(server, 'conference', 'dealer', { mail: newAddress() }),
    ]);
    const token = await linkTo(server, late.mail);
    await linkTo(server, soon.mail);
    server.clock.move(24 * hoursMs - 1);
    expect((await finish(soon, 'conference')).set.status).toBe(204);
    server.clock.move(1);
    expect(await late.someone.call('POST', '/password-links/check', { token })).toMatchObject(problem('link-invalid'));
  });

  test('P-10 the default: a code of six digits, good for ten minutes', async () => {
    const one = await signUpAt(server, sixthSite, 'customer', { mail: newAddress() });
    const prove = async () =>
      one.someone.call('POST', `/sign-ups/${String(one.answer.body.signUp)}/code`, {
        code: await codeTo(server, one.mail),
      });
    expect(await codeTo(server, one.mail)).toMatch(/^\d{6}$/);
    server.clock.move(10 * minutesMs);
    expect(await prove()).toMatchObject(problem('code-wrong'));
  });
});

describe('second check', () => {
  test('P-10 energy: terms again and the phone number as it was given, in whatever form', async () => {
    const one = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'phone-1' });
    const { asked, set } = await finish(one, 'energy', { agreed: [] });
    expect(asked).toEqual({ documents: [{ document: 'terms', version: '2026-11-01' }], phone: true });
    expect(set).toMatchObject(problem('terms-not-agreed'));
    expect((await finish(one, 'energy', { phone: '' })).set.body.errors).toEqual([
      expect.objectContaining({ pointer: '/phone', code: 'identifiers/required' }),
    ]);
    expect((await finish(one, 'energy', { phone: '03-1234-5679' })).set).toMatchObject({
      ...problem('phone-wrong'),
      body: { params: { left: 4 }, errors: [expect.objectContaining({ pointer: '/phone' })] },
    });
    expect((await finish(one, 'energy', { phone: '０３（１２３４）５６７８' })).set.status).toBe(204);
  });

  test('P-10 energy: after five wrong numbers the sign-up is over, and its login ID is free; guesses at once count on one', async () => {
    const one = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'phone-2' });
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, at) => finish(one, 'energy', { phone: `03-1234-99${10 + at}` }).catch(() => null)),
    );
    const looked = guesses.filter((guess) => /phone-(wrong|tries-spent)$/.test(String(guess?.set.body.type)));
    expect(looked).toHaveLength(5);
    const token = await linkTo(server, one.mail);
    expect(await one.someone.call('POST', '/password-links/check', { token })).toMatchObject(problem('link-invalid'));
    const next = await signUpAt(server, 'energy', 'dealer', { mail: newAddress(), loginId: 'phone-2' });
    expect(next.answer.status).toBe(201);
  });

  test.each(columns.filter((column) => column !== 'energy'))('P-10 %s: none', async (column) => {
    const { body } = await browserAt(server, column).call('GET', '');
    expect((body.signUps as { secondCheck: unknown }[]).filter(({ secondCheck }) => secondCheck !== null)).toEqual([]);
  });
});

describe('address and password, a code, then the rest', () => {
  const begin = (mail: string, password = passwordAt('ups')) =>
    signUpAt(server, 'ups', 'customer', { mail }, { password });
  const prove = (one: SignedUp, code: string) =>
    one.someone.call('POST', `/sign-ups/${String(one.answer.body.signUp)}/code`, { code });

  test('P-10 ups: the password is judged with the address', async () => {
    const { answer } = await begin(newAddress(), 'kumorizora');
    expect(faultsIn(answer)).toEqual(['/password accounts/password-digit', '/password accounts/password-symbol']);
    const without = await signUpAt(server, 'ups', 'customer', { mail: newAddress() });
    expect(faultsIn(without.answer)).toEqual(['/password identifiers/required']);
  });

  test('P-10 ups: the code is good for 24 hours, and of one address only the newest counts', async () => {
    const mail = newAddress();
    const first = await begin(mail);
    const old = await codeTo(server, mail);
    const second = await begin(mail);
    const newest = await codeTo(server, mail, 2);
    expect(await prove(first, old)).toMatchObject(problem('code-wrong'));
    server.clock.move(24 * hoursMs - 1);
    expect((await prove(second, newest)).body).toEqual({ passwordToken: null });
    expect(await prove(second, newest)).toMatchObject(problem('code-wrong'));
    const late = await begin(newAddress());
    const code = await codeTo(server, late.mail);
    server.clock.move(24 * hoursMs);
    expect(await prove(late, code)).toMatchObject(problem('code-wrong'));
  });

  test('P-10 ups: login, consent, data; what is not done bars everything else, by the API too', async () => {
    const one = await begin(newAddress());
    expect((await logIn(one, 'ups', one.mail)).status).toBe(401);
    await prove(one, await codeTo(server, one.mail));
    const { someone } = one;
    expect((await logIn(one, 'ups', one.mail)).body).toMatchObject({ owed: ['consent', 'customer-data'] });
    const owes = (step: string) => ({ status: 403, body: { params: { step } } });
    expect(await someone.call('GET', '/account')).toMatchObject(owes('consent'));
    const { body: consents } = await someone.call('GET', '/consents');
    expect(consents.owed).toEqual([{ document: 'privacy-consent', version: '2026-11-01' }]);
    expect((await someone.call('POST', '/consents', { agreed: consents.owed })).status).toBe(204);
    const off = capabilities.filter(({ optional }) => optional).map(({ name }) => name);
    const held = allRoutes.filter(
      ({ route, capability }) =>
        !off.includes(capability) &&
        route.access !== 'public' &&
        route.whileOwing !== 'anything' &&
        !route.whileOwing?.includes('customer-data'),
    );
    expect(held.length).toBeGreaterThanOrEqual(30);
    for (const { route } of held) {
      const path = route.path.replace('/api/{site}', '').replaceAll(/\{\w+\}/g, 'x');
      expect({ route: route.operationId, ...(await someone.call(route.method.toUpperCase(), path)) }).toMatchObject(
        owes('customer-data'),
      );
    }
    const account = await someone.call('GET', '/account');
    expect(account.body.values).toEqual({ language: 'ja', news: false, club: false });
    const { company, phone, kana } = filledIn;
    const save = (values: Record<string, unknown>) =>
      someone.call('PATCH', '/account', { values }, { 'if-match': account.headers.get('etag') ?? '' });
    expect((await save({ company, phone, kana, name: '' })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/values/name', code: 'identifiers/required' }),
    ]);
    for (const name of ['担当者', '担 当 者', 'ＡＤＭＩＮ', 'Help Desk'])
      expect((await save({ company, phone, kana, name })).body.errors).toEqual([
        expect.objectContaining({ pointer: '/values/name', code: 'accounts/name-role' }),
      ]);
    expect((await save({ company, phone, kana, name: '見本 花子' })).status).toBe(200);
    expect((await someone.call('GET', '/session')).body).toMatchObject({
      owed: [],
      organization: { name: company, kind: 'customer' },
    });
  });
});
