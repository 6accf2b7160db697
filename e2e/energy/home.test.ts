import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAt, ownGateways, sayAs } from '../../tools/test/alarms.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { gatewaySite, telemetry } from '../../tools/test/gateways.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, heading, sitDown } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'P-38 the home page tells where to begin, then what needs somebody as soon as it does, and leads there; afterwards nothing: $language',
  async (look) => {
    const siteUrl = `${server.url}/${gatewaySite}`;
    const owner = await newAt(server, 'customer', '見本 花子', look.language);
    const someone = await sitDown(await browser.newPerson(look), look.language);
    const { page, words } = someone;
    const device = look.language === 'ja' ? 'ゲートウェイ' : 'gateway';
    const needs = () => page.getByRole('region', { name: words('shell.welcome.needs.title') });

    await enterAs(someone, siteUrl, owner);
    await page.getByText(words('shell.welcome.needs.none')).waitFor();
    await page
      .getByRole('region', { name: words('shell.welcome.needs.begin') })
      .getByRole('link', { name: words('devices.needs.first-device.action', { device }) })
      .click();
    await page.waitForURL(/\/devices\/register\//);

    const [gateway] = await ownGateways(server, owner);
    if (!gateway) throw new Error('no gateway');
    const now = () => server.clock.now().getTime();
    const status = (...states: string[]) => ({ kind: 'status', message: { time: now(), states } });
    await sayAs(server, gateway, telemetry(now(), { powerConsumed: 400 }) as never, status());
    await page.goto(siteUrl);
    await page.getByText(words('shell.welcome.needs.none')).waitFor();
    expect(await page.getByText(words('shell.welcome.needs.begin')).count()).toBe(0);

    // While the page is open.
    await sayAs(server, gateway, status('E01'));
    const row = needs()
      .getByRole('listitem')
      .filter({ hasText: words('alarms.needs.alarms.title') });
    await row.getByText(words('shell.welcome.needs.urgencies.now'), { exact: true }).waitFor();
    await row.getByText('1', { exact: true }).waitFor();
    await row.getByRole('row').nth(1).waitFor();
    expect(await page.getByText(words('shell.welcome.needs.none')).count()).toBe(0);
    await row.getByRole('link', { name: words('alarms.needs.alarms.action') }).click();
    await heading(someone, words('alarms.list.title'));
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await button(someone, words('alarms.view.acknowledge')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('alarms.view.acknowledge') })
      .click();
    await page.getByText(words('alarms.view.done')).waitFor();
    await page.goto(siteUrl);
    await page.getByText(words('shell.welcome.needs.none')).waitFor();
    expect(await needs().count()).toBe(0);

    // Who may not register is not asked to begin with it.
    const viewer = await newColleague(server, owner.organization, 'viewer', {
      siteId: gatewaySite,
      language: look.language,
    });
    const looking = await sitDown(await browser.newPerson(look), look.language);
    await enterAs(looking, siteUrl, viewer);
    await looking.page.getByText(words('shell.welcome.needs.none')).waitFor();
    expectQuiet(someone);
    expectQuiet(looking);
  },
);
