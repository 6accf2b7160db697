import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient } from '../../edge/gateway/client.ts';
import { minutesMs } from '../../server/kernel/clock.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { factoryFileFor, gatewaySite } from '../../tools/test/gateways.ts';
import { endLink, linkDealer, newDealer, newGatewayOwner, newGateways } from '../../tools/test/maintenance-links.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';
import { downloadAs } from '../download.ts';
import { reportHouse } from '../../tools/test/flows.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { sql } from 'kysely';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  // Noon in Japan; the clock stands still until it is moved.
  const startAt = new Date('2026-11-21T03:00:00Z');
  [server, browser] = await Promise.all([startTestServer({ startAt }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const busy = {
  instantaneousElectricPowerGeneration: 9_100,
  powerBought: 8_700,
  powerConsumed: 11_200,
  powerSold: 6_600,
  instantaneousChargingAndDischargingElectricPower: 0,
  remainingCapacity3: 100,
  workingOperationStatus: 'charging',
  energyBought: 5_000,
};

test.each([
  ['ja', 390],
  ['en', 1280],
] as const)(
  'E-06 in %s at %i: a dealer sees within two seconds what a gateway reports, what is missing, that it is silent, and nothing once the link has ended',
  async (language, width) => {
    const owner = await newGatewayOwner(server);
    const dealer = await newDealer(server, '見本電設', language);
    const [device] = await newGateways(server, owner);
    if (!device) throw new Error('no gateway');
    const link = await linkDealer(owner, dealer, { devices: [device] });
    const credential = await bootstrap(server.url, await factoryFileFor(server.app, device.serial));
    const gateway = gatewayClient({ url: server.mqttUrl, credential });
    gateway.connect();
    const someone = await sitDown(await browser.newPerson({ language, width, height: 900 }), language);
    const { page, words } = someone;
    await page.clock.install();
    const say = (key: string, values?: Record<string, string | number>) => words(`power-flow.${key}`, values);
    await enterAs(someone, `${server.url}/${gatewaySite}`, dealer);
    await page.goto(`${server.url}/${gatewaySite}/o/${dealer.organization}/devices/${device.id}`);
    await page.getByText(say('state.never')).waitFor();

    await gateway.send('telemetry', { time: server.clock.now().getTime(), values: busy });
    const picture = page.getByRole('img', { name: '11.2 kW' });
    await picture.waitFor();
    for (const figure of ['9.1 kW', '8.7 kW', '6.6 kW']) expect(await picture.textContent()).toContain(figure);
    expect(await picture.textContent()).toContain({ ja: '充電中', en: 'Charging' }[language]);
    expect(await picture.textContent()).toContain('0.0 kW · 100 %');
    await page.getByText(say('state.working')).waitFor();
    const arrows = async () => {
      const all = await page.locator('[data-flow]').all();
      return Promise.all(all.map((one) => one.getAttribute('data-flow')));
    };
    await expect.poll(arrows).toEqual(['solar hub', 'grid hub', 'grid spot', 'house spot']);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = "getComputedStyle(document.querySelector('[data-flow] line:nth-of-type(2)')).display";
    expect(await page.evaluate(moving)).toBe('none');

    server.clock.move(2 * minutesMs);
    const { powerSold: _, ...missing } = busy;
    const later = { ...missing, powerConsumed: 40, energyBought: 7_300 };
    await gateway.send('telemetry', { time: server.clock.now().getTime(), values: later });
    await page.getByRole('cell', { name: '2.3 kWh' }).waitFor();
    await expect.poll(arrows).toEqual(['solar hub', 'grid hub']);
    expect(await page.getByRole('row', { name: say('names.sold') }).textContent()).toContain(say('unknown'));

    await page.clock.fastForward(5 * minutesMs + 5_000);
    const [before = '', after = ''] = say('state.silent', { time: '@' }).split('@');
    await page.getByText(before.length > after.length ? before : after).waitFor();
    await expect.poll(arrows).toEqual([]);

    const ended = await endLink(owner, link.body['id']);
    expect(ended.status).toBeLessThan(300);
    await page.getByText(words('devices.detail.gone')).waitFor();
    expect(await page.getByText(device.serial).count()).toBe(0);
    expect(await page.getByRole('img').count()).toBe(0);
    await gateway.disconnect();
    expectQuiet(someone);
  },
);

test.each([
  ['ja', 1280],
  ['en', 390],
] as const)(
  'E-07 in %s at %i: the owner sees a day as a curve and a month as bars, beside another, as a table and as a file',
  async (language, width) => {
    const organization = await newOrganization(server, 'customer', '見本の家', gatewaySite);
    const owner = await newColleague(server, organization, 'owner', { siteId: gatewaySite, language });
    const [device] = await newGateways(server, owner);
    if (!device) throw new Error('no gateway');
    await sql`update device_registrations set from_at = ${new Date('2026-11-18T15:00:00Z')} where device_id = ${insideId(device.id)}`.execute(
      server.app.db,
    );
    const credential = await bootstrap(server.url, await factoryFileFor(server.app, device.serial));
    await reportHouse(server, credential, new Date('2026-11-18T15:00:00Z'), 48);
    const someone = await sitDown(await browser.newPerson({ language, width, height: 900 }), language);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`power-flow.${key}`, values);
    await enterAs(someone, `${server.url}/${gatewaySite}`, owner);
    await page.goto(`${server.url}/${gatewaySite}/o/${owner.organization}/devices/${device.id}`);
    await page.getByRole('link', { name: say('history'), exact: true }).click();
    await heading(someone, say('past.title'));
    await page.getByText(say('past.empty')).waitFor();
    await button(someone, say('past.earlier')).click();
    const chart = page.getByRole('img', { name: '14.4 kWh' });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toContain('2026-11-20');
    await page.getByText('25%').waitFor();
    await page.reload();
    await chart.waitFor();
    await field(someone, say('past.compare')).selectOption('before');
    await page.getByRole('heading', { name: say('past.compared', { at: '2026-11-19' }) }).waitFor();
    await page.goBack();
    await field(someone, say('past.kind.label')).selectOption('month');
    await page.getByRole('img', { name: '28.8 kWh' }).waitFor();
    await page.getByText(say('past.asTable')).click();
    await page.getByRole('row', { name: /2026-11-19.*14\.4 kWh/ }).waitFor();
    const file = await downloadAs(someone, 'exports.formats.csv');
    expect(file.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(31);
    await field(someone, say('past.at.month')).fill('next month');
    await button(someone, say('past.show')).click();
    await page.getByText(say('past.unreadable', { kind: say('past.at.month'), sample: '2026-11' })).waitFor();
    await field(someone, say('past.at.month')).fill('２０２６-10');
    await button(someone, say('past.show')).click();
    await page.getByText(say('past.empty')).waitFor();
    expectQuiet(someone);
  },
);
