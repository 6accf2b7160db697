import { sql } from 'kysely';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { ReportTaker, TakenReport } from '../../readings/report-taker.ts';
import { countersOf } from './models.ts';
import { postEntries, type NewEntry } from './post.ts';

/** What a device says of its counters as an event (docs/device-protocol.md). */
const causes: Readonly<Record<string, 'reset' | 'board'>> = { 'counters-reset': 'reset', 'board-changed': 'board' };

/** What a report comes to in a ledger, and what it said. */
export type TakenEntry = { entry: NewEntry; body: Record<string, unknown> };

type Ledger = {
  capability: string;
  /** Whether what a report of counters says goes into this one. */
  isOwn: (body: Record<string, unknown>) => boolean;
  post: (app: App, tx: Tx, site: Site, taken: readonly TakenEntry[]) => Promise<void>;
};

/** Puts what devices counted into a ledger, and what they said of all their counters. */
export function ledgerTaker({ capability, isOwn, post }: Ledger): ReportTaker {
  const counts = (app: App, { siteId, kind, body }: TakenReport) =>
    capability in (app.sites.get(siteId)?.capabilities ?? {}) &&
    (kind === 'counters' ? isOwn(body) : causeOf(body) !== undefined);
  return {
    kinds: ['counters', 'events'],
    take: async (app, tx, reports) => {
      const counting = reports.filter((report) => counts(app, report));
      if (counting.length === 0) return;
      const models = await findModels(tx, counting);
      for (const [siteId, own] of Map.groupBy(counting, (report) => report.siteId)) {
        const site = app.sites.get(siteId);
        if (!site) continue;
        const taken = own.flatMap((report) => {
          const entry = entryOf(site, models, report);
          return entry ? [{ entry, body: report.body }] : [];
        });
        await post(app, tx, site, taken);
      }
    },
  };
}

/**
 * In the transaction that stores the messages: once one is acknowledged, its days and months are there (docs/decisions, "Ledger of counters").
 * What a device counted for one department is in its counters already.
 */
export const counterEntries = ledgerTaker({
  capability: 'counters',
  isOwn: (body) => body['department'] === undefined,
  post: (app, tx, site, taken) => {
    const entries = taken.map(({ entry }) => entry);
    return postEntries(app, tx, site, entries);
  },
});

function causeOf({ event, on }: Record<string, unknown>): 'reset' | 'board' | undefined {
  return on === false || typeof event !== 'string' ? undefined : causes[event];
}

async function findModels(tx: Tx, reports: readonly TakenReport[]): Promise<ReadonlyMap<number, string>> {
  const keys = [...new Set(reports.map(({ deviceKey }) => deviceKey))];
  const { rows } = await sql<{ deviceKey: number; model: string }>`
    select device_key as "deviceKey", model from v_manufactured_devices where device_key = any(${keys}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map(({ deviceKey, model }) => [deviceKey, model]));
}

function entryOf(
  site: Site,
  models: ReadonlyMap<number, string>,
  { deviceKey, at, kind, body, receivedAt }: TakenReport,
): NewEntry | null {
  const model = models.get(deviceKey);
  if (model === undefined) return null;
  const { count, ordinals } = countersOf(site, model);
  if (count === 0) return null;
  const entry = { deviceKey, model, timeMs: at.getTime(), receivedAt, values: [], facts: null };
  if (kind === 'events') {
    const cause = causeOf(body);
    return cause ? { ...entry, cause } : null;
  }
  const values: (number | null)[] = [];
  const unknown: string[] = [];
  for (const [code, value] of Object.entries(body['values'] as Record<string, number>)) {
    const ordinal = ordinals.get(code);
    if (ordinal === undefined) {
      unknown.push(code);
      continue;
    }
    while (values.length <= ordinal) values.push(null);
    values[ordinal] = value;
  }
  if (values.length === 0 && unknown.length === 0) return null;
  return { ...entry, cause: 'reported', values, facts: unknown.length > 0 ? { unknown } : null };
}
