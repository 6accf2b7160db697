import type { DeviceFactoryFile } from '../../edge/gateway/bootstrap.ts';
import { gatewayPages } from '../../edge/gateway/routes.ts';
import { simulateGateways } from '../../edge/gateway/simulate.ts';
import { servePages } from '../../edge/pages/serve.ts';
import { listenAs, linkedDealer, ownedGateway, seeSettings } from '../../tools/test/settings.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, heading } from '../people.ts';
import { gatewayNouns } from './gateways.ts';
import type { Visit, Walk } from './walk.ts';

const route = '/o/$organization/devices/$device/settings';

/** The settings of a gateway: nothing known, asked for, answered, with faults, and as somebody sees them who may only read. */
export const settingsOfGateway: Walk = {
  name: 'settings of a gateway',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const { language } = look;
    const noun = gatewayNouns[language];
    const home = await newOrganization(scene, 'customer', '見本家', gatewaySite);
    const owner = await newColleague(scene, home, 'owner', { siteId: gatewaySite, language });
    const gateway = await ownedGateway(scene, owner);
    const { device, serial } = gateway;
    const at = (of: { organization: string }, path: string) =>
      page.goto(`${scene.url}/${gatewaySite}/o/${of.organization}/devices/${device}${path}`);
    await enterAs(someone, `${scene.url}/${gatewaySite}`, owner);
    const listening = listenAs(gateway, `${scene.url.replace(/^http/, 'ws')}/mqtt`);
    const say = (version: number | null, values: object, refused: string[] = []) =>
      listening.client.send('reported', { time: Date.now(), version, values, refused });
    await say(null, { reserve: 30, operatingMode: 'selfConsumption', chargingWindow: '23:00-05:00' });
    await (await seeSettings(owner, device)).set({ reserve: 45, operatingMode: 'backup' });
    await say(1, { reserve: 45, operatingMode: 'selfConsumption' }, ['operatingMode']);
    await listening.close();
    await (await seeSettings(owner, device)).set({ chargingWindow: '22:00-06:00' });

    await at(owner, '');
    await page.getByRole('heading', { name: words('device-settings.part.title') }).waitFor();
    await stop('a gateway with its settings', '/o/$organization/devices/$device');
    await at(owner, '/settings');
    await heading(someone, words('device-settings.page.title', { serial }));
    await page.getByText(words('device-settings.now.waiting', noun)).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await stop('settings of a gateway', route);
    await page.getByLabel(/%\)$/).fill('95');
    await button(someone, words('device-settings.form.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('settings of a gateway, a fault', route);
    await page.getByLabel(/%\)$/).fill('50');
    await button(someone, words('device-settings.form.submit')).click();
    await page.getByRole('dialog').waitFor();
    await stop('settings of a gateway, check', route);

    await directed(visit, gateway.factory);
    const reader = await linkedDealer(scene, gateway, ['list', 'read'], language);
    await enterAs(someone, `${scene.url}/${gatewaySite}`, reader);
    await at(reader, '/settings');
    await page.getByText(words('device-settings.form.mayNot', noun)).waitFor();
    await stop('settings of a gateway, only to be read', route);
  },
};

/** The pages with which a simulated gateway is directed; they are no part of the web app. */
async function directed({ scene, someone, look, stop }: Visit, factory: DeviceFactoryFile): Promise<void> {
  const { page, words } = someone;
  const chances = { seed: 'a street', offlinePercent: 0, faultPercent: 0 };
  const running = await simulateGateways({ url: scene.url, factories: [factory], ...chances });
  const faults = [{ code: 'E01', name: { ja: '停止', en: 'It has stopped' } }];
  const pages = await servePages(gatewayPages([{ ...running, faults }]), 0);
  try {
    await page.goto(`${pages.url}/?lang=${look.language}`);
    await heading(someone, words('simulated-gateways.list'));
    await stop('simulated gateways', null);
    await page.getByRole('link', { name: factory.serial }).click();
    await page.getByLabel(words('simulated-gateways.orderOffline')).check();
    await button(someone, words('simulated-gateways.apply')).click();
    await page.getByText(words('simulated-gateways.applied')).waitFor();
    await stop('a simulated gateway is directed', null);
  } finally {
    await pages.close();
    await running.close();
  }
}
