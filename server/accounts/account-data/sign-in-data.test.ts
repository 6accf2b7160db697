import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreements, logIn, newCompany, testPassword, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person, type Person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

let addresses = 0;
const newAddress = () => `new${(addresses += 1)}@example.jp`;
const longPassword = 'steam over the green hills';

/** Somebody of the site where the mail address is the login ID. */
async function newTeaShop(): Promise<Member> {
  const someone = person(server.url, sixthSite);
  const mail = newAddress();
  const values = { company: '湯の屋', personInCharge: '湯川 花', mail, mailAgain: mail, news: false };
  const asked = await someone.create('/sign-ups', { values, language: 'ja', agreed: await agreements(someone) });
  const received = await server.mail.waitFor((one) => one.to === mail);
  const code = /確認コード: (\d{6})/.exec(received.text)?.[1] ?? '';
  const proved = await someone.call('POST', `/sign-ups/${String(asked.body.signUp)}/code`, { code });
  await someone.call('POST', '/passwords', { token: proved.body.passwordToken, password: longPassword });
  return logIn(someone, mail, longPassword);
}

async function mailOf(member: Member): Promise<string> {
  return String(((await member.call('GET', '/session')).body.user as { mail: string }).mail);
}

function ask(member: Member, mail: string, more: Record<string, string> = {}) {
  return member.create('/account/mail-change', { mail, mailAgain: mail, password: testPassword, ...more });
}

async function linkTo(mail: string): Promise<string> {
  const received = await server.mail.waitFor((one) => one.to === mail && one.text.includes('mail-change#'));
  return /mail-change#([A-Za-z0-9_-]+)/.exec(received.text)?.[1] ?? '';
}

const dead = { status: 422, body: { type: '/problems/accounts/mail-link-invalid' } };

