import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { givePrinter, printerSite, reportAs } from '../../tools/test/printers.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const groups = '/o/$organization/device-groups';

/** Somebody who looks after a company's printers and puts them into groups. */
export const printerOwner: Walk = {
  name: 'printers',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${printerSite}`;
    const organization = await newOrganization(scene, 'customer', '見本商事', printerSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: printerSite, language: look.language });
    const printers = [];
    for (const installation of ['1階 受付', '2階 営業'])
      printers.push(await givePrinter(scene, owner, { installation }));
    const [jammed] = printers;
    if (!jammed) throw new Error('no printer');
    // What it says is judged beside everything else; the list is looked at some pages later.
    const time = scene.app.clock.now().toISOString();
    await reportAs(scene, jammed, [{ kind: 'status', message: { time, states: ['paperJam'] } } as never]);
    const at = (path: string) => page.goto(`${site}/o/${organization}/${path}`);

    await enterAs(someone, site, owner);
    await stop('home of the printer portal', '/');
    await at('device-groups/new');
    await field(someone, words('device-groups.form.name')).fill('営業/東');
    await button(someone, words('device-groups.form.save')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('a new group, a fault', `${groups}/new`);
    await field(someone, words('device-groups.form.name')).fill('営業');
    await page.getByRole('checkbox').first().check();
    await button(someone, words('device-groups.form.save')).click();
    await page.getByText(words('device-groups.list.made')).waitFor();
    await page.getByRole('checkbox').first().check();
    await button(someone, words('device-groups.list.delete', { count: 1 })).click();
    await page.getByRole('dialog').waitFor();
    await stop('delete groups', groups);
    await button(someone, words('device-groups.list.no')).click();
    await page.getByRole('link', { name: words('device-groups.list.changeName', { name: '営業' }) }).click();
    await heading(someone, words('device-groups.form.changeTitle'));
    await stop('change a group', `${groups}/$group`);
    await at('devices');
    await page.getByRole('cell', { name: words('headings.device-words.reportedStatus.error') }).waitFor();
    await stop('list of printers', '/o/$organization/devices');
    await at(`devices/${jammed.device}`);
    await page.getByRole('combobox', { name: words('device-groups.device.group') }).waitFor();
    await stop('a printer', '/o/$organization/devices/$device');
    await at('devices/help');
    await stop('help about printers', '/o/$organization/devices/help');
    await at('reporting-zone');
    await button(someone, words('reporting-zone.save')).waitFor();
    await stop('time zone of counters', '/o/$organization/reporting-zone');
  },
};
