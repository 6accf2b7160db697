import { sql } from 'kysely';
import { makeUpPrinter, nextQuarter, quarterMs, unpack, type PrinterState } from '../../domain/counters/made-up-use.ts';
import type { DeviceModel } from '../../domain/devices/options.ts';
import { postEntries, type NewEntry } from '../counters/ledger/post.ts';
import type { App, Site } from '../kernel/app.ts';

/** With what the made-up offices of the demo begin. */
export const printerSeed = 'demo';
const dayMs = 86_400_000;
/** Each evening at seven in Japan. */
const readAtMs = 10 * 3_600_000;
const boardChangedDaysBefore = 45;

type Reading = { atMs: number; counts: Record<string, number> };
export type Lived = {
  model: DeviceModel;
  serial: string;
  readings: Reading[];
  boardMs: number | null;
  state: PrinterState;
};

/** What a printer of the demo counted day by day, and what it stood at in the end; with its board changed on the way, if so planned. */
export function liveThrough(
  { model, serial, course }: { model: DeviceModel; serial: string; course: string },
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Pick<Lived, 'readings' | 'boardMs' | 'state'> {
  const printer = makeUpPrinter(`${printerSeed} ${serial}`, model);
  const readings: Reading[] = [];
  const changedDay = Math.floor(untilMs / dayMs) - boardChangedDaysBefore;
  let boardMs: number | null = null;
  let state = unpack(printer, fromMs);
  while (state.atMs + quarterMs <= untilMs) {
    state = nextQuarter(printer, state);
    if (state.atMs % dayMs !== readAtMs) continue;
    if (course === 'board' && Math.floor(state.atMs / dayMs) === changedDay) {
      boardMs = state.atMs - quarterMs;
      state = { ...state, counts: unpack(printer, 0).counts };
    }
    readings.push({ atMs: state.atMs, counts: state.counts });
  }
  return { readings, boardMs, state };
}

/** Puts it into the ledger month by month, as it would have come: what is late is closed. */
export async function storeHistory(app: App, site: Site, lived: readonly Lived[]): Promise<void> {
  if (lived.length === 0) return;
  const { rows } = await sql<{ serial: string; deviceKey: number }>`
    select serial, device_key as "deviceKey" from v_manufactured_devices
    where site_id = ${site.id} and serial = any(${lived.map(({ serial }) => serial)}::text[])`.execute(app.db);
  const keys = new Map(rows.map(({ serial, deviceKey }) => [serial, deviceKey]));
  const entries = lived.flatMap((one) => entriesOf(one, keys.get(one.serial) ?? 0));
  const byMonth = Map.groupBy(entries, ({ receivedAt }) => receivedAt.toISOString().slice(0, 7));
  await app.db.transaction().execute(async (tx) => {
    for (const month of [...byMonth.keys()].toSorted()) await postEntries(app, tx, site, byMonth.get(month) ?? []);
  });
}

function entriesOf({ model, readings, boardMs }: Lived, deviceKey: number): NewEntry[] {
  const entryAt = (timeMs: number) => ({
    deviceKey,
    model: model.id,
    timeMs,
    facts: null,
    receivedAt: new Date(timeMs),
  });
  const board: NewEntry[] = boardMs === null ? [] : [{ ...entryAt(boardMs), cause: 'board', values: [] }];
  return [
    ...board,
    ...readings.map(({ atMs, counts }): NewEntry => ({
      ...entryAt(atMs),
      cause: 'reported',
      values: model.counters.map(({ code }) => counts[code] ?? null),
    })),
  ];
}
