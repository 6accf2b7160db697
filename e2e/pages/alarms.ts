import { giveAddress, newAt, ownGateways, plantAlarm } from '../../tools/test/alarms.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const list = '/o/$organization/alarms';

/** A customer whose gateway is not well. */
export const alarmed: Walk = {
  name: 'alarms',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${gatewaySite}`;
    const owner = await newAt(scene, 'customer', '見本 花子', look.language);
    const [gateway] = await ownGateways(scene, owner);
    if (!gateway) throw new Error('no gateway');
    await giveAddress(scene, owner, 'staff@example.jp');
    const alarm = await plantAlarm(scene, gatewaySite, gateway.factory.serial, '系統側の停電');
    const at = (path: string) => page.goto(`${site}/o/${owner.organization}/${path}`);

    await enterAs(someone, site, owner);
    await page.getByText(words('alarms.needs.alarms.title')).waitFor();
    await page.getByRole('table').waitFor();
    await stop('home of a customer who is needed', '/');
    await at('alarms');
    await page.getByText(gateway.factory.serial).first().waitFor();
    await stop('list of alarms', list);
    await at(`alarms/${alarm}`);
    await button(someone, words('alarms.view.acknowledge')).click();
    await page.getByRole('dialog').waitFor();
    await stop('acknowledge an alarm', `${list}/$alarm`);
    await at(`devices/${gateway.credential.device}`);
    await page.getByText(words('alarms.device.count', { count: 1 })).waitFor();
    await stop('a device with an alarm', '/o/$organization/devices/$device');
    await at('alarms/mails');
    await field(someone, words('alarms.mails.from')).fill('22時');
    await button(someone, words('alarms.mails.save')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await heading(someone, words('alarms.mails.title'));
    await stop('mails about alarms, a fault', `${list}/mails`);
  },
};
