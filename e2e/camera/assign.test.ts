import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../domain/accounts/permissions.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences, licenceSite, newCustomerOf, newDealer, serveDevices } from '../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

const looks = [
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1280, height: 800 },
] as const;
type Look = (typeof looks)[number];

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;
/** A dealer with stock for each look, whose customer has two devices until the end of 2027. */
const scenes = new Map<Look, { dealer: Colleague; customer: Colleague }>();

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-20T03:00:00Z') }),
    launchBrowser(),
  ]);
  siteUrl = `${server.url}/${licenceSite}`;
  const line = { type: 'direct', termMonths: 12, quantity: 2 };
  for (const look of looks) {
    const dealer = await newDealer(server);
    const customer = await newCustomerOf(server, dealer);
    await giveStock(server, licenceSite, dealer.organization, [{ ...line, quantity: 6 }]);
    await assignLicences(dealer, customer.organization, line);
    await serveDevices(server, customer, 2);
    scenes.set(look, { dealer, customer });
  }
  server.clock.move(Date.parse('2027-09-01T01:00:00Z') - server.clock.now().getTime());
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function begin(look: Look, role: Role = 'owner'): Promise<{ someone: Someone; customer: Colleague }> {
  const scene = scenes.get(look);
  if (!scene) throw new Error('no scene');
  const { language } = look;
  const dealer = await newColleague(server, scene.dealer.organization, role, { siteId: licenceSite, language });
  const someone = await sitDown(await browser.newPerson(look), language);
  await enterAs(someone, siteUrl, dealer);
  return { someone, customer: scene.customer };
}

test.each(looks)(
  'L-11 L-06 from the calendar, renewed by itself on the best day, and cancelled: $language',
  async (look) => {
    const { someone } = await begin(look);
    const { page, words } = someone;
    await page.getByRole('link', { name: words('licence-assign.cards.renewalsAction'), exact: true }).click();
    await heading(someone, words('licence-assign.renewals.title'));
    await page
      .getByRole('row')
      .getByRole('link', { name: words('licence-assign.renewals.renew') })
      .click();
    await heading(someone, words('licence-assign.check.title'));
    await page
      .getByText(words('licence-assign.check.lost', { count: 61 }))
      .first()
      .waitFor();
    // A day after the last one: which devices are without a licence is said, and has to be agreed to.
    await page.getByRole('radio').nth(2).check();
    await field(someone, words('licence-assign.check.day')).fill('2028-01-11');
    await page.getByText(words('licence-assign.check.lateTitle', { count: 2 })).waitFor();
    await button(someone, words('licence-assign.check.plan')).click();
    await page.getByText(words('licence-assign.check.agreeMissing')).first().waitFor();
    await page.getByRole('checkbox', { name: words('licence-assign.check.agree') }).check();
    await field(someone, words('licence-assign.check.day')).fill('2028-01-12');
    expect(await page.getByRole('checkbox', { name: words('licence-assign.check.agree') }).isChecked()).toBe(false);
    await page.getByRole('radio').nth(1).check();
    await button(someone, words('licence-assign.check.plan')).click();
    await heading(someone, words('licence-assign.done.plannedTitle'));
    await page.getByRole('link', { name: words('licence-assign.done.toPlans') }).click();
    await heading(someone, words('licence-assign.plans.title'));
    const cancel = page.getByRole('button', { name: words('licence-assign.plans.cancel') });
    await expect.poll(() => cancel.count()).toBe(2);
    await cancel.first().click();
    await button(someone, words('licence-assign.plans.cancelYes')).click();
    await page.getByText(words('licence-assign.plans.cancelled')).waitFor();
    await expect.poll(() => cancel.count()).toBe(1);
    expectQuiet(someone);
  },
);

test.each(looks)(
  'L-03 chosen, for a customer found by part of its address, checked and assigned: $language',
  async (look) => {
    const { someone, customer } = await begin(look);
    const { page, words } = someone;
    await page.getByRole('link', { name: words('licence-assign.cards.assignAction'), exact: true }).click();
    await heading(someone, words('licence-assign.licences.title'));
    const quantity = page.getByRole('textbox').first();
    const next = button(someone, words('licence-assign.licences.next'));
    await next.click();
    await page.getByText(words('problems.licences.lines-missing')).first().waitFor();
    await quantity.fill('99');
    await next.click();
    await page
      .getByText(words('licence-assign.licences.over', { available: '4' }))
      .first()
      .waitFor();
    await quantity.fill('1');
    await next.click();
    await heading(someone, words('licence-assign.customer.title'));
    const address = field(someone, words('licence-assign.customer.text'));
    const toCheck = button(someone, words('licence-assign.customer.next'));
    await address.fill('ow');
    await toCheck.click();
    await page.getByText(words('licence-assign.customer.short')).first().waitFor();
    await address.fill(customer.mail.slice(0, 12));
    await page.getByRole('radio').check();
    await toCheck.click();
    await heading(someone, words('licence-assign.check.title'));
    await page.reload();
    await page.getByText(customer.mail).waitFor();
    await page.getByRole('radio').first().check();
    await button(someone, words('licence-assign.check.assign')).dblclick();
    await heading(someone, words('licence-assign.done.assignedTitle'));
    await page.goBack();
    await page.goForward();
    await page.getByRole('link', { name: words('licence-assign.done.toHistory') }).click();
    await heading(someone, words('licence-assign.history.title'));
    // The first two, long ago, and the one of now.
    await expect.poll(() => page.getByRole('row').filter({ hasText: customer.mail }).count()).toBe(2);
    expectQuiet(someone);
  },
);

test.each(looks)(
  'L-11 L-03 who may only look sees the calendar, the plans and the history of some days, and finds back to the stock: $language',
  async (look) => {
    const { someone, customer } = await begin(look, 'viewer');
    const { page, words } = someone;
    await page.getByRole('link', { name: words('licence-assign.cards.renewalsAction'), exact: true }).click();
    await heading(someone, words('licence-assign.renewals.title'));
    await page.getByRole('cell', { name: '見本工業' }).waitFor();
    const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
    expect(await link(words('licence-assign.menu.assign')).count()).toBe(0);
    expect(await page.getByRole('row').getByRole('link').count()).toBe(0);
    await link(words('licence-assign.menu.plans')).click();
    await heading(someone, words('licence-assign.plans.title'));
    expect(await page.getByRole('button', { name: words('licence-assign.plans.cancel') }).count()).toBe(0);

    const base = page.url().slice(0, page.url().indexOf('/licences/'));
    await page.goto(`${base}/licences/assignments`);
    const rows = page.getByRole('row').filter({ hasText: customer.mail });
    const [from, until] = [field(someone, words('ui.table.from')), field(someone, words('ui.table.until'))];
    const search = button(someone, words('ui.table.search'));
    await from.fill('2026-11-21');
    await until.fill('2026-11-20');
    await search.click();
    await page.getByText(words('problems.exports.from-after-to')).first().waitFor();
    await from.fill('2026-11-20');
    await search.click();
    await expect.poll(() => rows.count()).toBe(1);
    await page.waitForURL(/from=2026-11-20&until=2026-11-20/);
    await page.reload();
    await until.waitFor();
    await expect.poll(() => until.inputValue()).toBe('2026-11-20');
    await until.fill('2026-11-19');
    await from.fill('');
    await search.click();
    await page.getByText(words('ui.table.zeroHint')).waitFor();

    await page.goto(`${base}/licence-stock/moves`);
    await link(words('licence-stock.moves.back')).click();
    await heading(someone, words('licence-stock.stock.title'));
    expectQuiet(someone);
  },
);
