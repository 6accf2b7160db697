import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { button, expectQuiet, field, heading, logIn, sitDown } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
const password = 'steam over the green hills';

beforeAll(async () => {
  const moreSites = { [sixthSite]: writeSixthSite };
  [server, browser] = await Promise.all([startTestServer({ moreSites }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`P-01 P-10 a site from data alone: sign-up by mail and code, login, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page, words } = someone;
    const siteUrl = `${server.url}/${sixthSite}`;
    const mail = `tea-${language}@example.jp`;
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
    await fill('personInCharge', '見本 太郎');
    await fill('mail', mail);
    await fill('mailAgain', mail);
    await button(someone, words('accounts.signUp.form.next')).click();
    await heading(someone, words('accounts.signUp.confirm.title'));
    await button(someone, words('accounts.signUp.confirm.submit')).click();
    await heading(someone, words('accounts.signUp.code.title'));
    const received = await server.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d{6})/.exec(received.text)?.[1] ?? '';
    await page.reload();
    await heading(someone, words('accounts.signUp.code.title'));
    await field(someone, words('accounts.signUp.code.label')).fill(code === '000000' ? '000001' : '000000');
    await button(someone, words('accounts.signUp.code.submit')).click();
    await page.getByText(words('problems.accounts.code-wrong')).first().waitFor();
    await field(someone, words('accounts.signUp.code.label')).fill(code);
    await button(someone, words('accounts.signUp.code.submit')).click();
    await heading(someone, words('accounts.signUp.password.title'));
    await field(someone, words('accounts.setPassword.password')).fill(password);
    await field(someone, words('accounts.setPassword.again')).fill(password);
    await button(someone, words('accounts.setPassword.submit')).click();
    await heading(someone, words('accounts.signUp.done.title'));
    await logIn(someone, siteUrl, mail, password);
    await page.getByText(words('shell.welcome.nothing')).waitFor();
    expect(await page.getByRole('link', { name: words('registration-keys.menu.issue') }).count()).toBe(0);
    await page.goto(`${page.url().replace(/\/$/, '')}/o/org_01a1fabe-7ebc-704c-b10d-f849e933f70b/registration-keys`);
    await heading(someone, words('shell.notFound.title'));
    expectQuiet(someone);
  });
});
