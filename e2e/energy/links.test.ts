import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newDealer, newGatewayOwner, newGateways } from '../../tools/test/maintenance-links.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { gatewayNouns } from '../pages/gateways.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  siteUrl = `${server.url}/${gatewaySite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function sit(who: Colleague, look: Look): Promise<Someone> {
  const at = await sitDown(await browser.newPerson(look), look.language);
  await enterAs(at, siteUrl, who);
  return at;
}

/** Chooses an entry of the menu, which a narrow window folds away. */
async function choose({ page, words }: Someone, entry: string): Promise<void> {
  const folded = page.getByRole('button', { name: words('shell.menu'), exact: true });
  if (await folded.isVisible()) await folded.click();
  const menu = page.getByRole('navigation', { name: words('shell.mainMenu') });
  await menu.getByRole('link', { name: words(entry), exact: true }).click();
}

const says = ({ page }: Someone, text: string) => page.getByText(text).first().waitFor();
const step = (at: Someone, key: string, params: Record<string, string> = {}) =>
  heading(at, at.words(`maintenance-links.begin.${key}`, params));

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'E-04 E-13 a customer links a dealer by ID and phone, changes what it may do and ends it before the dealer’s eyes: $language',
  async (look) => {
    const noun = gatewayNouns[look.language];
    const dealer = await newDealer(server, '見本電設', look.language);
    const owner = await newGatewayOwner(server, '見本の家', look.language);
    const [first, second] = await newGateways(server, owner, 2);
    const [giving, taking] = [await sit(owner, look), await sit(dealer, look)];
    const { page, words } = giving;
    const link = (key: string) => words(`maintenance-links.${key}`, noun);

    // Without a link there is nothing to see, and the page says what is missing (P-33).
    await taking.page.goto(`${siteUrl}/o/${dealer.organization}/devices`);
    await says(taking, taking.words('maintenance-links.nothingLinked.title', noun));
    await taking.page.getByText(dealer.pair.dealer).waitFor();

    await choose(giving, 'maintenance-links.menu.dealers');
    await page.getByRole('link', { name: link('list.begin') }).click();
    await step(giving, 'dealerTitle');
    await field(giving, link('begin.dealer')).fill(dealer.pair.dealer);
    await field(giving, link('begin.phone')).fill('03-9999-9999');
    await button(giving, link('begin.check')).click();
    await says(giving, words('problems.maintenance-links.dealer-unknown'));
    const { phone } = dealer.pair;
    await field(giving, link('begin.phone')).fill(phone.replaceAll('-', 'ー'));
    await button(giving, link('begin.check')).click();
    await step(giving, 'termsTitle');
    await says(giving, words('maintenance-links.begin.termsLead', { ...noun, name: '見本電設' }));
    await button(giving, link('begin.toConfirm')).click();
    await says(giving, words('problems.maintenance-links.choose-devices'));
    await page.getByRole('radio', { name: link('begin.some') }).check();
    await page.getByRole('checkbox', { name: first!.serial }).check();
    await button(giving, link('begin.toConfirm')).click();
    await step(giving, 'confirmTitle');
    await page.reload();
    await step(giving, 'confirmTitle');
    await says(giving, first!.serial);
    await button(giving, link('begin.submit')).dblclick();
    await step(giving, 'doneTitle');
    await page.getByRole('link', { name: link('begin.toLink') }).click();
    await heading(giving, words('maintenance-links.view.title', { name: '見本電設' }));

    // New on the dealer's home page until opened; then the gateway, and nothing else of the customer.
    await taking.page.goto(siteUrl);
    await taking.page.getByRole('link', { name: '見本の家' }).click();
    await says(taking, taking.words('maintenance-links.view.fresh', noun));
    await choose(taking, 'maintenance-links.menu.links');
    await taking.page.getByRole('row').nth(1).waitFor();
    await taking.page.goto(`${siteUrl}/o/${dealer.organization}/devices/${second!.id}`);
    await says(taking, taking.words('problems.platform.not-found'));
    await taking.page.goto(`${siteUrl}/o/${dealer.organization}/devices/${first!.id}`);
    await heading(taking, first!.serial);

    await page.getByRole('radio', { name: link('configure') }).check();
    await field(giving, link('view.until')).fill('2020-01-01');
    await button(giving, link('view.save')).click();
    await says(giving, words('problems.maintenance-links.until-past'));
    await field(giving, link('view.until')).fill('');
    await button(giving, link('view.save')).click();
    await says(giving, link('view.saved'));

    await button(giving, link('view.end')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: link('view.endConfirm'), exact: true })
      .click();
    await says(taking, taking.words('devices.detail.gone'));
    await says(giving, link('view.over'));
    await server.mail.waitFor((one) => one.to === dealer.mail && one.subject.includes('見本の家'));
    // A double click linked once.
    expect((await owner.call('GET', `${owner.path}/maintenance-links`)).body.total).toBe(1);
    expectQuiet(giving);
    expectQuiet(taking);
  },
);
