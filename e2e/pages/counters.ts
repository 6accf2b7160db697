import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs } from '../../tools/test/printers.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const overview = '/o/$organization/counters';

/** Somebody who asks what printers have counted. */
export const counterReader: Walk = {
  name: 'a reader of counters',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const organization = await newOrganization(scene, 'customer', '見本商事', printerSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: printerSite, language: look.language });
    const printer = await givePrinter(scene, owner, { installation: '3階 営業部' });
    const total = 1200;
    await reportAs(scene, printer, [counted(scene.app.clock.now(), { total, colour: 200, mono: 1000 })]);
    await enterAs(someone, `${scene.url}/${printerSite}`, owner);
    await page.goto(`${scene.url}/${printerSite}/o/${organization}/counters`);
    await heading(someone, words('counters.title'));
    await field(someone, words('counters.question.fromMonth')).fill('2001-01');
    await button(someone, words('counters.question.submit')).click();
    await page.getByText(words('ui.errorSummary.hint')).waitFor();
    await stop('a question about counters with faults', overview);
    await button(someone, words('counters.question.reset')).click();
    await button(someone, words('counters.question.submit')).click();
    await page.getByText(words('counters.marks.first')).first().waitFor();
    await page.getByText(words('counters.question.change')).click();
    await stop('counters of devices by month', overview);
    await page
      .getByRole('link', { name: words('counters.answer.details'), exact: false })
      .last()
      .click();
    await page.getByRole('tab', { name: words('counters.tabs.function') }).click();
    await page.getByRole('columnheader', { name: words('counters.places.copy') }).waitFor();
    await page.locator('[aria-busy="false"]').waitFor();
    await stop('counters of one month', `${overview}/periods/$period`);
  },
};
