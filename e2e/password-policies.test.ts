import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysMs } from '../server/kernel/clock.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { newMember } from '../tools/test/members.ts';
import { codeAndResetByMail, initialAndChangeAtLogin, sixthSiteWith } from '../tools/test/policies.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite } from '../tools/test/sixth-site.ts';
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
} from './people.ts';

const byCode = sixthSite;
const byInitial = 'lamps';
const password = 'Engawa-26a';
const nextPassword = 'Veranda-27b';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  const moreSites = {
    [byCode]: sixthSiteWith(codeAndResetByMail),
    [byInitial]: sixthSiteWith(initialAndChangeAtLogin),
  };
  [server, browser] = await Promise.all([startTestServer({ moreSites }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function changedDaysAgo(userId: string, days: number): Promise<void> {
  const password_changed_at = new Date(server.clock.now().getTime() - days * daysMs);
  await server.app.db.updateTable('users').set({ password_changed_at }).where('id', '=', userId).execute();
}

async function typeLogin(someone: Someone, loginId: string, typed: string): Promise<void> {
  const { words } = someone;
  await loginIdField(someone).fill(loginId);
  await field(someone, words('accounts.logIn.password')).fill(typed);
  await button(someone, words('accounts.logIn.submit')).click();
}

async function typeNewPassword(someone: Someone, wished: string): Promise<void> {
  for (const label of ['passwords.change.next', 'passwords.change.again'])
    await field(someone, someone.words(label)).fill(wished);
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`P-12 P-03 an expired password, the mailed code, and the consent of a first login, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page, words } = someone;
    const siteUrl = `${server.url}/${byCode}`;
    const mail = `tea-${language}@example.jp`;
    const userId = await newMember(server, { site: byCode, loginId: mail, mail, password, language, agreed: false });
    await changedDaysAgo(userId, 181);
    await openLogin(someone, siteUrl);
    await typeLogin(someone, mail, password);
    await page.getByText(words('problems.accounts.password-expired')).waitFor();
    await page.getByRole('link', { name: words('passwords.logIn.setAnew') }).click();
    await heading(someone, words('passwords.forgotten.title'));
    await field(someone, words('passwords.forgotten.mail')).fill(mail);
    await button(someone, words('passwords.forgotten.submit')).click();
    await heading(someone, words('passwords.code.title'));
    const { text } = await server.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d{6})/.exec(text)?.[1] ?? '';
    await page.reload();
    await heading(someone, words('passwords.code.title'));
    await field(someone, words('passwords.code.code')).fill(code === '000000' ? '000001' : '000000');
    await typeNewPassword(someone, password);
    await button(someone, words('passwords.code.submit')).click();
    await page.getByText(words('problems.accounts.code-wrong')).first().waitFor();
    await field(someone, words('passwords.code.code')).fill(code);
    await button(someone, words('passwords.code.submit')).click();
    await page.getByText(words('problems.accounts.password-same')).first().waitFor();
    await page.getByText(words('passwords.code.proved')).waitFor();
    await typeNewPassword(someone, nextPassword);
    await button(someone, words('passwords.code.submit')).click();
    await heading(someone, words('accounts.setPassword.doneTitle'));
    await openLogin(someone, siteUrl);
    await typeLogin(someone, mail, nextPassword);
    await heading(someone, words('consents.title'));
    await button(someone, words('consents.agree')).click();
    await heading(someone, words('shell.welcome.title'));
    const rows = await server.app.db.selectFrom('consents').select('version').where('user_id', '=', userId).execute();
    expect(rows).toHaveLength(2);
    expectQuiet(someone);
  });

  test(`P-12 a password that somebody else chose, and one that expires soon, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language }), language);
    const { page, words } = someone;
    const siteUrl = `${server.url}/${byInitial}`;
    const loginId = `lamp-${language}`;
    const member = { site: byInitial, loginId, mail: `${loginId}@example.jp`, password, language } as const;
    const userId = await newMember(server, { ...member, initial: true, agreed: false });
    await page.goto(`${siteUrl}/account?lang=${language}`);
    await heading(someone, words('accounts.logIn.title'));
    await typeLogin(someone, loginId, password);
    await heading(someone, words('passwords.change.owedTitle'));
    await page.goto(siteUrl);
    await heading(someone, words('passwords.change.owedTitle'));
    await page.goto(`${siteUrl}/account`);
    await heading(someone, words('passwords.change.owedTitle'));
    await field(someone, words('passwords.change.present')).fill(password);
    await typeNewPassword(someone, nextPassword);
    await button(someone, words('passwords.change.submit')).click();
    await heading(someone, words('consents.title'));
    await button(someone, words('consents.agree')).click();
    await page.waitForURL(`${siteUrl}/account`);

    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await button(someone, words('shell.account.logOut')).click();
    await page.getByText(words('accounts.logIn.loggedOut')).waitFor();
    await changedDaysAgo(userId, 88);
    await logIn(someone, siteUrl, loginId, nextPassword);
    const warning = page.getByText(
      language === 'ja' ? /有効期限まで、あと\d日/ : /expires (?:within a day|in \d days)/,
    );
    await warning.waitFor();
    await page.getByRole('link', { name: words('shell.welcome.expires.link') }).click();
    await heading(someone, words('passwords.change.title'));
    await expect.poll(() => page.getByRole('button', { name: words('passwords.change.submit') }).count()).toBe(1);
    expectQuiet(someone);
  });
});
