import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayPages } from '../../edge/gateway/routes.ts';
import { simulateGateways, type RunningGateways } from '../../edge/gateway/simulate.ts';
import { servePages } from '../../edge/pages/serve.ts';
import { outsideId } from '../../server/kernel/ids.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newMaker } from '../../tools/test/devices.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { linkedDealer, ownedGateway } from '../../tools/test/settings.ts';
import { gatewayNouns } from '../pages/gateways.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

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

const words = {
  ja: {
    reserve: '停電に備えて残す容量',
    mode: '運転モード',
    economy: '夜間に充電（経済優先）',
    hours: '充電する時間帯',
  },
  en: {
    reserve: 'Reserve for power cuts',
    mode: 'Operating mode',
    economy: 'Charge at night (economy)',
    hours: 'Charging hours',
  },
};

async function sit(who: Colleague, look: Look): Promise<Someone> {
  const at = await sitDown(await browser.newPerson(look), look.language);
  await enterAs(at, `${server.url}/${gatewaySite}`, who);
  return at;
}

async function openSettings(at: Someone, who: Colleague, device: string, serial: string): Promise<void> {
  await at.page.goto(`${server.url}/${gatewaySite}/o/${who.organization}/devices/${device}`);
  const card = at.page.getByRole('region', { name: at.words('device-settings.part.title') });
  await card.getByText(words[at.language].reserve).waitFor();
  await card.getByRole('link', { name: at.words('device-settings.part.toChange') }).click();
  await heading(at, at.words('device-settings.page.title', { serial }));
}

const reserveField = (at: Someone) => at.page.getByLabel(`${words[at.language].reserve} (%)`);
const percent = (value: number) => `${value} %`;
const check = (at: Someone) => button(at, at.words('device-settings.form.submit')).click();

async function send(at: Someone): Promise<void> {
  await check(at);
  const question = at.page.getByRole('dialog');
  await question.getByRole('button', { name: at.words('device-settings.form.send') }).click();
  await question.waitFor({ state: 'detached' });
  await at.page.getByText(at.words('device-settings.form.done', gatewayNouns[at.language])).waitFor();
}

/** The row of the history that says so, once it is there; the page follows the gateway by itself. */
const came = (at: Someone, after: string, state: string) =>
  at.page
    .getByRole('row', {
      name: new RegExp(`${after}.*${at.words(`device-settings.states.${state}`, gatewayNouns[at.language])}`),
    })
    .first()
    .waitFor();

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'E-09 E-11 an owner and a dealer set a gateway from afar, it takes and refuses, and a right that ends is seen at once: $language',
  async (look) => {
    const home = await newOrganization(server, 'customer', '見本家', gatewaySite);
    const { language } = look;
    const customer = await newColleague(server, home, 'owner', { siteId: gatewaySite, language });
    const gateway = await ownedGateway(server, customer);
    const { owner, device, serial, factory } = gateway;
    const own = words[language];
    const noun = gatewayNouns[language];
    const at = await sit(owner, look);
    await openSettings(at, owner, device, serial);
    await at.page.getByText(at.words('device-settings.now.notReported', noun)).waitFor();

    await check(at);
    await at.page.getByText(at.words('device-settings.form.nothing')).waitFor();
    await reserveField(at).fill('95');
    await field(at, at.words('device-settings.form.from')).fill('22:00');
    await at.page.getByLabel(own.mode).selectOption({ label: own.economy });
    await check(at);
    await at.page.getByText(at.words('ui.errorSummary.title', { count: 2 })).waitFor();
    await at.page
      .getByText(at.words('problems.device-settings.too-high', { max: 90, unit: '%' }))
      .first()
      .waitFor();
    expect(await at.page.getByLabel(own.mode).inputValue()).toBe('economy');
    await reserveField(at).fill('４５');
    await field(at, at.words('device-settings.form.until')).fill('06:00');
    await send(at);
    await at.page.getByText(at.words('device-settings.now.asked', { value: percent(45) })).waitFor();
    await at.page.reload();
    await at.page.getByText(at.words('device-settings.now.waiting', noun)).first().waitFor();

    const running = await simulateGateways({
      url: server.url,
      factories: [factory],
      seed: 'a street',
      offlinePercent: 0,
      faultPercent: 0,
    });
    await came(at, percent(45), 'applied');
    await at.page
      .getByText(at.words('device-settings.values.window', { from: '22:00', until: '06:00' }))
      .first()
      .waitFor();
    await dealerSets(look, gateway, running, at);
    await running.close();
    expectQuiet(at);
  },
);

/** Somebody at the simulator's own pages has the gateway refuse what it is told. */
async function directToRefuse({ language, ...look }: Look, serial: string, running: RunningGateways): Promise<void> {
  const pages = await servePages(gatewayPages([{ ...running, faults: [] }]), 0);
  const at = await sitDown(await browser.newPerson({ language, ...look }), language);
  await at.page.goto(`${pages.url}/?lang=${language}`);
  await at.page.getByRole('link', { name: serial }).click();
  await at.page.getByLabel(at.words('simulated-gateways.orderRefuses')).check();
  await button(at, at.words('simulated-gateways.apply')).click();
  await at.page.getByText(at.words('simulated-gateways.applied')).waitFor();
  expect(running.find(serial)?.orders.refuses).toBe(true);
  expectQuiet(at);
  await pages.close();
}

/** A dealer who may configure sets as well, is refused by the gateway, and is told when the right ends on the open page. */
async function dealerSets(
  look: Look,
  gateway: Awaited<ReturnType<typeof ownedGateway>>,
  running: RunningGateways,
  owner: Someone,
): Promise<void> {
  const dealer = await linkedDealer(server, gateway, ['list', 'read', 'configure'], look.language);
  const at = await sit(dealer, look);
  await openSettings(at, dealer, gateway.device, gateway.serial);
  await reserveField(at).fill('20');
  await send(at);
  await came(at, percent(20), 'applied');
  await came(owner, percent(20), 'applied');

  await directToRefuse(look, gateway.serial, running);
  await reserveField(owner).fill('10');
  await send(owner);
  await came(owner, percent(10), 'refused');

  const operator = await newMaker(server, gatewaySite);
  const { organization } = gateway.owner;
  const grant = outsideId('grant', dealer.grant);
  const ended = await operator.call('DELETE', `${operator.path}/organizations/${organization}/grants/${grant}`);
  expect(ended.status).toBe(204);
  await at.page.getByText(at.words('device-settings.page.gone', gatewayNouns[at.language])).waitFor();
  expect(await at.page.getByText(words[at.language].reserve).count()).toBe(0);
  expectQuiet(at);
}
