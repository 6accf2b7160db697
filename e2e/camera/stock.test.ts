import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newMaker } from '../../tools/test/devices.ts';
import { licenceSite, newDealer } from '../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { shopOf } from '../../tools/test/shop.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';
import { importOrder, lineOf } from './desk.ts';

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  siteUrl = `${server.url}/${licenceSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const looks = [
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1280, height: 800 },
] as const;
type Look = (typeof looks)[number];

async function as(look: Look, who: Colleague): Promise<Someone> {
  const someone = await sitDown(await browser.newPerson(look), look.language);
  await enterAs(someone, siteUrl, who);
  return someone;
}
const ownerOf = (look: Look, { organization }: Colleague) =>
  newColleague(server, organization, 'owner', { siteId: licenceSite, language: look.language });
const at = (who: Colleague, path: string) => `${siteUrl}/o/${who.organization}/${path}`;
test.each(looks)(
  'L-02 L-10 L-12 an order is imported, passed on, partly given back, and refunded: $language',
  async (look) => {
    const number = `A-${randomInt(1_000_000)}`;
    const operator = await ownerOf(look, await newMaker(server, licenceSite));
    const dealer = await ownerOf(look, await newDealer(server, '見本販売'));
    const below = await ownerOf(look, await newDealer(server, '見本二次店', dealer.organization));
    const desk = await as(look, operator);
    await importOrder(desk, { type: 'recorder', number, dealer: dealer.loginId }, at(operator, 'licence-orders'));

    const { page, words } = await as(look, dealer);
    const someone = { ...desk, page };
    await page.getByRole('link', { name: words('licence-stock.cards.stockAction') }).click();
    await heading(someone, words('licence-stock.stock.title'));
    await page.getByRole('cell', { name: '10', exact: true }).waitFor();
    await page.getByRole('link', { name: words('licence-stock.stock.passOn') }).click();
    await field(someone, words('licence-stock.pass.pass-on.to')).selectOption({ label: '見本二次店' });
    await field(someone, lineOf(someone)).fill('11');
    await button(someone, words('licence-stock.pass.next')).click();
    await page
      .getByText(words('licence-stock.pass.number', { max: '10' }))
      .first()
      .waitFor();
    await field(someone, lineOf(someone)).fill('４');
    await button(someone, words('licence-stock.pass.next')).click();
    await heading(someone, words('licence-stock.check.pass-on.title'));
    await page.goBack();
    expect(await field(someone, lineOf(someone)).inputValue()).toBe('4');
    await page.goForward();
    await page.reload();
    await heading(someone, words('licence-stock.check.pass-on.title'));
    await button(someone, words('licence-stock.check.pass-on.submit')).dblclick();
    await page.getByText(words('licence-stock.stock.passed', { name: '見本二次店' })).waitFor();
    await page.getByRole('cell', { name: '6', exact: true }).waitFor();

    const sub = await as(look, below);
    await sub.page.goto(at(below, 'licence-stock/pass/return'));
    await field(sub, lineOf(sub)).fill('1');
    await button(sub, words('licence-stock.pass.next')).click();
    await button(sub, words('licence-stock.check.return.submit')).click();
    await sub.page.getByText(words('licence-stock.stock.passed', { name: '見本販売' })).waitFor();
    // Three are left to it: it cannot close before they are somewhere else, and nor can the operator close it.
    const left = words('problems.licences.stock-left', { count: 3 });
    await sub.page.goto(`${siteUrl}/account/organization/close`);
    await sub.page.getByText(left).waitFor();
    await desk.page.goto(at(operator, `organizations/${below.organization}/close`));
    await desk.page.getByText(left).waitFor();
    expect(await button(desk, words('organizations.close.submit')).count()).toBe(0);
    await page.goto(at(dealer, 'licence-stock/moves'));
    const moved = (cause: string) => page.getByRole('row').filter({ hasText: cause });
    await moved(words('licence-stock.moves.in.return')).filter({ hasText: '見本二次店' }).waitFor();
    await moved(words('licence-stock.moves.out.pass-on')).waitFor();
    await moved(words('licence-stock.moves.in.order')).filter({ hasText: number }).waitFor();

    await desk.page.goto(at(operator, 'licence-orders'));
    await desk.page.getByRole('link', { name: words('licence-stock.orders.open', { number }) }).click();
    await field(desk, lineOf(desk)).fill('2');
    await button(desk, words('licence-stock.order.submit')).click();
    await button(desk, words('licence-stock.order.confirm')).click();
    await desk.page.getByText(words('licence-stock.order.done', { count: 2 })).waitFor();
    await page.goto(at(dealer, 'licence-stock'));
    await page.getByRole('cell', { name: '5', exact: true }).waitFor();
    for (const one of [desk, someone, sub]) expectQuiet(one);
  },
);

test.each(looks)(
  'L-12 the shop’s orders come by themselves, and the page says whether it is heard: $language',
  async (look) => {
    const dealer = await ownerOf(look, await newDealer(server, '見本販売'));
    const send = await shopOf(server);
    const someone = await as(look, dealer);
    const { page, words } = someone;
    await page.goto(at(dealer, 'licence-stock'));
    await page.getByText(words('licence-stock.stock.empty')).waitFor();
    const link = page.getByRole('link', { name: words('licence-stock.shop.toShop') });
    expect(await link.getAttribute('href')).toBe('https://shop.camera.example.jp/licences');
    const code = (await page.locator('#shop ~ dl dd').first().innerText()).trim();
    const lines = [{ type: 'direct', termMonths: 36, quantity: 7 }];
    const order = { kind: 'order', number: `S-${randomInt(1_000_000)}`, dealer: code, orderedOn: '2026-11-01', lines };
    for (const state of ['stored', 'before']) expect((await send(order)).body.state).toBe(state);
    await page.reload();
    await page.getByRole('cell', { name: '7', exact: true }).waitFor();
    await page.getByText(words('licence-stock.shop.heard', { at: '' }).trim()).waitFor();
    await page.getByRole('link', { name: words('licence-stock.stock.orders') }).click();
    await page
      .getByRole('row')
      .filter({ hasText: order.number })
      .filter({ hasText: words('licence-stock.orders.sources.shop') })
      .waitFor();
    expectQuiet(someone);
  },
);
