import { dayAt, monthOf, periodBefore, type ZonePiece } from './civil.ts';
import type { Reading } from './entries.ts';
import { bitOf } from './marks.ts';
import { standBefore, stepsOf, type Said, type Sample, type Stand, type Step } from './steps.ts';

/** A span in which a device was one organization's, and where its days are cut. Instants in milliseconds; `untilMs` is not in it. */
export type Span = { id: string; fromMs: number; untilMs: number; zones: readonly ZonePiece[] };

/**
 * What a device counted in a day (`2021-11-01`) or month (`2021-11`), by ordinal: usage, last reading, marks (marks.ts). Null where a counter
 * has no reading in it: a gap is "-", never 0.
 */
export type Row = {
  span: string;
  period: string;
  usage: (number | null)[];
  lasts: (number | null)[];
  marks: number[];
};

/** From where a table can be carried on without the readings before: where each counter stood, and the month so far. */
export type Start = { atMs: number; stands: (Stand | null)[]; month: Row | null };

export type Table = {
  days: Row[];
  months: Row[];
  /** By ordinal, in the order of time. */
  steps: Step[][];
  /** From where it can be carried on. Null while readings to come may change what was before the newest day: from where it was, then. */
  next: Start | null;
};

export type Ledger = { counters: number; readings: readonly Reading[]; said: Said; spans: readonly Span[] };

/**
 * The days and months of a device out of its readings (C-08). With `start`, of the readings from `start.atMs` on, and of that
 * month's as a whole. A reading belongs to the span and day of its own time; usage since the reading before goes with it, whoever had the device then.
 */
export function tableOf({ counters, readings, said, spans }: Ledger, start: Start | null): Table {
  const cut = cutter(spans);
  const days = new Map<string, Row>();
  const months = new Map<string, Row>();
  if (start?.month) months.set(keyOf(start.month.span, start.month.period), copyOf(start.month));
  for (const { timeMs } of readings) {
    const place = cut(timeMs);
    if (place.span) {
      rowIn(days, place.span.id, place.day);
      rowIn(months, place.span.id, monthOf(place.day));
    }
  }
  const newest = newestDay(readings, cut);
  const month = newest ? monthBefore(start, newest) : null;
  const stands: (Stand | null | undefined)[] = [];
  const steps = Array.from({ length: counters }, (_, ordinal) => {
    const stand = start?.stands[ordinal] ?? null;
    const own = stepsOf(samplesOf(readings, ordinal), said, stand);
    for (const step of own) {
      if (step.cause === 'glitch') continue;
      const place = cut(step.timeMs);
      if (!place.span) continue;
      addStep(rowIn(days, place.span.id, place.day), ordinal, step, cut);
      addStep(rowIn(months, place.span.id, monthOf(place.day)), ordinal, step, cut);
      if (newest && step.timeMs < newest.fromMs && isIn(newest, place)) addStep(month, ordinal, step, cut);
    }
    stands.push(newest ? standBefore(newest.fromMs, own, said, stand) : stand);
    return own;
  });
  const known = stands.filter((stand) => stand !== undefined);
  const next = newest && known.length === counters ? { atMs: newest.fromMs, stands: known, month } : null;
  return { days: [...days.values()], months: [...months.values()], steps, next };
}

/**
 * Whether a table can be carried on with readings of these instants. One from before `start` makes it stale: everything kept is read
 * again then, and what follows takes its place, even if that is nowhere.
 */
export function canCarryOn(start: Start | null, times: readonly number[]): start is Start {
  return start !== null && times.every((timeMs) => timeMs >= start.atMs);
}

type Place = { span: Span | null; day: string };
type Cut = (timeMs: number) => Place;

/** All counters of a reading have its time, so that each is cut once. */
function cutter(spans: readonly Span[]): Cut {
  const known = new Map<number, Place>();
  return (timeMs) => {
    const found = known.get(timeMs);
    if (found) return found;
    const span = spans.find(({ fromMs, untilMs }) => timeMs >= fromMs && timeMs < untilMs) ?? null;
    const place = { span, day: span ? dayAt(span.zones, timeMs) : '' };
    known.set(timeMs, place);
    return place;
  };
}

function keyOf(span: string, period: string): string {
  return `${span} ${period}`;
}

function rowIn(rows: Map<string, Row>, span: string, period: string): Row {
  const known = rows.get(keyOf(span, period)) ?? emptyRow(span, period);
  rows.set(keyOf(span, period), known);
  return known;
}

function emptyRow(span: string, period: string): Row {
  return { span, period, usage: [], lasts: [], marks: [] };
}

function copyOf({ span, period, usage, lasts, marks }: Row): Row {
  return { span, period, usage: [...usage], lasts: [...lasts], marks: [...marks] };
}

function samplesOf(readings: readonly Reading[], ordinal: number): Sample[] {
  return readings.flatMap(({ timeMs, values }) => {
    const value = values[ordinal] ?? null;
    return value === null ? [] : [{ timeMs, value }];
  });
}

function addStep(row: Row | null, ordinal: number, step: Step, cut: Cut): void {
  if (!row) return;
  while (row.usage.length <= ordinal) {
    row.usage.push(null);
    row.lasts.push(null);
    row.marks.push(0);
  }
  row.usage[ordinal] = (row.usage[ordinal] ?? 0) + step.usage;
  row.lasts[ordinal] = step.value;
  row.marks[ordinal] = (row.marks[ordinal] ?? 0) | marksOf(step, row.period, cut);
}

function marksOf({ cause, fromMs, timeMs }: Step, period: string, cut: Cut): number {
  if (cause === 'first' || fromMs === null) return bitOf('first');
  const restart = cause === 'restart' ? bitOf('restart') : 0;
  return restart | (coversGap(fromMs, timeMs, period, cut) ? bitOf('gap') : 0);
}

/**
 * Whether whole periods without a reading lie between two readings. What came before the owner had the device is the opening entry of
 * that span: the period in which it begins has no reading of its own by that.
 */
function coversGap(fromMs: number, timeMs: number, period: string, cut: Cut): boolean {
  const { span } = cut(timeMs);
  const before = cut(fromMs);
  if (!span) return false;
  const periodOf = (day: string) => day.slice(0, period.length);
  if (before.span?.id !== span.id && fromMs < span.fromMs) return periodOf(dayAt(span.zones, span.fromMs)) < period;
  return periodOf(before.span?.id === span.id ? before.day : dayAt(span.zones, fromMs)) < periodBefore(period);
}

/** The newest day that has a reading, from its first reading on. */
type Newest = { fromMs: number; span: Span | null; day: string };

function newestDay(readings: readonly Reading[], cut: Cut): Newest | null {
  const last = readings.at(-1);
  if (!last) return null;
  const { span, day } = cut(last.timeMs);
  const first = readings.find(({ timeMs }) => cut(timeMs).span?.id === span?.id && cut(timeMs).day === day) ?? last;
  return { fromMs: span ? first.timeMs : last.timeMs, span, day };
}

function isIn({ span, day }: Newest, place: Place): boolean {
  return span?.id === place.span?.id && monthOf(day) === monthOf(place.day);
}

/** The month of the newest day as far as it was known before these readings. */
function monthBefore(start: Start | null, { span, day }: Newest): Row | null {
  if (!span) return null;
  const known = start?.month;
  if (known?.span === span.id && known.period === monthOf(day)) return copyOf(known);
  return emptyRow(span.id, monthOf(day));
}