describe('P-13 change of the mail address', () => {
  test('P-13 the new address is proved first, the old one is warned, both hear of the change; ID, password and sessions stay', async () => {
    const member = await newCompany(server);
    const before = await mailOf(member);
    const mail = newAddress();
    expect(await ask(member, mail)).toMatchObject({ status: 201, body: { mail } });
    const token = await linkTo(mail);
    const warning = await server.mail.waitFor(
      (one) => one.to === before && one.subject.includes('お申し込みがありました'),
    );
    expect(warning.text).toContain('/conference/account/password');
    expect(warning.text).not.toContain(token);
    expect(warning.text).not.toContain(mail);
    expect(await mailOf(member)).toBe(before);
    expect((await member.call('GET', '/account')).body.mailChange).toMatchObject({ mail });
    const stranger = person(server.url, 'conference');
    expect((await stranger.call('POST', '/mail-changes/check', { token })).body).toMatchObject({
      mail,
      loginIdChanges: false,
    });
    expect(await mailOf(member)).toBe(before);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await stranger.call('POST', '/mail-changes', { token })).toMatchObject({ status: 200 });
    });
    expect(events).toEqual(['mail.changed']);
    expect(await mailOf(member)).toBe(mail);
    await server.mail.waitFor((one) => one.to === before && one.subject.includes('変更しました'));
    await server.mail.waitFor((one) => one.to === mail && one.subject.includes('変更しました'));
    expect(await stranger.call('POST', '/mail-changes', { token })).toMatchObject(dead);
    await logIn(person(server.url, 'conference'), member.loginId);
  });

  test('P-13 the link is over after 24 hours, by a newer one, by giving up and by a password set anew; the old address goes on', async () => {
    const member = await newCompany(server);
    const before = await mailOf(member);
    const first = newAddress();
    await ask(member, first);
    const old = await linkTo(first);
    const second = newAddress();
    await ask(member, second);
    const newer = await linkTo(second);
    expect(await member.call('POST', '/mail-changes', { token: old })).toMatchObject(dead);
    expect((await member.call('DELETE', '/account/mail-change')).status).toBe(204);
    expect(await member.call('POST', '/mail-changes', { token: newer })).toMatchObject(dead);
    const third = newAddress();
    await ask(member, third);
    const third_ = await linkTo(third);
    server.clock.move(1);
    await server.app.db
      .updateTable('users')
      .set({ password_changed_at: server.clock.now() })
      .where('login_id', '=', member.loginId)
      .execute();
    expect(await member.call('POST', '/mail-changes/check', { token: third_ })).toMatchObject(dead);
    const fourth = newAddress();
    await ask(member, fourth);
    const late = await linkTo(fourth);
    server.clock.move(24 * 3_600_000 - 1);
    expect((await member.call('POST', '/mail-changes/check', { token: late })).status).toBe(200);
    server.clock.move(1);
    expect(await member.call('POST', '/mail-changes', { token: late })).toMatchObject(dead);
    expect(await mailOf(await logIn(person(server.url, 'conference'), member.loginId))).toBe(before);
  });

  test.each([
    ['a wrong address', { mail: 'nobody', mailAgain: 'nobody' }, '/mail', 'identifiers/mail-address'],
    ['another address again', { mailAgain: 'else@example.jp' }, '/mailAgain', 'accounts/mail-again-differs'],
    ['no address again', { mailAgain: ' ' }, '/mailAgain', 'identifiers/required'],
    ['a wrong password', { password: 'Mistake26' }, '/password', 'accounts/present-password-wrong'],
  ])('P-13 %s is told at the field, nothing is asked', async (_, more, pointer, code) => {
    const member = await newCompany(server);
    const answer = await ask(member, newAddress(), more);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
    expect((await member.call('GET', '/account')).body.mailChange).toBeNull();
  });

  test('P-13 the present address is no new one; the sixth within an hour has to wait', async () => {
    const member = await newCompany(server);
    expect(await ask(member, await mailOf(member))).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/mail-unchanged' },
    });
    for (let at = 0; at < 5; at += 1) expect((await ask(member, newAddress())).status).toBe(201);
    expect((await ask(member, newAddress())).status).toBe(429);
  });

  test('P-13 where the address is the login ID, it changes with it and all sessions end', async () => {
    const member = await newTeaShop();
    const mail = newAddress();
    expect((await ask(member, mail, { password: longPassword })).status).toBe(201);
    const token = await linkTo(mail);
    expect(await member.call('POST', '/mail-changes', { token })).toMatchObject({ body: { loginIdChanges: true } });
    expect((await member.call('GET', '/session')).status).toBe(401);
    const old = await person(server.url, sixthSite).call('POST', '/session', {
      loginId: member.loginId,
      password: longPassword,
    });
    expect(old.status).toBe(401);
    await logIn(person(server.url, sixthSite), mail, longPassword);
  });

  test('P-19 a taken address looks the same on screen; its owner hears of it and no link goes out', async () => {
    const owner = await newTeaShop();
    const member = await newTeaShop();
    const taken = await ask(member, owner.loginId, { password: longPassword });
    const free = await ask(await newTeaShop(), newAddress(), { password: longPassword });
    expect(Object.keys(taken.body)).toEqual(Object.keys(free.body));
    expect(taken.status).toBe(free.status);
    const received = await server.mail.waitFor(
      (one) => one.to === owner.loginId && one.subject.includes('変更について'),
    );
    expect(received.text).not.toContain('mail-change#');
    const links = server.mail.mails.filter((one) => one.to === owner.loginId && one.text.includes('mail-change#'));
    expect(links).toEqual([]);
  });
});

