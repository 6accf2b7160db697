import { sql } from 'kysely';
import { readEntries } from '../../domain/counters/entries.ts';
import { baseAt } from '../../domain/counters/kept.ts';
import { keptOn } from '../../domain/counters/periods.ts';
import { counterOptions } from '../../domain/site/capabilities.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import { countersOf } from '../counters/ledger/models.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Job } from '../kernel/jobs.ts';
import { readLedgers, wholeDevice, writeEntries, type Place } from './ledger/store.ts';

const placesAtOnce = 200;
const runMaxMs = 20_000;

/** What a node has done already, so that it looks once a month and not each minute; to look once more changes nothing. */
const done = new WeakMap<App, Map<string, string>>();

/** Drops what is older than a site keeps of counters; before entries go, where each counter stood is written down as their base (C-08). */
export const forgetDepartments: Job = {
  name: 'departments-kept',
  async run(app, now) {
    const untilMs = performance.now() + runMaxMs;
    const known = done.get(app) ?? new Map<string, string>();
    done.set(app, known);
    for (const site of app.sites.values()) {
      if (!('departments' in site.capabilities)) continue;
      const { firstDay } = keptOn(civilDay(now, site.timeZone), counterOptions(site).keep);
      if (known.get(site.id) === firstDay) continue;
      if (await forgetDepartmentsAt(app, site, now, () => performance.now() < untilMs)) known.set(site.id, firstDay);
    }
  },
};

/** Whether everything that is too old is gone. */
export async function forgetDepartmentsAt(app: App, site: Site, now: Date, goesOn: () => boolean): Promise<boolean> {
  const { firstDay, firstMonth } = keptOn(civilDay(now, site.timeZone), counterOptions(site).keep);
  const cut = startOfDay(firstDay, site.timeZone);
  let after: Place = { deviceKey: 0, department: '' };
  while (goesOn()) {
    const from = after;
    const last = await app.db.transaction().execute((tx) => forgetSome(tx, site, cut, from, now));
    if (last) {
      after = last;
      continue;
    }
    const month = `${firstMonth}-01`;
    await sql`delete from department_months where site_id = ${site.id} and month < ${month}::date`.execute(app.db);
    await sql`delete from department_adjustments where site_id = ${site.id} and in_month < ${month}::date`.execute(
      app.db,
    );
    return true;
  }
  return false;
}

/** The last of some departments whose entries were looked at, null when there were none. What devices said of all their counters stays: it is little. */
async function forgetSome(tx: Tx, site: Site, cut: Date, after: Place, now: Date): Promise<Place | null> {
  const { rows } = await sql<Place & { model: string }>`
    select s.device_key as "deviceKey", s.department, d.model from department_stands s
    join v_manufactured_devices d on d.device_key = s.device_key
    where d.site_id = ${site.id} and s.department <> ${wholeDevice} and (s.device_key, s.department) > (${after.deviceKey}, ${after.department})
      and exists (select from department_entries e where e.device_key = s.device_key and e.department = s.department and e.at < ${cut})
    order by s.device_key, s.department limit ${placesAtOnce}`.execute(tx);
  if (rows.length === 0) return null;
  const keys = [...new Set(rows.map(({ deviceKey }) => deviceKey))];
  await sql`
    select 1 from department_stands where device_key = any(${keys}::bigint[]) and department = ${wholeDevice}
    order by device_key for update`.execute(tx);
  const ledgers = await readLedgers(
    tx,
    rows.map(({ deviceKey, department }) => ({ deviceKey, department, from: null })),
  );
  for (const [at, { deviceKey, department, start, entries }] of ledgers.entries()) {
    const base = baseAt(cut.getTime(), countersOf(site, rows[at]?.model ?? '').count, readEntries(entries), start);
    // Readings around midnight may still be judged otherwise by what follows; next month is soon enough.
    if (!base) continue;
    const values = base.stands.map((stand) => stand?.value ?? null);
    await writeEntries(tx, [
      { deviceKey, department, timeMs: cut.getTime(), cause: 'base', values, facts: { start: base }, receivedAt: now },
    ]);
    // A table must not be carried on from where its readings are gone, but from the base.
    await sql`
      update department_stands set start = null where device_key = ${deviceKey} and department = ${department}
        and (start->>'atMs')::float8 < ${cut.getTime()}`.execute(tx);
    await sql`
      delete from department_entries where device_key = ${deviceKey} and department = ${department} and at < ${cut}`.execute(
      tx,
    );
  }
  const { deviceKey, department } = rows.at(-1) ?? after;
  return { deviceKey, department };
}
