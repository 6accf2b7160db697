import { lineQuantityMax } from '../../../domain/licences/order.ts';
import type { Line, Passing, Stock } from './requests.ts';

export const passingKinds = ['pass-on', 'return'] as const;
export type PassingKind = (typeof passingKinds)[number];

/** What was chosen, as it stands in the address: so it is there after a reload and on the way back. */
export type Chosen = { to: string; lines: readonly Line[]; key: string };

export const placeOf = ({ type, termMonths }: Omit<Line, 'quantity'>) => `${type}.${termMonths}`;

/** Makes sense of an address; what does not fit is as if it were not there. */
export function readChosen(search: Record<string, unknown>): Chosen {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '');
  const lines = text('lines')
    .split(',')
    .flatMap((part): Line[] => {
      const [, type, months, quantity] = /^(.+)\.(\d{1,4})\.(\d{1,6})$/.exec(part) ?? [];
      return type === undefined ? [] : [{ type, termMonths: Number(months), quantity: Number(quantity) }];
    });
  return { to: text('to'), lines, key: text('key') };
}

export function writeChosen({ to, lines, key }: Chosen): Record<string, string> {
  return { to, lines: lines.map((line) => `${placeOf(line)}.${line.quantity}`).join(','), key };
}

/** A number as people type it, also in full width; null where it is none that can be passed on. */
export function readNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= lineQuantityMax ? number : null;
}

/** What there is to pass on, or to give back, of each type and term. */
export function offered(stock: Stock, kind: PassingKind): Line[] {
  return stock.items
    .map(({ type, termMonths, inStock, returnable }) => ({
      type,
      termMonths,
      quantity: kind === 'return' ? returnable : inStock,
    }))
    .filter(({ quantity }) => quantity > 0);
}

export function toRequest(kind: PassingKind, { to, lines }: Chosen): Passing {
  return kind === 'return' ? { kind, lines: [...lines] } : { kind, to, lines: [...lines] };
}
