import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { reportHouse } from '../../tools/test/flows.ts';
import { factoryFileFor, gatewaySite } from '../../tools/test/gateways.ts';
import { newGateways } from '../../tools/test/maintenance-links.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/devices/$device';

/** An owner at the picture and the history of a gateway. */
export const flowOwner: Walk = {
  name: 'an owner and what flows',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const organization = await newOrganization(scene, 'customer', '見本の家', gatewaySite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: gatewaySite, language: look.language });
    const [device] = await newGateways(scene, owner);
    if (!device) throw new Error('no gateway');
    const credential = await bootstrap(scene.url, await factoryFileFor(scene.app, device.serial));
    const site = `${scene.url}/${gatewaySite}`;
    await enterAs(someone, site, owner);
    const now = scene.app.clock.now().getTime();
    await reportHouse(scene, credential, new Date(now), 1 / 12);
    await page.goto(`${site}/o/${organization}/devices/${device.id}`);
    await page.getByRole('img').waitFor();
    await stop('what flows at a gateway now', own);
    await page.getByRole('link', { name: words('power-flow.history'), exact: true }).click();
    await heading(someone, words('power-flow.past.title'));
    await page.getByRole('img').first().waitFor();
    await page.getByText(words('power-flow.past.asTable')).click();
    await stop('what flowed in a day', `${own}/power-flow`);
    await field(someone, words('power-flow.past.kind.label')).selectOption('month');
    await field(someone, words('power-flow.past.compare')).selectOption('year');
    await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
    await stop('what flowed in a month, beside another', `${own}/power-flow`);
  },
};