describe('K-09 another login ID', () => {
  const put = (who: Person, loginId: string, password = testPassword) =>
    who.call('PUT', '/account/login-id', { loginId, password });

  test('K-09 it is mailed, other sessions end, the old one is nothing any more, and case counts', async () => {
    const member = await newCompany(server);
    const mail = await mailOf(member);
    const elsewhere = await logIn(person(server.url, 'conference'), member.loginId);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await put(member, 'ＴＥＡ2026ｘｙ')).toMatchObject({ status: 200, body: { loginId: 'TEA2026xy' } });
    });
    expect(events).toEqual(['login-id.changed']);
    expect((await member.call('GET', '/session')).body.user).toMatchObject({ loginId: 'TEA2026xy' });
    expect((await elsewhere.call('GET', '/session')).status).toBe(401);
    const received = await server.mail.waitFor((one) => one.to === mail && one.subject.includes('ログインIDを変更'));
    expect(received.text).toContain('TEA2026xy');
    const tryLogIn = (loginId: string) =>
      person(server.url, 'conference').call('POST', '/session', { loginId, password: testPassword });
    expect((await tryLogIn(member.loginId)).status).toBe(401);
    expect((await tryLogIn('tea2026xy')).status).toBe(401);
    expect((await tryLogIn('TEA2026xy')).status).toBe(200);
    expect((await put(member, member.loginId)).status).toBe(200);
  });

  test('K-09 one that is taken in any case is refused at the field; of two at once one wins', async () => {
    const [first, second, third] = [await newCompany(server), await newCompany(server), await newCompany(server)];
    expect((await put(first, 'Shared01')).status).toBe(200);
    const refused = await put(second, 'sHARED01');
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/loginId', code: 'accounts/login-id-taken' }] },
    });
    const both = await Promise.all([put(second, 'Wanted01'), put(third, 'wanted01')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });

  test.each([
    ['1234567', 'accounts/login-id-length'],
    ['12345678901', 'accounts/login-id-length'],
    ['abc-def-1', 'accounts/login-id-letters-digits'],
    ['', 'identifiers/required'],
  ])('K-09 %j is refused with %s before any password is looked at', async (loginId, code) => {
    const member = await newCompany(server);
    const answer = await put(member, loginId, 'Mistake26');
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/loginId', code }] } });
  });

  test('K-09 eight and ten characters are taken', async () => {
    const member = await newCompany(server);
    expect((await put(member, 'abcDEF12')).status).toBe(200);
    expect((await put(member, 'abcDEF1234')).status).toBe(200);
  });

  test('K-09 wrong present passwords count like failed logins, through any way, and the session stays', async () => {
    const member = await newCompany(server);
    for (let at = 0; at < 3; at += 1) expect((await put(member, `Other000${at}`, 'Mistake26')).status).toBe(422);
    for (let at = 0; at < 2; at += 1)
      expect((await ask(member, newAddress(), { password: 'Mistake26' })).status).toBe(422);
    expect(await put(member, 'Other0009')).toMatchObject({
      status: 429,
      body: { type: '/problems/accounts/login-locked', params: { seconds: 1 } },
    });
    expect((await member.call('GET', '/session')).status).toBe(200);
    server.clock.move(1_000);
    expect((await put(member, 'Other0009')).status).toBe(200);
  });

  test('K-09 where the mail address is the login ID, it cannot be changed here', async () => {
    const member = await newTeaShop();
    expect((await member.call('GET', '/account')).body.loginIdRule).toBeNull();
    expect(await put(member, 'whatever1', longPassword)).toMatchObject({
      status: 403,
      body: { type: '/problems/accounts/login-id-fixed' },
    });
  });
});

describe('P-16 my sessions', () => {
  type Listed = { id: string; browser: string; system: string; current: boolean };
  const list = async (member: Person) => (await member.call('GET', '/account/sessions')).body.items as Listed[];

  async function twice(): Promise<[Member, Member]> {
    const member = await newCompany(server);
    const other = person(server.url, 'conference');
    const agent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Safari/604.1';
    await other.call('POST', '/session', { loginId: member.loginId, password: testPassword }, { 'user-agent': agent });
    return [member, { ...member, ...other }];
  }

  test('P-16 they are listed in plain words, this one first; an ended one is dead on its next request', async () => {
    const [member, other] = await twice();
    const sessions = await list(member);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(sessions[1]).toMatchObject({ browser: 'safari', system: 'ios' });
    const events = await eventsCausedBy(server.app, async () => {
      expect((await member.call('DELETE', `/account/sessions/${String(sessions[1]?.id)}`)).status).toBe(204);
    });
    expect(events).toEqual(['session.ended']);
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await member.call('DELETE', `/account/sessions/${String(sessions[1]?.id)}`)).status).toBe(404);
    expect(await list(member)).toHaveLength(1);
  });

  test('P-16 all others end at once; again there is nothing to end; another person’s session is not there', async () => {
    const [member, other] = await twice();
    const stranger = await newCompany(server);
    const [foreign] = await list(stranger);
    expect((await member.call('DELETE', `/account/sessions/${String(foreign?.id)}`)).status).toBe(404);
    expect((await member.call('DELETE', '/account/sessions')).body).toEqual({ ended: 1 });
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await member.call('DELETE', '/account/sessions')).body).toEqual({ ended: 0 });
    expect((await stranger.call('GET', '/session')).status).toBe(200);
  });
});
