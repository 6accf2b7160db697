import { giveDevices, register } from '../../tools/test/devices.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { lockedUnitFactory, typeCode } from '../locked-units.ts';
import { button } from '../people.ts';
import type { Walk } from './walk.ts';

const siteId = 'ups';

/** The page that a UPS shows of itself; it is no part of the web app. */
export const lockedUnitOwner: Walk = {
  name: 'an owner unlocks a UPS',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const owner = await newColleague(scene, await newOrganization(scene, 'customer', '見本工業', siteId), 'owner', {
      siteId,
    });
    const [serial = ''] = await giveDevices(scene, 1);
    const answer = await register(owner, serial);
    const { code } = answer.body.contributed as { code: string };
    const units = await lockedUnitFactory(scene);
    const unit = await units.make(serial);
    try {
      await page.goto(`${unit.url()}/?lang=${look.language}`);
      await button(someone, words('locked-unit.unlock')).waitFor();
      await stop('UPS, locked', null);
      await typeCode(someone, unit, code === '0000' ? '0001' : '0000');
      await stop('UPS, wrong code', null);
      await typeCode(someone, unit, code);
      await stop('UPS, output on', null);
    } finally {
      await units.close();
    }
  },
};
