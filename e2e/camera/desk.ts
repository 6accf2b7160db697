import type { Colleague } from '../../tools/test/organizations.ts';
import { button, field, heading, type Someone } from '../people.ts';

/** What dealers and operators of licences do at their desks, as journeys share it. */

export type OneYear = { type: keyof (typeof typeNames)['ja'] };

const typeNames = {
  ja: { recorder: 'レコーダー接続カメラ用', direct: 'ダイレクトカメラ用', recipes: 'レシピ' },
  en: { recorder: 'For a camera on a recorder', direct: 'For a direct camera', recipes: 'Recipes' },
} as const;

/** The field for how many licences of one year are passed on or given back. */
export function lineOf({ words, language }: Someone, type: OneYear['type'] = 'recorder'): string {
  const term = words('licences.years', { count: 1 });
  return words('licences.line', { type: typeNames[language][type], term });
}

/** Imports an order of ten licences of one year, from the list of orders on. */
export async function importOrder(
  someone: Someone,
  order: OneYear & { number: string; dealer: string },
  orders: string,
): Promise<void> {
  const { page, words } = someone;
  const { number, dealer, type } = order;
  await page.goto(orders);
  await page.getByRole('link', { name: words('licence-stock.orders.import') }).click();
  const buffer = Buffer.from(
    `number,orderedOn,dealer,type,term,quantity\n${number},2026-11-01,${dealer},${type},12,10\n`,
  );
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer });
  await button(someone, words('imports.file.upload')).click();
  await page.getByRole('cell', { name: dealer }).waitFor();
  await button(someone, words('imports.preview.confirm')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('imports.preview.confirm') })
    .click();
  await heading(someone, words('imports.done.title'));
  await page
    .getByRole('link', { name: words('licence-stock.import.toList') })
    .first()
    .click();
  await page.getByRole('link', { name: words('licence-stock.orders.open', { number }) }).waitFor();
}

/** Assigns licences of one year at once, from the first page of the way there on. */
export async function assignNow(
  someone: Someone,
  { type, quantity, to }: OneYear & { quantity: number; to: Pick<Colleague, 'mail'> },
): Promise<void> {
  const { page, words, language } = someone;
  await heading(someone, words('licence-assign.licences.title'));
  const term = words('licences.years', { count: 1 });
  const label = words('licence-assign.licences.quantityOf', { type: typeNames[language][type], term });
  await field(someone, label).fill(String(quantity));
  await button(someone, words('licence-assign.licences.next')).click();
  await field(someone, words('licence-assign.customer.text')).fill(to.mail.slice(0, 12));
  await page.getByRole('radio').check();
  await button(someone, words('licence-assign.customer.next')).click();
  await heading(someone, words('licence-assign.check.title'));
  await page.getByRole('radio').first().check();
  await button(someone, words('licence-assign.check.assign')).click();
  await heading(someone, words('licence-assign.done.assignedTitle'));
}
