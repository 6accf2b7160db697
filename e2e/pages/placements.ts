import { giveDevices, register } from '../../tools/test/devices.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { giveLicences } from '../../tools/test/placements.ts';
import { button, enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/own-licences';

/** A customer who looks at licences and moves one. */
export const placesLicences: Walk = {
  name: 'a customer and its licences',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const made = await newCustomerOf(scene, await newDealer(scene));
    const owner = await newColleague(scene, made.organization, 'owner', {
      siteId: licenceSite,
      language: look.language,
    });
    const lastDay = `${scene.app.clock.now().getUTCFullYear() + 2}-03-31`;
    await giveLicences(scene, { customer: made.organization, type: 'direct', lastDay, count: 2 });
    const [serial = ''] = await giveDevices(scene, 1, { site: licenceSite, model: 'VC-30D' });
    const { body } = await register(owner, serial);
    const site = `${scene.url}/${licenceSite}`;
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${owner.organization}/own-licences`);
    await button(someone, words('licence-placements.default.stop')).waitFor();
    await stop('my licences', own);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await heading(someone, words('licence-placements.view.title'));
    await button(someone, words('licence-placements.goes.move')).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await stop('a licence and where it goes', `${own}/$licence`);
    await page.goto(`${site}/o/${owner.organization}/devices/${String(body.id)}`);
    await page.getByRole('heading', { name: words('licence-placements.part.title') }).waitFor();
    await stop('a device and its licence', '/o/$organization/devices/$device');
  },
};
