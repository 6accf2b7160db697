import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sayYes, sitDownOperator, typePeriod, typeTexts } from '../announce.ts';
import { button, expectQuiet, heading, logIn, openLogin, sitDown } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(['ja', 'en'] as const)(
  'P-04 P-26 an operator writes a notice, dealers read it at the login page, at home and in the list, in %s',
  async (language) => {
    const siteUrl = `${server.url}/conference`;
    const operator = await sitDownOperator(server, browser, language);
    const { page, words } = operator;
    const [titleJa, titleEn] = [`新しい版のお知らせ（${language}）`, `A new version (${language})`];
    const title = language === 'ja' ? titleJa : titleEn;
    const text = language === 'ja' ? '画面の文字が大きくなりました。' : 'Letters are larger now.';

    await page
      .getByRole('link', { name: words('notices.menu.notices') })
      .first()
      .click();
    await heading(operator, words('notices.list.title'));
    await page.getByRole('link', { name: words('notices.list.compose') }).click();
    await heading(operator, words('notices.compose.newNotice'));
    await button(operator, words('notices.compose.toPreview')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 6 })).waitFor();
    await page.getByRole('radio', { name: words('notices.kinds.important') }).check();
    await typePeriod(operator, server, 30, -30);
    await typeTexts(operator, 'title', titleJa, titleEn);
    await typeTexts(operator, 'body', '画面の**文字**が大きくなりました。', '**Letters** are larger now.');
    await button(operator, words('notices.compose.toPreview')).click();
    await page.getByText(words('problems.notices.ends-before-start')).first().waitFor();
    await typePeriod(operator, server, -1, 120);
    await page.getByText(words('ui.wizard.saved')).waitFor();
    await page.reload();
    await heading(operator, words('notices.compose.newNotice'));
    await button(operator, words('notices.compose.toPreview')).click();
    await heading(operator, words('notices.preview.title'));
    for (const one of [titleJa, titleEn]) await page.getByText(one).waitFor();

    const dealer = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    await openLogin(dealer, siteUrl);
    expect(await dealer.page.getByText(title).count()).toBe(0);

    await sayYes(operator, words('notices.preview.publish'));
    await page.getByText(words('notices.detail.published')).waitFor();

    await dealer.page.reload();
    await dealer.page.getByText(title).waitFor();
    await dealer.page.getByText(text).waitFor();
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    await logIn(dealer, siteUrl, company.loginId);
    await dealer.page.getByText(text).waitFor();
    await dealer.page.getByRole('link', { name: words('notices.all') }).click();
    await heading(dealer, words('notices.title'));
    await dealer.page.getByText(text).first().waitFor();

    await page.getByRole('link', { name: words('notices.detail.edit') }).click();
    await heading(operator, words('notices.compose.changeNotice'));
    await typeTexts(operator, 'title', `${titleJa}・訂正`, `${titleEn}, corrected`);
    await button(operator, words('notices.compose.toPreview')).click();
    await heading(operator, words('notices.preview.title'));
    await sayYes(operator, words('notices.preview.save'));
    await page.getByText(words('notices.detail.changed')).waitFor();
    await dealer.page.reload();
    await dealer.page.getByText(language === 'ja' ? `${titleJa}・訂正` : `${titleEn}, corrected`).waitFor();

    await sayYes(operator, words('notices.detail.endNotice'));
    await page.getByText(words('notices.detail.ended')).waitFor();
    await dealer.page.reload();
    await dealer.page.locator('details').getByText(words('notices.over'), { exact: true }).first().waitFor();
    await dealer.page.goto(siteUrl);
    await heading(dealer, words('shell.welcome.title'));
    expect(await dealer.page.getByText(title).count()).toBe(0);
    expectQuiet(operator);
    expectQuiet(dealer);
  },
);

test('P-04 a notice that nobody has seen can be deleted, one in another tab is not overwritten', async () => {
  const operator = await sitDownOperator(server, browser, 'ja');
  const { page, words } = operator;
  const site = `${server.url}/conference`;
  const path = page.url();
  expect(path).toContain(site);
  await page
    .getByRole('link', { name: words('notices.menu.notices') })
    .first()
    .click();
  await page.getByRole('link', { name: words('notices.list.compose') }).click();
  await typePeriod(operator, server, 60, 120);
  await typeTexts(operator, 'title', '来月の予定', 'Next month');
  await typeTexts(operator, 'body', '本文です。', 'A text.');
  await button(operator, words('notices.compose.toPreview')).click();
  await sayYes(operator, words('notices.preview.publish'));
  await page.getByText(words('notices.detail.published')).waitFor();
  const detail = page.url().replace(/\?.*/, '');

  const second = { ...operator, page: await page.context().newPage() };
  await second.page.goto(`${detail}/edit`);
  await heading(second, words('notices.compose.changeNotice'));
  await page.goto(`${detail}/edit`);
  for (const [who, title] of [
    [operator, '一人目'],
    [second, '二人目'],
  ] as const) {
    await heading(who, words('notices.compose.changeNotice'));
    await typeTexts(who, 'title', title, title);
    await button(who, words('notices.compose.toPreview')).click();
    await heading(who, words('notices.preview.title'));
    await sayYes(who, words('notices.preview.save'));
  }
  await page.getByText(words('notices.detail.changed')).waitFor();
  await second.page.getByText(words('notices.preview.changedMeanwhile')).waitFor();
  await page.goto(detail);
  await heading(operator, '一人目');
  await sayYes(operator, words('notices.detail.deleteNotice'));
  await page.getByText(words('notices.detail.deleted')).waitFor();
  expect(await page.getByText('一人目').count()).toBe(0);
  expectQuiet(operator);
});
