import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences, licenceSite, newCustomerOf, newDealer, serveDevices } from '../../tools/test/licences.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { button, enterAs, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const base = '/o/$organization/licences';
const wizard = `${base}/assign/$draft/$step`;
const line = { type: 'direct', termMonths: 12, quantity: 2 };

/** A dealer with stock, whose customer has two devices that run out in a year. */
async function arrive({ scene, someone, look }: Visit): Promise<{ own: string; customer: string }> {
  const { organization } = await newDealer(scene);
  const dealer = await newColleague(scene, organization, 'owner', { siteId: licenceSite, language: look.language });
  const customer = await newCustomerOf(scene, dealer);
  await giveStock(scene, licenceSite, organization, [{ ...line, quantity: 5 }]);
  await assignLicences(dealer, customer.organization, line);
  await serveDevices(scene, customer, 2);
  const planned = { customer: customer.organization, day: '2031-01-01', lines: [{ ...line, quantity: 1 }] };
  await dealer.create(`${dealer.path}/licence-plans`, planned);
  const site = `${scene.url}/${licenceSite}`;
  await enterAs(someone, site, dealer);
  return { own: `${site}/o/${organization}/licences`, customer: customer.organization };
}

/** Licences in stock, for whom, the check; what was assigned, what is planned, what runs out. */
export const licenceAssign: Walk = {
  name: 'a dealer assigns and renews licences',
  go: async (visit) => {
    const { page, words } = visit.someone;
    const { own, customer } = await arrive(visit);
    await page.goto(`${own}/assign`);
    await heading(visit.someone, words('licence-assign.licences.title'));
    const next = button(visit.someone, words('licence-assign.licences.next'));
    await next.click();
    await visit.stop('no licence is chosen', wizard);
    await page.getByRole('textbox').first().fill('3');
    await next.click();
    await heading(visit.someone, words('licence-assign.customer.title'));
    await page.getByRole('textbox').first().fill('example');
    await page.getByRole('radio').first().check();
    await visit.stop('for whom', wizard);
    await button(visit.someone, words('licence-assign.customer.next')).click();
    await page.getByRole('radio').last().check();
    await visit.stop('the check before licences are assigned', wizard);
    await page.goto(`${own}/plans`);
    await page.getByRole('row').nth(1).waitFor();
    await visit.stop('planned assignments', `${base}/plans`);
    await page.goto(`${own}/assignments`);
    await page.getByRole('row').nth(1).waitFor();
    await visit.stop('assigned licences', `${base}/assignments`);
    await page.goto(`${own}/renewals?months=24`);
    await page.getByRole('row').nth(2).waitFor();
    await visit.stop('what runs out when', `${base}/renewals`);
    await page.goto(`${own}/renewals/${customer}?type=direct&lastDay=2000-01-31`);
    await heading(visit.someone, words('licence-assign.renewals.goneTitle'));
    await visit.stop('nothing to renew', `${base}/renewals/$customer`);
  },
};
