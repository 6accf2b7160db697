import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { givePrinter, printerSite } from '../../tools/test/printers.ts';
import { colourLevels, reportLevels } from '../../tools/test/toner.ts';
import { button, enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/toner';

/** Somebody who sees to it that no printer runs out of toner. */
export const tonerKeeper: Walk = {
  name: 'toner',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${printerSite}`;
    const organization = await newOrganization(scene, 'customer', '見本商事', printerSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: printerSite, language: look.language });
    const installation = '1階 受付';
    const colour = await givePrinter(scene, owner, { installation });
    await givePrinter(scene, owner, { model: 'SP-P110', installation: '2階 営業' });
    await reportLevels(scene, colour, colourLevels(20));
    const at = (path: string) => page.goto(`${site}/o/${organization}/${path}`);

    await enterAs(someone, site, owner);
    await at('toner');
    await page.getByText(words('toner.low'), { exact: true }).waitFor();
    await stop('toner and ink', own);
    await at('toner/order');
    await page.getByText('TN-C320C').waitFor();
    await stop('what to order', `${own}/order`);
    await at(`devices/${colour.device}`);
    await page.getByLabel(words('toner.manager.choose')).selectOption({ label: '見本 owner' });
    await button(someone, words('toner.manager.save')).click();
    await page.getByText(words('toner.manager.saved')).waitFor();
    await page.getByText(words('toner.device.asTable')).click();
    await heading(someone, installation);
    await stop('toner of a device', '/o/$organization/devices/$device');
  },
};
