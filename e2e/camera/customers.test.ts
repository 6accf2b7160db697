import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import {
  addCustomer,
  customerSite,
  newAddress,
  newDealer,
  newMaker,
  plantAssignment,
} from '../../tools/test/customers.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences } from '../../tools/test/licences.ts';
import { makeBelow, newColleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { linkTo } from '../../tools/test/sign-ups.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  siteUrl = `${server.url}/${customerSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const looks = [
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1280, height: 800 },
] as const;

async function begin(look: (typeof looks)[number]): Promise<Someone> {
  return sitDown(await browser.newPerson(look), look.language);
}

/** Types an address into the form for a correction and says yes to what is asked. */
async function correct(someone: Someone, mail: string): Promise<void> {
  const { words } = someone;
  await field(someone, words('customers.correct.mail')).fill(mail);
  await button(someone, words('customers.correct.submit')).click();
  await button(someone, words('customers.correct.confirm')).click();
}

test.each(looks)('L-01 L-09 a dealer corrects a wrong address and acts for the customer: $language', async (look) => {
  const someone = await begin(look);
  const { page, words } = someone;
  const dealer = await newDealer(server, '見本販売', look.language);
  const [wrong, other] = [await addCustomer(dealer), await addCustomer(dealer)];
  await enterAs(someone, siteUrl, dealer);
  await page.getByRole('link', { name: words('customers.cards.action'), exact: true }).click();
  await heading(someone, words('customers.list.title'));
  await page
    .getByRole('row')
    .filter({ hasText: wrong.mail })
    .getByRole('link', { name: words('customers.list.openName', { name: '見本商店' }) })
    .click();
  await page.getByRole('link', { name: words('customers.view.correct') }).click();
  await button(someone, words('customers.correct.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await correct(someone, other.mail);
  await page.getByText(words('problems.accounts.login-id-taken')).first().waitFor();
  const right = newAddress();
  await correct(someone, right);
  await page.getByText(words('customers.view.corrected')).waitFor();
  await page.getByText(right).waitFor();
  expect(await linkTo(server, right)).not.toBe('');

  await page.getByRole('link', { name: words('customers.view.act'), exact: true }).click();
  await field(someone, words('acting.start.reason')).fill('設定のお手伝い');
  await button(someone, words('acting.start.submit')).click();
  const banner = page.getByRole('region', { name: words('acting.banner.label') });
  await banner.getByText('見本商店').waitFor();
  await page.goto(`${siteUrl}/o/${dealer.organization}/customers`);
  await heading(someone, words('acting.refused.title'));
  await page.goto(`${siteUrl}/account/security`);
  await heading(someone, words('acting.refused.title'));
  await banner.waitFor();
  await button(someone, words('acting.banner.endLong', { organization: '見本商店' }))
    .first()
    .click();
  await page.getByText(words('acting.over.title')).waitFor();
  await page.goto(`${siteUrl}/o/${dealer.organization}/acting`);
  await page.getByRole('row').filter({ hasText: '見本商店' }).filter({ hasText: '設定のお手伝い' }).first().waitFor();
  expectQuiet(someone);
});

test.each(looks)('L-01 once licences are assigned an operator corrects the address: $language', async (look) => {
  const someone = await begin(look);
  const { page, words } = someone;
  const [dealer, operator] = [
    await newDealer(server, '見本販売', look.language),
    await newMaker(server, look.language),
  ];
  const customer = await addCustomer(dealer);
  await plantAssignment(server, dealer, customer);
  await enterAs(someone, siteUrl, operator);
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts/${customer.user}`);
  await page.getByRole('link', { name: words('account-data.managed.address') }).click();
  await field(someone, words('customers.operator.reason')).fill('電話での確認');
  const right = newAddress();
  await correct(someone, right);
  await heading(someone, words('customers.operator.doneTitle'));
  for (const to of [customer.mail, right])
    await server.mail.waitFor((mail) => mail.to === to && /訂正/.test(mail.subject));
  await page.getByRole('link', { name: words('customers.operator.back') }).click();
  await page.getByText(right).first().waitFor();

  const theirs = await begin(look);
  await enterAs(theirs, siteUrl, dealer);
  await theirs.page.goto(`${siteUrl}/o/${dealer.organization}/customers/${customer.id}/address`);
  await theirs.page.getByRole('link', { name: words('customers.correct.back') }).waitFor();
  expect(await field(theirs, words('customers.correct.mail')).count()).toBe(0);
  expectQuiet(someone);
  expectQuiet(theirs);
});

test.each(looks)('L-01 an operator moves licences of a wrong account to the right one: $language', async (look) => {
  const someone = await begin(look);
  const { page, words } = someone;
  const [dealer, operator] = [await newDealer(server), await newMaker(server, look.language)];
  const wrong = await addCustomer(dealer, { company: `誤記商店${look.language}` });
  const right = await addCustomer(dealer, { company: `正記商店${look.language}` });
  const line = { type: 'direct', termMonths: 12, quantity: 2 };
  await giveStock(server, customerSite, dealer.organization, [line]);
  await assignLicences(dealer, wrong.id, line);
  await enterAs(someone, siteUrl, operator);
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-holders`);
  const find = page.getByRole('textbox', { name: words('licence-holders.find.customerName') });
  const choose = async (mail: string, name: string) => {
    await find.fill(mail);
    await find.press('Enter');
    await page.getByRole('radio', { name }).check();
  };
  await choose(wrong.mail, `誤記商店${look.language}`);
  await button(someone, words('licence-holders.find.submit')).click();
  await button(someone, words('licence-holders.move.all')).click();
  await choose(right.mail, `正記商店${look.language}`);
  await button(someone, words('licence-holders.move.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await field(someone, words('licence-holders.move.reason')).fill('宛先の誤り');
  await button(someone, words('licence-holders.move.submit')).click();
  await button(someone, words('licence-holders.move.confirm')).click();
  await heading(someone, words('licence-holders.move.doneTitle'));
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-holders/${right.id}`);
  await page.getByRole('checkbox').nth(1).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(2);
  expectQuiet(someone);
});

test.each(looks)(
  'L-10 maker, dealer, sub-dealer, customer: each sees its own and nothing else: $language',
  async (look) => {
    const someone = await begin(look);
    const { page, words } = someone;
    const dealer = await newDealer(server, '見本総販売店', look.language);
    const own = await addCustomer(dealer);
    const below = await makeBelow(dealer, 'dealer', { name: '見本二次店' });
    const sub = await newColleague(server, below, 'owner', { siteId: customerSite, language: look.language });
    const theirs = await addCustomer(sub);
    await enterAs(someone, siteUrl, dealer);
    await page.goto(`${siteUrl}/o/${dealer.organization}/customers`);
    await page.getByText(own.mail).waitFor();
    expect(await page.getByText(theirs.mail).count()).toBe(0);
    await page.goto(`${siteUrl}/o/${dealer.organization}/organizations`);
    await page.getByText('見本二次店').waitFor();
    await page.goto(`${siteUrl}/o/${dealer.organization}/customers/${theirs.id}`);
    await heading(someone, words('shell.notFound.title'));
    await page.goto(`${siteUrl}/o/${dealer.organization}/organizations/${theirs.id}/act`);
    await heading(someone, words('shell.notFound.title'));

    const next = await begin(look);
    await enterAs(next, siteUrl, sub);
    await next.page.goto(`${siteUrl}/o/${sub.organization}/customers`);
    await next.page.getByText(theirs.mail).waitFor();
    expect(await next.page.getByText(own.mail).count()).toBe(0);
    await next.page.goto(`${siteUrl}/o/${dealer.organization}/customers`);
    await heading(next, words('shell.notFound.title'));

    const maker = await begin(look);
    const operator = await newMaker(server, look.language);
    await enterAs(maker, siteUrl, operator);
    await maker.page.goto(`${siteUrl}/o/${operator.organization}/accounts?user=${theirs.mail}`);
    await maker.page
      .getByRole('link', { name: theirs.mail })
      .or(maker.page.getByText(theirs.mail).first())
      .first()
      .waitFor();
    expectQuiet(maker);
  },
);
