import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs } from '../../tools/test/printers.ts';
import { button, enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const counters = '/o/$organization/counters';

/** Somebody who looks at one printer, and at which sizes of paper are shown. */
export const deviceCounterReader: Walk = {
  name: 'a reader of one printer’s counters',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const organization = await newOrganization(scene, 'customer', '見本商事', printerSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: printerSite, language: look.language });
    const printer = await givePrinter(scene, owner, { installation: '3階 営業部' });
    const mains = { total: 1200, colour: 200, mono: 1000, colourLarge: 20, colourSmall: 180, monoLarge: 10 };
    const papers = { paperA3: 40, paperA4: 1000, paperA5: 60, paperB4: 30, paperB5: 20, paperPostcard: 50 };
    const functions = { copy: 300, receive: 100, print: 801, scanSend: 55, duplex: 400 };
    const values = { ...mains, monoSmall: 990, ...papers, ...functions };
    await reportAs(scene, printer, [counted(scene.app.clock.now(), values)]);
    await enterAs(someone, `${scene.url}/${printerSite}`, owner);
    const site = `${scene.url}/${printerSite}/o/${organization}/counters`;
    await page.goto(`${site}/devices/${printer.device}`);
    await heading(someone, '3階 営業部');
    await page.getByText(words('device-counters.warnings.title', { count: 1 })).click();
    await stop('one device by month, with figures that do not add up', `${counters}/devices/$device`);
    await page.getByRole('tab', { name: words('counters.tabs.paper') }).click();
    await page.getByRole('img', { name: words('counters.places.others') }).waitFor();
    await page.getByText(words('counters.question.change')).click();
    await stop('sizes of paper of one device', `${counters}/devices/$device`);
    await page.getByRole('link', { name: words('device-counters.changePaper') }).click();
    await heading(someone, words('paper-sizes.title'));
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await button(someone, words('paper-sizes.save')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('no size of paper chosen', `${counters}/paper-sizes`);
  },
};
