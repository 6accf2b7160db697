import { sql } from 'kysely';
import { readingOptions } from '../../domain/site/capabilities.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { App } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';

const aheadMs = 35 * daysMs;
const rowsAtOnce = 20_000;

/** Makes the months to come, and drops or empties what is older than a site keeps (E-10). */
export const readingMonths: Job = {
  name: 'reading-months',
  async run(app, now) {
    const sites = [...app.sites.values()].filter((site) => 'readings' in site.capabilities);
    if (sites.length === 0) return;
    for (const at of [now, after(now, aheadMs)])
      await sql`select make_reading_partitions(${monthOf(at)}::date)`.execute(app.db);
    const keep = sites.map((site) => ({ siteId: site.id, ...readingOptions(site).keep }));
    await forget(
      app,
      now,
      'readings',
      keep.map(({ siteId, rawDays }) => ({ siteId, days: rawDays })),
    );
    await forget(
      app,
      now,
      'reading_minutes',
      keep.map(({ siteId, minuteDays }) => ({ siteId, days: minuteDays })),
    );
  },
};

type Kept = 'readings' | 'reading_minutes';

/** Whole months go as files; what is left of a site that keeps less than others goes row by row, a piece each minute. */
async function forget(
  app: App,
  now: Date,
  table: Kept,
  keep: readonly { siteId: string; days: number }[],
): Promise<void> {
  const longest = Math.max(...keep.map(({ days }) => days));
  const { rows } = await sql<{ month: string }>`
    select right(c.relname, 7) as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${table}::regclass`.execute(app.db);
  for (const { month } of rows) {
    const [year = 0, number = 0] = month.split('_').map(Number);
    const end = new Date(Date.UTC(year, number, 1));
    if (end > after(now, -longest * daysMs)) continue;
    await sql`select drop_reading_partition(${table}, ${`${year}-${String(number).padStart(2, '0')}-01`}::date)`.execute(
      app.db,
    );
  }
  for (const { siteId, days } of keep) {
    if (days === longest) continue;
    await sql`
      delete from ${sql.table(table)} where (device_key, at) in (
        select t.device_key, t.at from ${sql.table(table)} t
        join v_manufactured_devices d on d.device_key = t.device_key
        where d.site_id = ${siteId} and t.at < ${after(now, -days * daysMs)} limit ${rowsAtOnce})`.execute(app.db);
  }
}

function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`;
}
