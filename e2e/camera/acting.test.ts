import { afterAll, beforeAll, expect, test } from 'vitest';
import { outsideId } from '../../server/kernel/ids.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newMaker } from '../../tools/test/devices.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences, licenceSite, newCustomerOf, newDealer, serveDevices } from '../../tools/test/licences.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';
import { assignNow } from './desk.ts';

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

const bannerOf = ({ page, words }: Someone) => page.getByRole('region', { name: words('acting.banner.label') });

/** Begins to act for somebody, on the page with the button for it. */
async function actFor(someone: Someone, act: string, reason: string): Promise<void> {
  const { page, words } = someone;
  await page.getByRole('link', { name: act, exact: true }).click();
  await field(someone, words('acting.start.reason')).fill(reason);
  await button(someone, words('acting.start.submit')).click();
  await heading(someone, words('shell.welcome.title'));
}

async function stop(someone: Someone, organization: string): Promise<void> {
  const { page, words } = someone;
  const end = button(someone, words('acting.banner.endLong', { organization }));
  await end.first().click();
  await page.getByText(words('acting.over.title')).waitFor();
}

/** Opens the record of the only time that somebody acted for this reason, and finds both names and what was done. */
async function record(someone: Someone, of: Colleague, reason: string, ...told: string[]): Promise<void> {
  const { page } = someone;
  await page.goto(at(of, `acting?text=${encodeURIComponent(reason)}`));
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText(reason).waitFor();
  for (const one of told) await page.getByText(one).first().waitFor();
}

/** What was done to licences on behalf of somebody: who did it, and for whom. */
async function actedEvents(): Promise<string[][]> {
  const rows = await server.app.db
    .selectFrom('events')
    .select(['what', 'actor_id as actor', 'on_behalf_of as of'])
    .where('on_behalf_of', 'is not', null)
    .where('what', 'like', 'licences.%')
    .orderBy('id')
    .execute();
  return rows.map(({ what, actor, of }) => [what, outsideId('user', actor ?? ''), outsideId('organization', of ?? '')]);
}

test('P-17 L-09 an operator assigns for a dealer, the dealer moves a licence for its customer; both are named to those whose it is', async () => {
  const operator = await newMaker(server, licenceSite);
  const dealer = await newDealer(server, '見本販売');
  const customer = await newCustomerOf(server, dealer, '見本工業');
  const line = { type, termMonths: 12, quantity: 2 };
  await giveStock(server, licenceSite, dealer.organization, [{ ...line, quantity: 5 }]);
  await assignLicences(dealer, customer.organization, line);
  const [first, second] = await serveDevices(server, customer, 2);
  if (!first || !second) throw new Error('no cameras');

  const desk = await as(operator);
  const { words } = desk;
  await desk.page.goto(at(operator, `organizations/${dealer.organization}`));
  await actFor(desk, words('organizations.view.act'), '電話での割り当ての依頼');
  await desk.page.goto(at(dealer, 'licences/assign'));
  await bannerOf(desk).getByText('見本販売').waitFor();
  await assignNow(desk, { type, quantity: 1, to: customer });
  await bannerOf(desk).waitFor();
  await desk.page.getByRole('link', { name: words('licence-assign.done.toHistory') }).click();
  await expect.poll(() => desk.page.getByRole('row').filter({ hasText: customer.mail }).count()).toBe(2);
  await stop(desk, '見本販売');

  const shop = await as(dealer);
  await shop.page.goto(at(dealer, `customers/${customer.organization}`));
  await actFor(shop, words('customers.view.act'), '現地での設定');
  await shop.page.goto(at(customer, 'own-licences?state=placed'));
  await bannerOf(shop).getByText('見本工業').waitFor();
  await shop.page.getByRole('row').nth(1).getByRole('link').click();
  await heading(shop, words('licence-placements.view.title'));
  await button(shop, words('licence-placements.goes.free')).click();
  await shop.page.getByText(words('licence-placements.goes.freed')).waitFor();
  await bannerOf(shop).waitFor();
  const unserved = words('licence-placements.goes.unserved', { name: '玄関' });
  await field(shop, words('licence-placements.goes.device')).selectOption({ label: unserved });
  await button(shop, words('licence-placements.goes.move')).click();
  await shop.page.getByText(words('licence-placements.goes.moved')).waitFor();
  await stop(shop, '見本工業');
  const done = [words('events.licences.freed'), words('events.licences.placed')];
  await record(shop, dealer, '現地での設定', '見本工業', ...done);
  await record(shop, dealer, '電話での割り当ての依頼', '見本販売', words('events.licences.assigned'));

  const theirs = await as(customer);
  await record(theirs, customer, '現地での設定', '見本 owner', '見本販売', ...done);
  expect(await theirs.page.getByText(words('events.licences.assigned')).count()).toBe(0);
  expect(await actedEvents()).toEqual([
    ['licences.assigned', operator.id, dealer.organization],
    ['licences.freed', dealer.id, customer.organization],
    ['licences.placed', dealer.id, customer.organization],
  ]);
  for (const one of [desk, shop, theirs]) expectQuiet(one);
});
