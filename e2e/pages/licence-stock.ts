import { giveStock } from '../../tools/test/licence-stock.ts';
import { newDealer } from '../../tools/test/licences.ts';
import { newMaker } from '../../tools/test/devices.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const site = 'camera';
const own = '/o/$organization/licence-stock';
const orders = '/o/$organization/licence-orders';

/** A dealer that passes stock on, and an operator who imports orders and takes back what is refunded. */
export const stockKeeper: Walk = {
  name: 'stock of licences',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/${site}`;
    const top = await newDealer(scene, '見本販売');
    await newDealer(scene, '見本二次店', top.organization);
    const line = { type: 'recorder', termMonths: 12, quantity: 10 };
    const order = await giveStock(scene, site, top.organization, [line, { ...line, type: 'direct' }]);
    const dealer = await newColleague(scene, top.organization, 'owner', { siteId: site, language: look.language });
    const at = `${siteUrl}/o/${top.organization}`;
    await enterAs(someone, siteUrl, dealer);
    await page.goto(`${at}/licence-stock`);
    await page.getByRole('link', { name: words('licence-stock.stock.passOn') }).waitFor();
    await stop('stock of licences', own);
    await page.getByRole('link', { name: words('licence-stock.stock.passOn') }).click();
    await button(someone, words('licence-stock.pass.next')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
    await stop('passing stock on, with faults', `${own}/pass/$kind`);
    await field(someone, words('licence-stock.pass.pass-on.to')).selectOption({ label: '見本二次店' });
    await page.getByRole('textbox').first().fill('3');
    await button(someone, words('licence-stock.pass.next')).click();
    await heading(someone, words('licence-stock.check.pass-on.title'));
    await stop('passing stock on, checked', `${own}/pass/$kind/check`);
    await button(someone, words('licence-stock.check.pass-on.submit')).click();
    await page.getByText(words('licence-stock.stock.passed', { name: '見本二次店' })).waitFor();
    for (const [path, route] of [
      ['licence-stock/moves', `${own}/moves`],
      ['dealer-stock', '/o/$organization/dealer-stock'],
      ['licence-orders', orders],
    ] as const) {
      await page.goto(`${at}/${path}`);
      await page.getByRole('table').waitFor();
      await stop(path, route);
    }
    await byOperator(visit, siteUrl, order);
  },
};

async function byOperator({ scene, someone, look, stop }: Visit, siteUrl: string, order: string): Promise<void> {
  const { page, words } = someone;
  const maker = await newMaker(scene, site);
  const operator = await newColleague(scene, maker.organization, 'owner', { siteId: site, language: look.language });
  await page.context().clearCookies();
  await enterAs(someone, siteUrl, operator);
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-orders/${order}`);
  await button(someone, words('licence-stock.order.submit')).click();
  await page.getByRole('dialog').waitFor();
  await stop('an order, a refund asked', `${orders}/$order`);
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-types`);
  await heading(someone, words('licence-stock.types.title'));
  await page.getByText(words('licence-stock.types.whenExpired.yes'), { exact: true }).first().waitFor();
  await stop('types of licences', '/o/$organization/licence-types');
  await page.goto(`${siteUrl}/o/${operator.organization}/licence-orders/import`);
  await heading(someone, words('licence-stock.import.title'));
  await stop('import of orders', `${orders}/import`);
  const buffer = Buffer.from('number,orderedOn,dealer,type,term,quantity\nA-1,2026-11-01,nobody,recorder,12,1\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer });
  await button(someone, words('imports.file.upload')).click();
  await page.getByText(words('problems.licences.dealer-unknown')).waitFor();
  await stop('import of orders, with a fault', `${orders}/import/$import`);
}
