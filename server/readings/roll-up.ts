import { sql } from 'kysely';
import { startOfDay } from '../../domain/site/civil-time.ts';
import type { Measured } from '../../domain/readings/reading.ts';
import { rollUpDay, rollUpMinutes, withoutMarked, type Minute, type RollUp } from '../../domain/readings/roll-up.ts';
import { after, minutesMs } from '../kernel/clock.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Job } from '../kernel/jobs.ts';
import { connectedTo } from './connected.ts';
import { dayOf } from './intake/days.ts';

/** Nodes whose clocks differ agree by then that a day is over (intake/batch.ts). */
export const settledAfterMs = 10 * minutesMs;
const daysAtOnce = 20;
const runMaxMs = 45_000;

/** Makes minutes and days out of the messages of days that are over, and anew of those for which something came late (P-34). */
export const rollUp: Job = {
  name: 'reading-roll-up',
  async run(app, now) {
    const untilMs = performance.now() + runMaxMs;
    for (const site of app.sites.values())
      if ('readings' in site.capabilities)
        while (performance.now() < untilMs && (await rollUpSome(app, site, now)) === daysAtOnce);
  },
};

type Due = { deviceKey: number; day: string };

/** Rolls up a few days of any devices of a site; how many. The mark goes and the sums come in one transaction. */
export async function rollUpSome(app: App, site: Site, now: Date): Promise<number> {
  const today = dayOf(after(now, -settledAfterMs).getTime(), site.timeZone);
  return app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<Due>`
      delete from reading_days_due where (device_key, day) in (
        select r.device_key, r.day from reading_days_due r
        join v_manufactured_devices d on d.device_key = r.device_key
        where d.site_id = ${site.id} and r.day < ${today}::date
        order by r.day, r.device_key limit ${daysAtOnce} for update of r skip locked
      ) returning device_key as "deviceKey", day`.execute(tx);
    for (const due of rows) {
      const span = { from: startOfDay(due.day, site.timeZone), until: startOfDay(nextDay(due.day), site.timeZone) };
      await rollUpOne(tx, due, span.from, span.until);
      for (const taker of connectedTo(app).rollUps) await taker(tx, site, { deviceKey: due.deviceKey, ...span }, now);
    }
    return rows.length;
  });
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function rollUpOne(tx: Tx, { deviceKey, day }: Due, from: Date, until: Date): Promise<void> {
  const { rows } = await sql<{ at: Date; measured: Measured; marks: number[] | null }>`
    select at, measured, marks from readings
    where device_key = ${deviceKey} and at >= ${from} and at < ${until}`.execute(tx);
  const samples = rows.map(({ at, measured, marks }) => ({
    timeMs: at.getTime(),
    measured: withoutMarked(measured, marks),
  }));
  const minutes = rollUpMinutes(samples);
  if (minutes.length === 0) return;
  await writeMinutes(tx, deviceKey, minutes);
  await writeDay(tx, deviceKey, day, rollUpDay(minutes));
}

type Part = 'count' | 'mean' | 'low' | 'high' | 'first' | 'last';
const partOf = (spans: RollUp, part: Part) => `{${spans.map((span) => span?.[part] ?? 'NULL').join()}}`;
const isSingle = (spans: RollUp) => spans.every((span) => span === null || span.count === 1);

async function writeMinutes(tx: Tx, deviceKey: number, minutes: readonly Minute[]): Promise<void> {
  // A minute of one message says everything by its means.
  const part = (name: Part) => minutes.map(({ spans }) => (isSingle(spans) ? null : partOf(spans, name)));
  await sql`
    insert into reading_minutes (device_key, at, means, counts, lows, highs, lasts)
    select ${deviceKey}, a, m::float8[], c::int[], l::float8[], h::float8[], z::float8[]
    from unnest(${minutes.map(({ timeMs }) => new Date(timeMs).toISOString())}::timestamptz[],
      ${minutes.map(({ spans }) => partOf(spans, 'mean'))}::text[], ${part('count')}::text[], ${part('low')}::text[],
      ${part('high')}::text[], ${part('last')}::text[]) as i(a, m, c, l, h, z)
    on conflict (device_key, at) do update set means = excluded.means, counts = excluded.counts, lows = excluded.lows,
      highs = excluded.highs, lasts = excluded.lasts`.execute(tx);
}

async function writeDay(tx: Tx, deviceKey: number, day: string, spans: RollUp): Promise<void> {
  const counts = `{${spans.map((span) => span?.count ?? 0).join()}}`;
  await sql`
    insert into reading_days (device_key, day, means, minutes, lows, highs, firsts, lasts)
    values (${deviceKey}, ${day}, ${partOf(spans, 'mean')}::float8[], ${counts}::smallint[], ${partOf(spans, 'low')}::float8[],
      ${partOf(spans, 'high')}::float8[], ${partOf(spans, 'first')}::float8[], ${partOf(spans, 'last')}::float8[])
    on conflict (device_key, day) do update set means = excluded.means, minutes = excluded.minutes, lows = excluded.lows,
      highs = excluded.highs, firsts = excluded.firsts, lasts = excluded.lasts`.execute(tx);
}
