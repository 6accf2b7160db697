import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newReader, newSender, publishNotice } from '../../tools/test/mailings.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;
const siteId = 'printer';

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(['ja', 'en'] as const)(
  'P-05 a customer agrees to news, an operator tries and sends a notice, and the customer withdraws by the mail, in %s',
  async (language) => {
    const site = `${server.url}/${siteId}`;
    const name = language === 'ja' ? '見本商会' : 'Sample Traders';
    const organization = await newOrganization(server, 'customer', name, siteId);
    const account = await newReader(server, siteId, { organization, language });
    const colleague = await newReader(server, siteId, { organization, language });
    const customer = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    await enterAs(customer, site, account);
    await customer.page.goto(`${site}/account`);
    await button(customer, customer.words('mailings.account.agree')).click();
    await customer.page.getByText(customer.words('mailings.account.agreed')).waitFor();

    const sender = await newSender(server, siteId);
    await sender.call('PATCH', '/session', { language });
    const notice = await publishNotice(server, sender, language);
    const operator = await sitDown(await browser.newPerson({ language }), language);
    const { page, words } = operator;
    await enterAs(operator, site, sender);
    await page.goto(`${site}/o/${sender.organization}/notices/${notice}`);
    await page.getByRole('link', { name: words('notices.detail.mail') }).click();
    await heading(operator, words('mailings.compose.title'));
    await page.getByRole('radio', { name: words('mailings.kinds.news') }).check();
    await page.getByRole('radio', { name: words('mailings.compose.aims.chosen') }).check();
    await page.getByLabel(words('mailings.compose.find')).fill(name);
    await page.keyboard.press('Enter');
    await button(operator, words('mailings.compose.add', { name })).click();
    await button(operator, words('mailings.compose.submit')).click();
    await page.getByRole('heading', { name: words('mailings.check.receivers', { count: 1 }) }).waitFor();
    for (const title of [`題名 ${language}`, `Title ${language}`]) await page.getByText(title).first().waitFor();
    await button(operator, words('mailings.check.test')).click();
    await page.getByText(words('mailings.check.tested')).waitFor();
    const tried = await server.mail.waitFor((mail) => mail.to === sender.mail);
    expect(tried.subject).toMatch(language === 'ja' ? /【試し送り】題名 ja/ : /\(Test\) Title en/);
    await button(operator, words('mailings.check.back')).click();
    await field(operator, words('mailings.compose.notice')).waitFor();
    await button(operator, words('mailings.compose.remove', { name })).waitFor();
    await button(operator, words('mailings.compose.submit')).click();
    await button(operator, words('mailings.check.send')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('mailings.check.send') })
      .click();
    await page.getByText(words('mailings.check.sent')).waitFor();
    await page.getByText(words('mailings.states.done')).first().waitFor();

    const received = await server.mail.waitFor((mail) => mail.to === account.mail);
    const link = /https?:\S+\/news#\S+/.exec(received.text)?.[0] ?? '';
    await customer.page.context().clearCookies();
    await customer.page.goto(link.replace(/^https?:\/\/[^/]+/, server.url));
    await button(customer, customer.words('mailings.withdraw.submit')).click();
    await heading(customer, customer.words('mailings.withdraw.doneTitle'));

    await page.reload();
    const withdrawn = page
      .locator('dt', { hasText: words('mailings.view.withdrawn') })
      .locator('xpath=following-sibling::dd[1]');
    await expect.poll(() => withdrawn.textContent()).toBe('1');
    await page.goto(`${site}/o/${sender.organization}/news-consents?text=${encodeURIComponent(account.mail)}`);
    await page.getByText(words('mailings.ways.link')).last().waitFor();
    await page.getByText(words('mailings.answers.no')).last().waitFor();
    await allMailed(server);
    expect(server.mail.mails.filter((mail) => mail.to === colleague.mail)).toEqual([]);
    expectQuiet(operator);
    expectQuiet(customer);
  },
);
