import { addCustomer, customerSite, newDealer, newMaker } from '../../tools/test/customers.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences } from '../../tools/test/licences.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const list = '/o/$organization/customers';
const holders = '/o/$organization/licence-holders';
const line = { type: 'direct', termMonths: 12, quantity: 2 };
const temporary = 'mado kara mieru niwa';

/** A dealer and its customers; an operator who gives an account to another address. */
export const customerKeeper: Walk = {
  name: 'customers',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/${customerSite}`;
    const dealer = await newDealer(scene, '見本販売', look.language);
    const wrong = await addCustomer(dealer);
    const given = await addCustomer(dealer, { name: '見本 二郎', password: temporary });
    await giveStock(scene, customerSite, dealer.organization, [line]);
    await assignLicences(dealer, given.id, line);
    await enterAs(someone, siteUrl, dealer);
    await page.goto(`${siteUrl}${dealer.path.replace('/organizations', '/o')}/customers`);
    await page.getByText(wrong.mail).waitFor();
    await stop('customers', list);
    await page.goto(`${siteUrl}/o/${dealer.organization}/customers/${wrong.id}`);
    await page.getByRole('link', { name: words('customers.view.correct') }).waitFor();
    await stop('a customer', `${list}/$customer`);
    await page.getByRole('link', { name: words('customers.view.correct') }).click();
    await button(someone, words('customers.correct.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('a wrong address, with a fault', `${list}/$customer/address`);
    await field(someone, words('customers.correct.mail')).fill('right@example.jp');
    await button(someone, words('customers.correct.submit')).click();
    await page.getByRole('dialog').waitFor();
    await stop('a wrong address, sure?', `${list}/$customer/address`);
    await byOperator(visit, siteUrl, wrong.user, given.id);
  },
};

async function byOperator(
  { scene, someone, look, stop }: Visit,
  siteUrl: string,
  user: string,
  holder: string,
): Promise<void> {
  const { page, words } = someone;
  const operator = await newMaker(scene, look.language);
  await page.context().clearCookies();
  await enterAs(someone, siteUrl, operator);
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts/${user}/address`);
  await field(someone, words('customers.operator.reason')).fill('電話での確認');
  await button(someone, words('customers.operator.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('an account to another address, with a fault', '/o/$organization/accounts/$user/address');
  await field(someone, words('customers.correct.mail')).fill(`other-${user.slice(-8)}@example.jp`);
  await button(someone, words('customers.operator.submit')).click();
  await button(someone, words('customers.correct.confirm')).click();
  await heading(someone, words('customers.operator.doneTitle'));
  await stop('an account to another address, done', '/o/$organization/accounts/$user/address');
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-holders`);
  await button(someone, words('licence-holders.find.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await page.getByRole('radio', { name: '見本商店' }).first().waitFor();
  await stop('whose licences to move, with a fault', holders);
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-holders/${holder}`);
  await button(someone, words('licence-holders.move.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
  await page.getByRole('radio', { name: '見本商店' }).first().waitFor();
  await stop('licences to move, with faults', `${holders}/$customer`);
}
