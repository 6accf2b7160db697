import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { countedBy, givePrinter, printerSite, reportAs } from '../../tools/test/printers.ts';
import { button, enterAs, field } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/departments';

/** Somebody whose printers count by department. */
export const departmentOwner: Walk = {
  name: 'departments',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const organization = await newOrganization(scene, 'customer', '見本商事', printerSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: printerSite, language: look.language });
    const printer = await givePrinter(scene, owner);
    const counts = { '007': { total: 1200, colour: 300 }, '008': { total: 640 }, sales: { total: 98 } };
    await reportAs(scene, printer, [countedBy(scene.app.clock.now(), counts)]);

    await enterAs(someone, `${scene.url}/${printerSite}`, owner);
    const list = `${scene.url}/${printerSite}/o/${organization}/departments`;
    await page.goto(list);
    await page.getByText('007').waitFor();
    await field(someone, words('departments.list.to')).fill('2020-01');
    await button(someone, words('departments.list.show')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('departments, a fault', own);
    await page.getByRole('link', { name: words('departments.list.toNames') }).click();
    await field(someone, words('departments.names.of', { department: '007' })).fill('総務');
    await button(someone, words('departments.names.save')).click();
    await page.getByText(words('departments.names.saved')).waitFor();
    await stop('names of departments', `${own}/names`);
    await page.getByRole('link', { name: words('departments.names.back') }).waitFor();
    // Loaded anew: what is kept from before is faint while it is read again.
    await page.goto(list);
    await page.getByText('総務').waitFor();
    await stop('departments', own);
  },
};
