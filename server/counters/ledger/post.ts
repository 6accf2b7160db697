import { adjustmentOf, isClosed, type Adjustment } from '../../../domain/counters/closing.ts';
import { dayAt, monthOf } from '../../../domain/counters/civil.ts';
import { readEntries, type Counted, type EntryCause } from '../../../domain/counters/entries.ts';
import { tableOf, type Row, type Span, type Start, type Table } from '../../../domain/counters/table.ts';
import { counterOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { countersOf } from './models.ts';
import { openingsOf } from './openings.ts';
import { readLedgers, type DeviceLedger } from './read.ts';
import { findSpans } from './spans.ts';
import { findClosed, holdStands, writeAdjustments, writeEntries, writeRows, writeStands } from './store.ts';

/** Something new in the ledger of a device. */
export type NewEntry = {
  deviceKey: number;
  model: string;
  timeMs: number;
  cause: EntryCause;
  values: Counted;
  facts: Record<string, unknown> | null;
  receivedAt: Date;
};

/** What follows for one device from its ledger as it is now. */
type Derived = {
  deviceKey: number;
  table: Table;
  /** A stand that was there before is no longer one when it could not be carried on from. */
  next: Start | null;
  spans: readonly Span[];
  receivedAt: Date;
  /** From where on everything is kept; null: from the beginning. */
  baseMs: number | null;
};

/**
 * Adds entries to the ledgers of devices of a site and brings their days and months up to date. Two at once for the same device go one
 * after the other. The order in which entries come, and how many at once, changes nothing until a month is closed.
 */
export async function postEntries(app: App, tx: Tx, site: Site, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const byDevice = Map.groupBy(entries, ({ deviceKey }) => deviceKey);
  const keys = [...byDevice.keys()].toSorted((a, b) => a - b);
  const stands = await holdStands(tx, keys);
  await writeEntries(tx, entries);
  const spans = await findSpans(tx, site, keys, app.clock.now());
  const ledgers = await readLedgers(
    tx,
    keys.map((deviceKey) => ({
      deviceKey,
      stand: stands.get(deviceKey) ?? null,
      entries: byDevice.get(deviceKey) ?? [],
    })),
  );
  const derived = ledgers.map((ledger) => derive(site, ledger, spans.get(ledger.deviceKey) ?? [], byDevice));
  await writeEntries(tx, await openingsOf(tx, derived, byDevice));
  await writeTables(tx, site, derived);
  await writeStands(
    tx,
    derived.map(({ deviceKey, next }) => ({ deviceKey, next, entries: byDevice.get(deviceKey) ?? [] })),
  );
}

function derive(
  site: Site,
  { deviceKey, start, baseMs, entries }: DeviceLedger,
  spans: readonly Span[],
  byDevice: ReadonlyMap<number, readonly NewEntry[]>,
): Derived {
  const own = byDevice.get(deviceKey) ?? [];
  const counters = countersOf(site, own[0]?.model ?? '').count;
  const table = tableOf({ counters, ...readEntries(entries), spans }, start);
  const receivedAt = new Date(Math.max(...own.map((one) => one.receivedAt.getTime())));
  const next = table.next ?? (baseMs === null ? start : null);
  return { deviceKey, table, next, spans, receivedAt, baseMs };
}

/** A row with what is needed to keep it, and whether its month was closed when the newest entry came. */
export type KeptRow = { deviceKey: number; row: Row };

async function writeTables(tx: Tx, site: Site, derived: readonly Derived[]): Promise<void> {
  const { closingDays } = counterOptions(site);
  const open = { days: [] as KeptRow[], months: [] as KeptRow[] };
  const late: { deviceKey: number; row: Row; inMonth: string }[] = [];
  for (const { deviceKey, table, spans, receivedAt, baseMs } of derived) {
    // Of the month in which the base lies only a part is known; it was closed long ago and stays.
    const cutMonths = new Map(
      spans.map(({ id, zones }) => [id, baseMs === null ? '' : monthOf(dayAt(zones, baseMs - 1))]),
    );
    const isCut = ({ span, period }: Row) => monthOf(period) === cutMonths.get(span);
    const todays = new Map(spans.map(({ id, zones }) => [id, dayAt(zones, receivedAt.getTime())]));
    const isOver = ({ span, period }: Row) => isClosed(monthOf(period), todays.get(span) ?? '', closingDays);
    for (const row of table.days) if (!isOver(row) && !isCut(row)) open.days.push({ deviceKey, row });
    for (const row of table.months.filter((one) => !isCut(one)))
      if (isOver(row)) late.push({ deviceKey, row, inMonth: monthOf(todays.get(row.span) ?? '') });
      else open.months.push({ deviceKey, row });
  }
  await writeRows(tx, site, 'day', open.days);
  await writeRows(tx, site, 'month', open.months);
  await writeLate(tx, site, late, derived[0]?.receivedAt ?? new Date(0));
}

/** What is missing in months that are closed stands as a line in the month in which it came. */
async function writeLate(
  tx: Tx,
  site: Site,
  late: readonly { deviceKey: number; row: Row; inMonth: string }[],
  at: Date,
): Promise<void> {
  if (late.length === 0) return;
  const closed = await findClosed(
    tx,
    site,
    late.map(({ row }) => row),
  );
  const lines: (Adjustment & { deviceKey: number })[] = [];
  for (const { deviceKey, row, inMonth } of late) {
    const known = closed.get(`${row.span} ${row.period}`) ?? { usage: null, adjusted: [] };
    const line = adjustmentOf(row, known, inMonth);
    if (line) lines.push({ ...line, deviceKey });
  }
  await writeAdjustments(tx, site, lines, at);
}
