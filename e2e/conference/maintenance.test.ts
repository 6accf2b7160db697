import { afterAll, beforeAll, expect, test } from 'vitest';
import { minutesMs } from '../../server/kernel/clock.ts';
import { newCompany, testPassword } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { planWindow, sayYes, sitDownOperator } from '../announce.ts';
import {
  button,
  expectQuiet,
  field,
  heading,
  logIn,
  loginIdField,
  openLogin,
  paste,
  sitDown,
  type Someone,
} from '../people.ts';
import { toDeviceStep } from '../wizard.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const siteUrl = () => `${server.url}/conference`;
const line = (someone: Someone) =>
  someone.page.getByLabel(someone.words('registration-keys.issue.device.line', { line: 1 }));

/** On to the next step, which the server refuses while the site is closed. */
async function pressNext(dealer: Someone): Promise<void> {
  await button(dealer, dealer.words('ui.next')).click();
  await dealer.page
    .getByRole('dialog')
    .getByRole('button', { name: dealer.words('registration-keys.issue.device.confirm') })
    .click();
}

test.each(['ja', 'en'] as const)(
  'P-04 K-01 maintenance is announced, comes in the middle of the wizard, and afterwards nothing is lost, in %s',
  async (language) => {
    const operator = await sitDownOperator(server, browser, language);
    const { words } = operator;
    await planWindow(operator, server, 10, 25);

    const dealer = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page } = dealer;
    await openLogin(dealer, siteUrl());
    await page.getByText(words('notices.maintenance.planned')).waitFor();
    await page.getByText(language === 'ja' ? '（日本標準時）' : '(Japan Standard Time)').waitFor();
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    await logIn(dealer, siteUrl(), company.loginId);
    await page.getByText(words('notices.maintenance.planned')).waitFor();
    await toDeviceStep(dealer);
    await paste(dealer, words('registration-keys.fields.deviceId'), randomHex(16));
    await line(dealer).fill('名古屋支店 2階');
    await page.getByText(words('ui.wizard.saved')).waitFor();

    server.clock.move(11 * minutesMs);
    await pressNext(dealer);
    await heading(dealer, words('closed.maintenance.title'));
    await button(dealer, words('closed.retry')).click();
    await page.getByText(language === 'ja' ? 'まだ再開していません' : 'Still closed').waitFor();

    await operator.page.reload();
    await operator.page
      .getByRole('status')
      .filter({ hasText: language === 'ja' ? 'メンテナンス中です' : 'Maintenance runs until' })
      .waitFor();
    expect((await fetch(siteUrl())).status).toBe(503);

    server.clock.move(15 * minutesMs);
    await button(dealer, words('closed.retry')).click();
    await heading(dealer, words('registration-keys.issue.device.title'));
    expect(await line(dealer).inputValue()).toBe('名古屋支店 2階');
    await pressNext(dealer);
    await heading(dealer, words('registration-keys.issue.keys.title'));
    expectQuiet(dealer);
    expectQuiet(operator);
  },
);

test.each(['en'] as const)(
  'P-04 a window so long that the session ends: after logging in again the wizard goes on at the same step, in %s',
  async (language) => {
    const operator = await sitDownOperator(server, browser, language);
    const { words } = operator;
    await planWindow(operator, server, 5, 185);
    const dealer = await sitDown(await browser.newPerson({ language, width: 1280, height: 900 }), language);
    const { page } = dealer;
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    await logIn(dealer, siteUrl(), company.loginId);
    await toDeviceStep(dealer);
    const wizard = page.url();
    await paste(dealer, words('registration-keys.fields.deviceId'), randomHex(16));
    await line(dealer).fill('福岡支店 受付');
    await page.getByText(words('ui.wizard.saved')).waitFor();

    server.clock.move(6 * minutesMs);
    await line(dealer).fill('福岡支店 受付の横');
    await heading(dealer, words('closed.maintenance.title'));

    const late = await sitDown(await browser.newPerson({ language }), language);
    await late.page.goto(`${siteUrl()}/login?lang=${language}`);
    await heading(late, words('closed.maintenance.title'));
    await late.page.getByRole('link', { name: words('closed.operators') }).click();
    await late.page.getByText(words('accounts.logIn.operators')).waitFor();
    await button(late, words('accounts.logIn.noticeOk')).click();
    const typed = { loginId: operator.loginId, password: testPassword };
    for (const [name, value] of Object.entries(typed)) await field(late, words(`accounts.logIn.${name}`)).fill(value);
    await button(late, words('accounts.logIn.submit')).click();
    await heading(late, words('shell.welcome.title'));

    server.clock.move(180 * minutesMs);
    await button(dealer, words('closed.retry')).click();
    await heading(dealer, words('accounts.logIn.title'));
    await loginIdField(dealer).fill(company.loginId);
    await field(dealer, words('accounts.logIn.password')).fill(testPassword);
    await button(dealer, words('accounts.logIn.submit')).click();
    await heading(dealer, words('registration-keys.issue.device.title'));
    expect(page.url()).toBe(wizard);
    expect(await line(dealer).inputValue()).toBe('福岡支店 受付の横');
    expectQuiet(dealer);
    expectQuiet(late);
  },
);

test('P-04 an operator ends a window early and cancels another; a reload in between shows the server’s own page', async () => {
  const operator = await sitDownOperator(server, browser, 'ja');
  const { words, page } = operator;
  await planWindow(operator, server, 5, 65);
  const stranger = await sitDown(await browser.newPerson({ language: 'en' }), 'en');
  server.clock.move(6 * minutesMs);
  await stranger.page.goto(`${siteUrl()}/sign-up`);
  await heading(stranger, stranger.words('closed.maintenance.title'));
  await stranger.page.getByRole('link', { name: stranger.words('closed.otherLanguage') }).click();
  await stranger.page.getByRole('heading', { name: words('closed.maintenance.title') }).waitFor();
  await page.reload();
  await sayYes(operator, words('notices.detail.endWindow'));
  await page.getByText(words('notices.detail.ended')).waitFor();
  await stranger.page.getByRole('link', { name: words('closed.retry') }).click();
  await stranger.page.getByRole('heading', { level: 1, name: words('accounts.signUp.terms.title') }).waitFor();

  await planWindow(operator, server, 30, 90);
  await sayYes(operator, words('notices.detail.cancelWindow'));
  await page.getByText(words('notices.detail.cancelled')).waitFor();
  server.clock.move(20 * minutesMs);
  await page.reload();
  expect((await fetch(siteUrl())).status).toBe(200);
  expectQuiet(operator);
});
