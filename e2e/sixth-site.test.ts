import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { policyOfNobody, sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
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

let server: TestServer;
let browser: TestBrowser;
const password = 'kettle-water';
const hourMs = 3_600_000;
const leapYearMs = 366 * 24 * hourMs;

beforeAll(async () => {
  const moreSites = { [sixthSite]: (folder: string) => writeSixthSite(folder, policyOfNobody) };
  [server, browser] = await Promise.all([startTestServer({ moreSites }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`P-01 P-10 a site from data alone, with a policy of its own: sign-up, lock, expiry, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page, words } = someone;
    const siteUrl = `${server.url}/${sixthSite}`;
    const mail = `tea-${language}@example.jp`;
    const loginId = `tea-house-${language}`;
    await page.goto(`${siteUrl}/login?lang=${language}`);
    await page.getByRole('link', { name: words('accounts.logIn.signUp') }).click();
    await heading(someone, words('accounts.signUp.terms.title'));
    await page.getByText(language === 'ja' ? '湯沸かし器は安全に' : 'use your kettle with care').waitFor();
    await button(someone, words('accounts.signUp.terms.agree')).click();
    await heading(someone, words('accounts.signUp.form.title'));
    await button(someone, words('accounts.signUp.form.next')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 4 })).waitFor();
    const fill = (name: string, text: string) => field(someone, words(`accounts.signUp.fields.${name}`)).fill(text);
    await fill('company', '見本茶園');
    await fill('loginId', loginId);
    await fill('mail', mail);
    await fill('mailAgain', mail);
    await button(someone, words('accounts.signUp.form.next')).click();
    await heading(someone, words('accounts.signUp.confirm.title'));
    await button(someone, words('accounts.signUp.confirm.submit')).click();
    await heading(someone, words('accounts.signUp.code.title'));
    const received = await server.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d{8})/.exec(received.text)?.[1] ?? '';
    await page.reload();
    await heading(someone, words('accounts.signUp.code.title'));
    await field(someone, words('accounts.signUp.code.label')).fill(code === '00000000' ? '00000001' : '00000000');
    await button(someone, words('accounts.signUp.code.submit')).click();
    await page.getByText(words('problems.accounts.code-wrong')).first().waitFor();
    await field(someone, words('accounts.signUp.code.label')).fill(code);
    await button(someone, words('accounts.signUp.code.submit')).click();
    await heading(someone, words('accounts.signUp.password.title'));
    await field(someone, words('accounts.setPassword.password')).fill(password);
    await field(someone, words('accounts.setPassword.again')).fill(password);
    await button(someone, words('accounts.setPassword.submit')).click();
    await heading(someone, words('accounts.signUp.done.title'));
    await logIn(someone, siteUrl, loginId, password);
    await page.getByText(words('shell.welcome.nothing')).waitFor();
    expect(await page.getByRole('link', { name: words('registration-keys.menu.issue') }).count()).toBe(0);
    await page.goto(`${page.url().replace(/\/$/, '')}/o/org_01a1fabe-7ebc-704c-b10d-f849e933f70b/registration-keys`);
    await heading(someone, words('shell.notFound.title'));
    await lockAndExpire(someone, siteUrl, loginId);
    expectQuiet(someone);
  });
});

/** Three wrong passwords lock for an hour; a year later the password is changed before anything else. */
async function lockAndExpire(someone: Someone, siteUrl: string, loginId: string): Promise<void> {
  const { page, words } = someone;
  const typeLogin = async (typed: string) => {
    await loginIdField(someone).fill(loginId);
    await field(someone, words('accounts.logIn.password')).fill(typed);
    await button(someone, words('accounts.logIn.submit')).click();
  };
  server.clock.move(hourMs);
  await openLogin(someone, siteUrl);
  for (let n = 1; n <= 3; n += 1) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await typeLogin('kettle-steam');
    await answered;
    await page.getByText(words('problems.accounts.login-refused')).first().waitFor();
  }
  await typeLogin(password);
  await page
    .getByText(/60 ?(?:分後|minutes)/)
    .first()
    .waitFor();
  server.clock.move(hourMs);
  await typeLogin(password);
  await heading(someone, words('shell.welcome.title'));
  server.clock.move(leapYearMs);
  await openLogin(someone, siteUrl);
  await typeLogin(password);
  await heading(someone, words('passwords.change.owedTitle'));
}
