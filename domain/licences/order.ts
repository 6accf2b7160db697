import { parseText } from '../identifiers/single-line.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { LicenceOptions } from './options.ts';

/** Licences of one line of an order, or of what is passed on. */
export const lineQuantityMax = 100_000;
/** Lines of one order, and of what is passed on at once. */
export const orderLinesMax = 50;
export const orderNumberCharactersMax = 40;

/** The number of an order or a refund, as whoever gave it wrote it (L-02). */
export function parseOrderNumber(
  text: string,
): Verdict<string, 'required' | 'text-short' | 'text-long' | 'text-control'> {
  return parseText(text, { min: 1, max: orderNumberCharactersMax });
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** A type of licences by its ID or its name in either language; null where the site has none such. */
export function findTypeNamed({ types }: Pick<LicenceOptions, 'types'>, typed: string): string | null {
  const wanted = bare(typed);
  return types.find(({ id, name }) => [id, name.ja, name.en].some((one) => bare(one) === wanted))?.id ?? null;
}

/**
 * A term in months, out of a number of months or of words such as `3年`, `36か月`, `3 years`, `36 months`; null where it is none of the
 * site's terms.
 */
export function readTerm({ terms }: Pick<LicenceOptions, 'terms'>, typed: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,4})(年|years?|か月|ヶ月|カ月|ヵ月|ケ月|箇月|months?)?$/.exec(bare(typed)) ?? [];
  if (digits === undefined) return null;
  const months = Number(digits) * (/^(年|year)/.test(unit) ? 12 : 1);
  return terms.includes(months) ? months : null;
}

/** How many licences a line is about: a whole number from 1 on. */
export function readQuantity(typed: string): Verdict<number, 'order-quantity'> {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const quantity = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return quantity >= 1 && quantity <= lineQuantityMax
    ? pass(quantity)
    : fail('order-quantity', { max: lineQuantityMax });
}
