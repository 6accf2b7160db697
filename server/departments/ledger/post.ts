import { dayAt, monthOf } from '../../../domain/counters/civil.ts';
import { adjustmentOf, isClosed } from '../../../domain/counters/closing.ts';
import { readEntries } from '../../../domain/counters/entries.ts';
import { canCarryOn, tableOf, type Span, type Start, type Table } from '../../../domain/counters/table.ts';
import { counterOptions } from '../../../domain/site/capabilities.ts';
import { countersOf } from '../../counters/ledger/models.ts';
import { findSpans } from '../../counters/ledger/spans.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import {
  findClosed,
  holdPlaces,
  keyOf,
  readLedgers,
  wholeDevice,
  writeAdjustment,
  writeEntries,
  writeMonths,
  writeStands,
  type DepartmentEntry,
  type KeptRow,
  type Place,
} from './store.ts';

export type NewEntry = DepartmentEntry & { model: string };

type Derived = Place & { table: Table; next: Start | null; spans: readonly Span[]; baseMs: number | null };

/**
 * Adds entries to the ledgers of departments and brings their months up to date, by the laws of counters (domain/counters): the order in which
 * entries come changes nothing until a month is closed. What a device says of all its counters is said of each of its departments.
 */
export async function postDepartments(app: App, tx: Tx, site: Site, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const known = await holdPlaces(tx, entries);
  const taken = entries.filter((entry) => known.has(keyOf(entry)));
  await writeEntries(tx, taken);
  const told = new Set(taken.flatMap(({ deviceKey, department }) => (department === wholeDevice ? [deviceKey] : [])));
  const named = new Set(taken.map(keyOf));
  const touched = [...known.values()].filter(
    (place) => place.department !== wholeDevice && (told.has(place.deviceKey) || named.has(keyOf(place))),
  );
  if (touched.length === 0) return;
  const models = new Map(taken.map(({ deviceKey, model }) => [deviceKey, model]));
  const spans = await findSpans(tx, site, [...models.keys()], app.clock.now());
  const earliest = new Map<string, number>();
  for (const entry of taken) earliest.set(keyOf(entry), Math.min(earliest.get(keyOf(entry)) ?? Infinity, entry.timeMs));
  const newsFrom = ({ deviceKey, department }: Place) =>
    Math.min(
      ...[department, wholeDevice].map((one) => earliest.get(keyOf({ deviceKey, department: one })) ?? Infinity),
    );
  const ledgers = await readLedgers(
    tx,
    touched.map(({ start, ...place }) => ({ ...place, from: canCarryOn(start, [newsFrom(place)]) ? start : null })),
  );
  const derived = ledgers.map(({ deviceKey, department, start, baseMs, entries: read }): Derived => {
    const own = spans.get(deviceKey) ?? [];
    const counters = countersOf(site, models.get(deviceKey) ?? '').count;
    const table = tableOf({ counters, ...readEntries(read), spans: own }, start);
    const next = table.next ?? (baseMs === null ? start : null);
    return { deviceKey, department, table, next, spans: own, baseMs };
  });
  const receivedAt = new Date(Math.max(...taken.map((entry) => entry.receivedAt.getTime())));
  await writeTables(tx, site, derived, receivedAt);
  await writeStands(
    tx,
    derived.map(({ deviceKey, department, next }) => ({ deviceKey, department, next })),
  );
}

/** Months that are open as they are; of those that are closed, what they lack as a line in the month in which it came. */
async function writeTables(tx: Tx, site: Site, derived: readonly Derived[], receivedAt: Date): Promise<void> {
  const { closingDays } = counterOptions(site);
  const open: KeptRow[] = [];
  for (const { deviceKey, department, table, spans, baseMs } of derived)
    for (const row of table.months) {
      const zones = spans.find(({ id }) => id === row.span)?.zones;
      // Of the month in which the base lies only a part is known; it was closed long ago and stays.
      if (!zones || (baseMs !== null && row.period === monthOf(dayAt(zones, baseMs - 1)))) continue;
      const today = dayAt(zones, receivedAt.getTime());
      const kept = { deviceKey, department, row };
      if (!isClosed(row.period, today, closingDays)) open.push(kept);
      else {
        const line = adjustmentOf(row, await findClosed(tx, site, kept), monthOf(today));
        if (line) await writeAdjustment(tx, site, kept, line, receivedAt);
      }
    }
  await writeMonths(tx, site, open);
}
