import type { Measured } from '../readings/reading.ts';
import { withoutMarked } from '../readings/roll-up.ts';
import { meters, stores, type MeterName, type StoreName } from './flows.ts';
import type { FlowPlaces } from './places.ts';

/** What is shown is the mean of this time before the last report (E-06). */
export const averageMs = 60_000;
/** What a device says of its state is held to be so for this time. */
export const saidMs = 10 * 60_000;
/** Below this a flow has no arrow: meters never stand quite still. */
export const arrowAboveW = 50;
/** Without a report for so long, nothing moves in the picture any more. */
export const staleAfterMs = 5 * 60_000;

export type RawSample = {
  timeMs: number;
  measured: Measured;
  texts: Readonly<Record<string, string>> | null;
  marks: readonly number[] | null;
};

export type StoreNow = { watts: number | null; chargePercent: number | null; state: string | null };

/** What flows now, in W; a flow that is not measured is not there, one without a value is null. */
export type FlowsNow = {
  meters: Partial<Record<MeterName, number | null>>;
  stores: Partial<Record<StoreName, StoreNow>>;
};

/**
 * Means of the last minute before the newest sample. Nothing is made to fit: what comes in and what goes out are as they were measured. Values that
 * cannot be count for nothing. How full a store is and what it does is what was said last in all of the samples, as many devices say it less often.
 * @param samples in the order of time, of `saidMs` before the newest.
 */
export function flowsNow(places: FlowPlaces, samples: readonly RawSample[]): FlowsNow {
  const newest = samples.at(-1)?.timeMs ?? 0;
  const said = samples.map(({ timeMs, measured, marks, texts }) => ({
    timeMs,
    measured: withoutMarked(measured, marks),
    texts,
  }));
  const minute = said.filter(({ timeMs }) => timeMs > newest - averageMs);
  const mean = (at: number): number | null => {
    const known = minute.flatMap(({ measured }) => measured[at] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const last = (at: number | null): number | null =>
    at === null ? null : (said.flatMap(({ measured }) => measured[at] ?? []).at(-1) ?? null);
  const lastText = (at: number | null): string | null =>
    at === null ? null : (said.flatMap(({ texts }) => texts?.[String(at)] ?? []).at(-1) ?? null);

  const now: FlowsNow = { meters: {}, stores: {} };
  for (const name of meters) {
    const place = places.meters[name];
    if (place) now.meters[name] = mean(place.power);
  }
  for (const name of stores) {
    const place = places.stores[name];
    if (place)
      now.stores[name] = { watts: mean(place.power), chargePercent: last(place.charge), state: lastText(place.state) };
  }
  return now;
}

/** Whether the newest report is so old that it says nothing of now. */
export function isStale(newestMs: number, nowMs: number): boolean {
  return nowMs - newestMs >= staleAfterMs;
}
