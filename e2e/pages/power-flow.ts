import { sql } from 'kysely';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { reportHouse } from '../../tools/test/flows.ts';
import { factoryFileFor, gatewaySite } from '../../tools/test/gateways.ts';
import { newGateways } from '../../tools/test/maintenance-links.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/devices/$device';

/** So that yesterday has something to show at any time of the day. */
const hours = 26;

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
    const from = new Date(scene.app.clock.now().getTime() - hours * 3_600_000);
    await sql`update device_registrations set from_at = ${from} where device_id = ${insideId(device.id)}`.execute(
      scene.app.db,
    );
    await reportHouse(scene, credential, from, hours);
    await page.goto(`${site}/o/${organization}/devices/${device.id}`);
    await page.getByRole('img').waitFor();
    await stop('what flows at a gateway now', own);
    await page.getByRole('link', { name: words('power-flow.history'), exact: true }).click();
    await heading(someone, words('power-flow.past.title'));
    await button(someone, words('power-flow.past.earlier')).click();
    await page.getByRole('img').first().waitFor();
    await page.getByText(words('power-flow.past.asTable')).click();
    await stop('what flowed in a day', `${own}/power-flow`);
    await field(someone, words('power-flow.past.kind.label')).selectOption('month');
    await field(someone, words('power-flow.past.compare')).selectOption('year');
    await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
    await stop('what flowed in a month, beside another', `${own}/power-flow`);
  },
};
