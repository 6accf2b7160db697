import { fail, pass, type Verdict } from '../verdict.ts';

/** A day is shown as a curve, a month and a year as bars of days and of months (E-07). */
export const spanKinds = ['day', 'month', 'year'] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A civil day (`2026-11-21`), month (`2026-11`) or year (`2026`). */
export type Span = { kind: SpanKind; at: string };

const shapes: Record<SpanKind, RegExp> = { day: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ };
const first = { year: 2000, last: 2100 } as const;

/** Reads what stands in an address. */
export function readSpan(kind: SpanKind, at: string): Verdict<Span, 'span-unreadable'> {
  if (!shapes[kind].test(at)) return fail('span-unreadable');
  const start = firstDay({ kind, at });
  const date = utc(start);
  const year = Number(at.slice(0, 4));
  const isThere = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(start);
  return isThere && year >= first.year && year <= first.last ? pass({ kind, at }) : fail('span-unreadable');
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function firstDay({ at }: Span): string {
  return `${at}${'-01-01'.slice(at.length === 4 ? 0 : at.length === 7 ? 3 : 6)}`;
}

/** The civil day so many days later. */
export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The span so many of its kind later, or before. */
export function shiftSpan(span: Span, by: number): Span {
  const { kind } = span;
  if (kind === 'day') return { kind, at: addDays(span.at, by) };
  const date = utc(firstDay(span));
  if (kind === 'month') date.setUTCMonth(date.getUTCMonth() + by);
  else date.setUTCFullYear(date.getUTCFullYear() + by);
  return { kind, at: date.toISOString().slice(0, kind === 'month' ? 7 : 4) };
}

/** The first civil day after a span. */
export function dayAfter(span: Span): string {
  return firstDay(shiftSpan(span, 1));
}

/** Every civil day of a span, in order. */
export function daysOf(span: Span): string[] {
  const days: string[] = [];
  const end = dayAfter(span);
  for (let day = firstDay(span); day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The span of this kind in which a civil day lies. */
export function spanOf(kind: SpanKind, day: string): Span {
  return { kind, at: day.slice(0, kind === 'day' ? 10 : kind === 'month' ? 7 : 4) };
}

/** What stands one beside the other on the bars of a span: its days, or its months. */
export function barsOf(span: Span): string[] {
  if (span.kind !== 'year') return daysOf(span);
  return Array.from({ length: 12 }, (_, month) => `${span.at}-${String(month + 1).padStart(2, '0')}`);
}
