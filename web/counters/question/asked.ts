import { figureKinds, type FigureKind } from '../../../domain/counters/kinds.ts';
import { daysOf, periodUnits, type PeriodUnit } from '../../../domain/counters/periods.ts';

/** The names of a question in the address bar. */
export const askedFields = ['by', 'from', 'to', 'kind', 'group', 'type'] as const;

/** A question (C-04): `group` is an ID or `none`; null asks for all. */
export type Asked = {
  by: PeriodUnit;
  from: string;
  to: string;
  kind: FigureKind;
  group: string | null;
  type: string | null;
};

/** Which devices, and what of them; the same for any period. */
export type AskedKind = Omit<Asked, 'from' | 'to'>;

type Address = Readonly<Record<string, unknown>>;

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What an address says beside the period; what makes no sense in it is left out. */
export function readKind(address: Address): AskedKind {
  return {
    by: periodUnits.find((one) => one === address['by']) ?? 'month',
    kind: figureKinds.find((one) => one === address['kind']) ?? 'usage',
    group: textOf(address['group']),
    type: textOf(address['type']),
  };
}

/** The question in an address; null where none is asked yet. A period that cannot be is kept, so that the answer says what is wrong with it. */
export function readAsked(address: Address): Asked | null {
  const [from, to] = [textOf(address['from']), textOf(address['to'])];
  if (from === null && to === null) return null;
  return { ...readKind(address), from: from ?? '', to: to ?? '' };
}

/** What is at its default is left out, so that a plain question has a plain address. */
export function writeKind({ by, kind, group, type }: AskedKind): Record<string, string> {
  return {
    ...(by !== 'month' && { by }),
    ...(kind !== 'usage' && { kind }),
    ...(group !== null && { group }),
    ...(type !== null && { type }),
  };
}

/** A question as it goes into an address: the same for the overview, for a device and for the page of a file. */
export function writeAsked(asked: Asked): Record<string, string> {
  return { ...writeKind(asked), from: asked.from, to: asked.to };
}

/** What the server is asked: every part of it in words. */
export function queryOf({ by, from, to, kind, group, type }: Asked) {
  return { by, from, to, kind, ...(group !== null && { group }), ...(type !== null && { type }) };
}

/** The same question about the days of one of its months. */
export function daysIn(asked: Asked, month: string, today: string): Asked {
  return { ...asked, ...daysOf(month, today) };
}
