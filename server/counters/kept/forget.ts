import { sql } from 'kysely';
import { baseAt } from '../../../domain/counters/kept.ts';
import { readEntries } from '../../../domain/counters/entries.ts';
import { keptOn } from '../../../domain/counters/periods.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { instantOfCivil } from '../../../domain/site/civil-time.ts';
import { counterOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Job } from '../../kernel/jobs.ts';
import { countersOf } from '../ledger/models.ts';
import { readLedgers } from '../ledger/read.ts';
import { writeEntries } from '../ledger/store.ts';

const devicesAtOnce = 50;
const runMaxMs = 30_000;

/** What a node has done already, so that it looks once a month and not each minute; to look once more changes nothing. */
const done = new WeakMap<App, Map<string, string>>();

/**
 * Drops what is older than a site keeps (C-08): entries and days of whole months, and months. Before entries go, where each counter
 * stood is written down as their base.
 */
export const forgetCounters: Job = {
  name: 'counters-kept',
  async run(app, now) {
    const untilMs = performance.now() + runMaxMs;
    const known = done.get(app) ?? new Map<string, string>();
    done.set(app, known);
    for (const site of app.sites.values()) {
      if (!('counters' in site.capabilities)) continue;
      const { firstDay } = keptOn(civilDay(now, site.timeZone), counterOptions(site).keep);
      if (known.get(site.id) === firstDay) continue;
      if (await forgetAt(app, site, now, () => performance.now() < untilMs)) known.set(site.id, firstDay);
    }
  },
};

/** Whether everything that is too old is gone. */
export async function forgetAt(app: App, site: Site, now: Date, goesOn: () => boolean): Promise<boolean> {
  const { firstDay, firstMonth } = keptOn(civilDay(now, site.timeZone), counterOptions(site).keep);
  const cut = instantOfCivil(`${firstDay}T00:00`, site.timeZone);
  if (!cut.ok) throw new Error(`${firstDay} does not begin in ${site.timeZone}`);
  let after = 0;
  while (goesOn()) {
    const last = await app.db.transaction().execute((tx) => forgetSome(tx, site, cut.value, after, now));
    if (last === null) {
      await sql`delete from counter_days where site_id = ${site.id} and day < ${firstDay}::date`.execute(app.db);
      await sql`delete from counter_months where site_id = ${site.id} and month < ${`${firstMonth}-01`}::date`.execute(
        app.db,
      );
      await sql`delete from counter_adjustments where site_id = ${site.id} and in_month < ${`${firstMonth}-01`}::date`.execute(
        app.db,
      );
      return true;
    }
    after = last;
  }
  return false;
}

/** The last of some devices whose entries were looked at, null when there were none. */
async function forgetSome(tx: Tx, site: Site, cut: Date, after: number, now: Date): Promise<number | null> {
  const { rows } = await sql<{ deviceKey: number; model: string }>`
    select s.device_key as "deviceKey", d.model from counter_stands s
    join v_manufactured_devices d on d.device_key = s.device_key
    where d.site_id = ${site.id} and s.device_key > ${after} and exists (
      select from counter_entries e where e.device_key = s.device_key and e.at < ${cut})
    order by s.device_key limit ${devicesAtOnce} for update of s`.execute(tx);
  if (rows.length === 0) return null;
  const ledgers = await readLedgers(
    tx,
    rows.map(({ deviceKey }) => ({ deviceKey, stand: null, entries: [] })),
  );
  for (const { deviceKey, start, entries } of ledgers) {
    const model = rows.find((row) => row.deviceKey === deviceKey)?.model ?? '';
    const base = baseAt(cut.getTime(), countersOf(site, model).count, readEntries(entries), start);
    // Readings around midnight may still be judged otherwise by what follows; next month is soon enough.
    if (!base) continue;
    const values = base.stands.map((stand) => stand?.value ?? null);
    await writeEntries(tx, [
      { deviceKey, model, timeMs: cut.getTime(), cause: 'base', values, facts: { start: base }, receivedAt: now },
    ]);
    // A table must not be carried on from where its readings are gone, but from the base.
    await sql`
      update counter_stands set at = null, start = null
      where device_key = ${deviceKey} and at < ${cut}`.execute(tx);
    await sql`delete from counter_entries where device_key = ${deviceKey} and at < ${cut}`.execute(tx);
  }
  return rows.at(-1)?.deviceKey ?? null;
}
