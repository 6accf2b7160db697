import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany, testPassword } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, expectQuiet, field, heading, enterAs, loginIdField, paste, sitDown } from '../people.ts';
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

test.each(['ja', 'en'] as const)(
  'K-01 K-10 a first visit: both policies can be read before OK, the login works only after it, once for each browser, in %s',
  async (language) => {
    const context = await browser.newPerson({ language, width: 1280, height: 900 });
    const someone = await sitDown(context, language);
    const { page, words } = someone;
    await page.goto(`${siteUrl()}/login?lang=${language}`);
    await page.getByRole('heading', { name: words('accounts.logIn.noticeTitle') }).waitFor();
    expect(await field(someone, words('accounts.logIn.password')).count()).toBe(0);
    for (const name of ['cookie-policy', 'privacy-policy']) {
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: words(`shell.documents.${name}`) })
        .click();
      await heading(someone, words(`shell.documents.${name}`));
      await page.goBack();
      await page.getByRole('heading', { name: words('accounts.logIn.noticeTitle') }).waitFor();
    }
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    await button(someone, words('accounts.logIn.noticeOk')).click();
    await loginIdField(someone).fill(company.loginId);
    await field(someone, words('accounts.logIn.password')).fill(testPassword);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('shell.welcome.title'));

    const second = await sitDown(context, language);
    await context.clearCookies({ name: '__Host-conference' });
    await second.page.goto(`${siteUrl()}/login`);
    await field(second, words('accounts.logIn.password')).waitFor();
    expect(await button(second, words('accounts.logIn.noticeOk')).count()).toBe(0);
    expectQuiet(someone);
  },
);

test.each(['ja', 'en'] as const)('K-10 the manual is read, downloaded and printed, in %s', async (language) => {
  const someone = await sitDown(await browser.newPerson({ language, width: 1920, height: 1080 }), language);
  const { page, words } = someone;
  await page.goto(`${siteUrl()}/login?lang=${language}`);
  await page
    .getByRole('banner')
    .getByRole('link', { name: words('shell.manual') })
    .click();
  await heading(someone, words('shell.documents.manual'));
  const contents = page.getByRole('navigation', { name: words('shell.documentPage.contents') });
  await contents.getByRole('link').nth(20).waitFor();
  const chapters = await contents.getByRole('link').allInnerTexts();
  expect(chapters.length).toBeGreaterThan(20);
  await contents.getByRole('link').last().click();
  await page.waitForURL(/#s\d+$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words('shell.documentPage.download') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`conference-manual-2026-11-01.${language}.html`);
  const file = await readFile(await download.path(), 'utf8');
  for (const chapter of chapters) expect(file).toContain(chapter.replaceAll('&', '&amp;'));
  const { extractText, getDocumentProxy } = await import('unpdf');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  expect(totalPages).toBeGreaterThan(3);
  expect(totalPages).toBeLessThan(16);
  expect(text).not.toContain(words('shell.documentPage.download'));
  expectQuiet(someone);
});

test('P-38 the home page offers what was begun, and goes on at the step where it was left', async () => {
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 1280, height: 900 }), 'ja');
  const { page, words } = someone;
  const company = await newCompany(server);
  await enterAs(someone, siteUrl(), company);
  await toDeviceStep(someone);
  await page.goto(siteUrl());
  await heading(someone, words('shell.welcome.title'));
  expect(await page.getByText(words('shell.welcome.begun')).count()).toBe(0);
  await toDeviceStep(someone);
  await paste(someone, words('registration-keys.fields.deviceId'), '0123456789ABCDEF');
  await page.getByText(words('ui.wizard.saved')).waitFor();
  await page.goto(siteUrl());
  await page.getByText(words('shell.welcome.begun')).waitFor();
  await page.getByRole('link', { name: /^続きを開く：/ }).click();
  await heading(someone, words('registration-keys.issue.device.title'));
  const boxes = page.getByRole('group', { name: words('registration-keys.fields.deviceId') }).getByRole('textbox');
  expect(await boxes.first().inputValue()).toBe('0123');
  expectQuiet(someone);
});

test('P-28 without cookies a page says so, in both languages', async () => {
  const context = await browser.newPerson({ language: 'en' });
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
  });
  const someone = await sitDown(context, 'en');
  await someone.page.goto(`${siteUrl()}/login?lang=en`);
  await heading(someone, someone.words('shell.cookies.title'));
  await someone.page.goto(`${siteUrl()}/login?lang=ja`);
  await someone.page.getByRole('heading', { name: 'クッキーが無効になっています' }).waitFor();
  expectQuiet(someone);
  expect(await someone.page.getByRole('textbox').count()).toBe(0);
});
