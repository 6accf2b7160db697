import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStock } from '../../server/licences/stock/check.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveDevices, newMaker } from '../../tools/test/devices.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';
import { assignNow, importOrder, lineOf } from './desk.ts';

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-20T03:00:00Z') }),
    launchBrowser(),
  ]);
  siteUrl = `${server.url}/${licenceSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const type = 'direct';
const at = (who: Colleague, path: string) => `${siteUrl}/o/${who.organization}/${path}`;

async function as(who: Colleague): Promise<Someone> {
  const someone = await sitDown(await browser.newPerson({ width: 1280, height: 800 }), 'ja');
  await enterAs(someone, siteUrl, who);
  return someone;
}

/** A row of a table that holds all of these, read in its cells. */
async function cellsOf({ page }: Someone, ...words: string[]): Promise<string[]> {
  const row = words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));
  await row.waitFor();
  return row.locator('th, td').allInnerTexts();
}

test('L-10 from the maker over two tiers of dealers to a camera: nothing is lost, and each sees its own part of the way', async () => {
  const number = 'B-2026';
  const operator = await newMaker(server, licenceSite);
  const dealer = await newDealer(server, '見本総販売店');
  const sub = await newDealer(server, '見本二次店', dealer.organization);
  const customer = await newCustomerOf(server, sub, '見本青葉商店');
  const [serial = ''] = await giveDevices(server, 1, { site: licenceSite, model: 'VC-30D' });

  const maker = await as(operator);
  await importOrder(maker, { type, number, dealer: dealer.loginId }, at(operator, 'licence-orders'));

  const top = await as(dealer);
  const { words } = top;
  await top.page.goto(at(dealer, 'licence-stock/pass/pass-on'));
  await field(top, words('licence-stock.pass.pass-on.to')).selectOption({ label: '見本二次店' });
  await field(top, lineOf(top, type)).fill('4');
  await button(top, words('licence-stock.pass.next')).click();
  await button(top, words('licence-stock.check.pass-on.submit')).click();
  await top.page.getByText(words('licence-stock.stock.passed', { name: '見本二次店' })).waitFor();

  const middle = await as(sub);
  await middle.page.getByRole('link', { name: words('licence-assign.cards.assignAction'), exact: true }).click();
  await assignNow(middle, { type, quantity: 2, to: customer });

  const end = await as(customer);
  await end.page.goto(at(customer, 'devices/register'));
  await field(end, words('devices.fields.serial')).fill(serial);
  await button(end, words('ui.confirm')).click();
  await button(end, words('devices.register.submit')).click();
  await end.page.getByText(words('licence-placements.part.until', { day: '2027年12月31日' })).waitFor();

  // The customer: one serves the camera, one waits; they came from the sub-dealer, whose people it is not told.
  await end.page.goto(at(customer, 'own-licences'));
  await heading(end, words('licence-placements.list.title'));
  await cellsOf(end, words('licence-placements.states.placed'), serial);
  await cellsOf(end, words('licence-placements.states.waiting'));
  await end.page.goto(at(customer, 'licences/assignments'));
  const given = (await cellsOf(end, '見本二次店')).map((text) => text.trim());
  expect(given.slice(1)).toEqual(['ダイレクトカメラ用 1年', '2', '2027/12/31', '見本二次店']);

  // The sub-dealer: four came, two went to the customer.
  await middle.page.goto(at(sub, 'licence-stock/moves'));
  expect(await cellsOf(middle, words('licence-stock.moves.in.pass-on'), '見本総販売店')).toContain('+4');
  expect(await cellsOf(middle, words('licence-stock.moves.out.assign'))).toContain('-2');

  // The dealer: four went on; what the sub-dealer has and assigned in numbers, and nothing of its customer.
  await top.page.goto(at(dealer, 'licence-stock'));
  expect((await cellsOf(top, 'ダイレクトカメラ用')).slice(-4)).toEqual(['6', '0', '2', '2']);
  for (const path of [
    'licence-stock/moves',
    'dealer-stock',
    'licences/assignments',
    'licences/renewals',
    'customers',
  ]) {
    await top.page.goto(at(dealer, path));
    await top.page.getByRole('status').first().waitFor();
    expect(await top.page.getByText('見本青葉商店').count()).toBe(0);
  }
  await top.page.goto(at(dealer, 'licence-stock/moves'));
  expect(await cellsOf(top, words('licence-stock.moves.out.pass-on'), '見本二次店')).toContain('-4');

  // The maker: the whole order, where each of its ten is now, and who was given them.
  await maker.page.goto(at(operator, 'licence-orders'));
  expect((await cellsOf(maker, number)).slice(-6, -1)).toEqual(['10', '6', '2', '2', '0']);
  await maker.page.goto(at(operator, 'dealer-stock'));
  expect((await cellsOf(maker, '見本総販売店')).slice(-2)).toEqual(['6', '0']);
  expect((await cellsOf(maker, '見本二次店')).slice(-2)).toEqual(['2', '2']);
  await maker.page.goto(at(operator, 'licences/assignments'));
  await cellsOf(maker, '見本青葉商店', '見本二次店', '見本 owner');
  expect((await checkStock(server.app.db)).faults).toEqual([]);
  for (const one of [maker, top, middle, end]) expectQuiet(one);
});
