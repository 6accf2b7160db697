import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, testPassword } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newMember } from '../../tools/test/members.ts';
import { codeOf, setUpApp } from '../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import {
  button,
  expectQuiet,
  field,
  heading,
  logIn,
  loginIdField,
  openLogin,
  sitDown,
  type Someone,
} from '../people.ts';
import { giveAuthenticator } from './virtual-authenticator.ts';

const demanding = 'locks';
const longPassword = 'steam over the green hills';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  const moreSites = {
    [sixthSite]: writeSixthSite,
    [demanding]: (folder: string) =>
      writeSixthSite(folder, 'accounts: { secondFactor: { demandedOf: [{ organization: customer }] } }\n'),
  };
  [server, browser] = await Promise.all([startTestServer({ moreSites }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function sit(language: 'ja' | 'en', phone: boolean): Promise<Someone> {
  const size = phone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  return sitDown(await browser.newPerson({ language, ...size }), language);
}

async function logOut(someone: Someone): Promise<void> {
  const { page, words } = someone;
  await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
  await button(someone, words('shell.account.logOut')).click();
  await page.getByText(words('accounts.logIn.loggedOut')).waitFor();
}

async function typePassword(someone: Someone, label: string, password: string): Promise<void> {
  await field(someone, someone.words(label)).fill(password);
}

/** Ten codes; without saying that they are kept nobody goes on. */
async function keepCodes(someone: Someone): Promise<string[]> {
  const { page, words } = someone;
  const list = page.getByRole('list', { name: words('second-factor.codes.list') });
  await list.waitFor();
  const codes = await list.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await button(someone, words('second-factor.security.goOn')).click();
  await page.getByText(words('second-factor.codes.keptMissing')).waitFor();
  await page.getByLabel(words('second-factor.codes.kept')).check();
  await button(someone, words('second-factor.security.goOn')).click();
  await heading(someone, words('second-factor.security.title'));
  return codes;
}

async function logInByPasskey(someone: Someone, siteUrl: string): Promise<void> {
  const { words } = someone;
  await openLogin(someone, siteUrl);
  await button(someone, words('accounts.logIn.passkey')).click();
}

describe.each([
  { language: 'ja', phone: false, site: 'conference' },
  { language: 'en', phone: true, site: sixthSite },
] as const)('in $language at $site', ({ language, phone, site }) => {
  test(`P-16 a passkey is added, logs in without an ID, is renamed and removed, in ${language}`, async () => {
    const someone = await sit(language, phone);
    const { page, words } = someone;
    const siteUrl = `${server.url}/${site}`;
    const password = site === sixthSite ? longPassword : testPassword;
    let loginId = `passkey-${language}@example.jp`;
    if (site === sixthSite) await newMember(server, { site, loginId, mail: loginId, password, language });
    else loginId = (await newCompany(server)).loginId;
    const authenticator = await giveAuthenticator(someone);
    await logIn(someone, siteUrl, loginId, password);
    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await page.getByRole('link', { name: words('shell.account.security') }).click();
    await heading(someone, words('second-factor.security.title'));
    await page.getByText(words('second-factor.security.off')).waitFor();
    await page.getByRole('link', { name: words('second-factor.passkeys.add') }).click();
    await heading(someone, words('second-factor.add.title'));
    await field(someone, words('second-factor.add.name')).fill('机の上');
    await typePassword(someone, 'second-factor.add.password', 'wrong-password');
    await button(someone, words('second-factor.add.submit')).click();
    await page.getByText(words('problems.accounts.present-password-wrong')).first().waitFor();
    expect(await field(someone, words('second-factor.add.name')).inputValue()).toBe('机の上');
    await typePassword(someone, 'second-factor.add.password', password);
    await button(someone, words('second-factor.add.submit')).click();
    await heading(someone, words('second-factor.add.doneTitle'));
    await keepCodes(someone);
    await page.getByRole('heading', { level: 3, name: '机の上' }).waitFor();
    expect(await authenticator.credentials()).toBe(1);

    await logOut(someone);
    await logInByPasskey(someone, siteUrl);
    await heading(someone, words('shell.welcome.title'));

    await page.goto(`${siteUrl}/account/security`);
    await page.getByRole('link', { name: words('second-factor.passkeys.openName', { name: '机の上' }) }).click();
    await field(someone, words('second-factor.passkey.rename')).fill('鞄の中');
    await button(someone, words('second-factor.passkey.save')).click();
    await heading(someone, words('second-factor.passkey.title', { name: '鞄の中' }));
    await page.getByText(words('second-factor.remove.last')).waitFor();
    await typePassword(someone, 'second-factor.remove.password', password);
    await button(someone, words('second-factor.passkey.remove')).click();
    await heading(someone, words('second-factor.security.title'));
    await page.getByText(words('second-factor.security.off')).waitFor();
    const mail = await server.mail.waitFor(
      (one) => one.text.includes(loginId) && /解除しました|is off/.test(one.subject),
    );
    expect(mail.text).toContain(`${siteUrl}/account/security`);

    await logOut(someone);
    await logInByPasskey(someone, siteUrl);
    await page.getByText(words('problems.accounts.passkey-refused')).waitFor();
    await logIn(someone, siteUrl, loginId, password);
    expectQuiet(someone);
  });
});

describe.each([
  { language: 'ja', phone: true },
  { language: 'en', phone: false },
] as const)('in $language', ({ language, phone }) => {
  test(`P-16 an app is set up over a reload, asks at the next login, a recovery code opens once, in ${language}`, async () => {
    const someone = await sit(language, phone);
    const { page, words } = someone;
    const siteUrl = `${server.url}/conference`;
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    const code = () => field(someone, words('second-factor.step.totp'));
    await logIn(someone, siteUrl, company.loginId);
    await page.goto(`${siteUrl}/account/security`);
    await page.getByRole('link', { name: words('second-factor.app.setUp') }).click();
    await typePassword(someone, 'second-factor.app.password', testPassword);
    await button(someone, words('second-factor.app.next')).click();
    await page.getByRole('img', { name: words('second-factor.app.qr') }).waitFor();
    const shown = await page.locator('code').first().innerText();
    await page.reload();
    await page.getByRole('img', { name: words('second-factor.app.qr') }).waitFor();
    expect(await page.locator('code').first().innerText()).toBe(shown);
    const secret = shown.replaceAll(/\s/g, '');
    await field(someone, words('second-factor.app.code')).fill(codeOf(server, secret, 3));
    await button(someone, words('second-factor.app.confirm')).click();
    await page.getByText(words('problems.accounts.totp-code-wrong')).first().waitFor();
    await field(someone, words('second-factor.app.code')).fill(codeOf(server, secret));
    await button(someone, words('second-factor.app.confirm')).click();
    await heading(someone, words('second-factor.app.doneTitle'));
    const [recoveryCode = ''] = await keepCodes(someone);
    await logOut(someone);
    server.clock.move(30_000);

    // Where somebody wanted to go is kept over both steps and a reload between them.
    const begin = async () => {
      await page.goto(`${siteUrl}/account/security`);
      await loginIdField(someone).fill(company.loginId);
      await field(someone, words('accounts.logIn.password')).fill(testPassword);
      await button(someone, words('accounts.logIn.submit')).click();
      await heading(someone, words('second-factor.step.title'));
    };
    await begin();
    await page.reload();
    await code().fill('000000');
    await button(someone, words('second-factor.step.submit')).click();
    await page.getByText(words('problems.accounts.second-factor-wrong')).first().waitFor();
    await code().fill(codeOf(server, secret).replace(/(\d{3})/, '$1 '));
    await button(someone, words('second-factor.step.submit')).click();
    await heading(someone, words('second-factor.security.title'));

    await logOut(someone);
    await begin();
    await button(someone, words('second-factor.step.useCode')).click();
    const typed = () => field(someone, words('second-factor.step.code'));
    await typed().fill(recoveryCode.toLowerCase());
    await button(someone, words('second-factor.step.submit')).click();
    await heading(someone, words('second-factor.security.title'));
    await page.getByText(words('second-factor.codes.left', { left: 9, count: 10 })).waitFor();
    await logOut(someone);
    await begin();
    await button(someone, words('second-factor.step.useCode')).click();
    await typed().fill(recoveryCode);
    await button(someone, words('second-factor.step.submit')).click();
    await page.getByText(words('problems.accounts.second-factor-wrong')).first().waitFor();
    server.clock.move(5 * 60_000);
    await typed().fill(recoveryCode);
    await button(someone, words('second-factor.step.submit')).click();
    await heading(someone, words('second-factor.step.overTitle'));
    await page.getByRole('link', { name: words('second-factor.step.over') }).click();
    await heading(someone, words('accounts.logIn.title'));
    expectQuiet(someone);
  });
});

test('P-16 a passkey answers the second step, too', async () => {
  const someone = await sit('ja', false);
  const { page, words } = someone;
  const siteUrl = `${server.url}/conference`;
  const company = await newCompany(server);
  const { secret } = await setUpApp(server, company);
  await giveAuthenticator(someone);
  const begin = async () => {
    await openLogin(someone, siteUrl);
    await loginIdField(someone).fill(company.loginId);
    await field(someone, words('accounts.logIn.password')).fill(testPassword);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('second-factor.step.title'));
  };
  await begin();
  await field(someone, words('second-factor.step.totp')).fill(codeOf(server, secret));
  await button(someone, words('second-factor.step.submit')).click();
  await heading(someone, words('shell.welcome.title'));
  await page.goto(`${siteUrl}/account/security/passkeys/new`);
  await typePassword(someone, 'second-factor.add.password', testPassword);
  await button(someone, words('second-factor.add.submit')).click();
  await heading(someone, words('second-factor.add.doneTitle'));
  await button(someone, words('second-factor.security.back')).click();
  await heading(someone, words('second-factor.security.title'));
  await logOut(someone);
  await begin();
  await button(someone, words('second-factor.step.passkey')).click();
  await heading(someone, words('shell.welcome.title'));
  const { data } = await server.app.db
    .selectFrom('events')
    .select('data')
    .where('what', '=', 'login.done')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(data).toEqual({ with: 'password+passkey' });
  expectQuiet(someone);
});

test.each(['ja', 'en'] as const)(
  'P-16 where a second factor is demanded it is set up first, then the wanted page opens, in %s',
  async (language) => {
    const someone = await sit(language, language === 'ja');
    const { page, words } = someone;
    const siteUrl = `${server.url}/${demanding}`;
    const mail = `demanded-${language}@example.jp`;
    await newMember(server, { site: demanding, loginId: mail, mail, password: longPassword, language });
    await giveAuthenticator(someone);
    await page.goto(`${siteUrl}/account/sessions?lang=${language}`);
    await loginIdField(someone).fill(mail);
    await field(someone, words('accounts.logIn.password')).fill(longPassword);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('second-factor.security.owedTitle'));
    await page.reload();
    await page.getByRole('link', { name: words('second-factor.passkeys.add') }).click();
    await typePassword(someone, 'second-factor.add.password', longPassword);
    await button(someone, words('second-factor.add.submit')).click();
    await heading(someone, words('second-factor.add.doneTitle'));
    const list = page.getByRole('list', { name: words('second-factor.codes.list') });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(10);
    await page.getByLabel(words('second-factor.codes.kept')).check();
    await button(someone, words('second-factor.security.goOn')).click();
    await heading(someone, words('account-data.sessions.title'));
    expectQuiet(someone);
  },
);
