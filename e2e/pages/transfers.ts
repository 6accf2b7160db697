import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { offerDevice, registeredDevice, reportEnd } from '../../tools/test/transfers.ts';
import { button, enterAs, heading } from '../people.ts';
import { nouns } from './devices.ts';
import type { Walk } from './walk.ts';

const siteId = 'ups';
const act = '/o/$organization/devices/$device/acts/$act';
const view = '/o/$organization/transfers/$transfer';

/** A UPS on its way from one owner to another, and one that is out of use. */
export const handOvers: Walk = {
  name: 'hand-over and end of use',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${siteId}`;
    const people = async (kind: 'customer' | 'maker', name: string) =>
      newColleague(scene, await newOrganization(scene, kind, name, siteId), 'owner', {
        siteId,
        language: look.language,
      });
    const [seller, buyer, operator] = [
      await people('customer', '見本工業'),
      await people('customer', '見本商事'),
      await people('maker', ''),
    ];
    const [offered, old] = [await registeredDevice(scene, seller), await registeredDevice(scene, seller)];
    const at = (of: { organization: string }, path: string) => page.goto(`${site}/o/${of.organization}/${path}`);

    await enterAs(someone, site, seller);
    await at(seller, `devices/${offered.id}/acts/offer`);
    await button(someone, words('transfers.acts.offer.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('hand a device over, a fault', act);
    const { id } = (await offerDevice(seller, offered.id, buyer.mail)).body;
    await at(seller, `transfers/${String(id)}`);
    await heading(someone, words('transfers.view.title', { serial: offered.serial }));
    await stop('a hand-over that waits', view);
    await at(seller, `devices/${old.id}/acts/report-end`);
    await heading(someone, words('transfers.acts.report-end.title', { serial: old.serial }));
    await stop('report an end of use', act);
    await reportEnd(seller, old.id, '2026-11-01', '停電対策の見直し');

    await enterAs(someone, site, buyer);
    await at(buyer, `transfers/${String(id)}`);
    await heading(someone, words('transfers.view.title', { serial: offered.serial }));
    await stop('a device that is offered', view);
    await at(buyer, 'transfers');
    await page.getByText(words('transfers.states.open')).first().waitFor();
    await stop('list of hand-overs', '/o/$organization/transfers');

    await enterAs(someone, site, operator);
    await at(operator, 'end-reports');
    await page.getByRole('link', { name: words('transfers.reports.answerName', { serial: old.serial }) }).waitFor();
    await stop('reports of end of use', '/o/$organization/end-reports');
    await page.getByRole('link', { name: words('transfers.reports.answerName', { serial: old.serial }) }).click();
    await heading(someone, words('transfers.acts.decide.title', { serial: old.serial }));
    await stop('answer a report of an end of use', act);
    await at(operator, `devices/${old.id}/acts/wrong-claim`);
    await heading(someone, words('transfers.acts.wrong-claim.title', { serial: old.serial }));
    await button(someone, words('transfers.acts.wrong-claim.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
    await stop('release a wrong registration, with faults', act);
    await at(operator, `devices/${old.id}/acts/replace`);
    await page.getByText(words('transfers.acts.replace.serialHelp', nouns[look.language])).waitFor();
    await stop('exchange a device', act);
  },
};
