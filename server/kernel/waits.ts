import { sql, type RawBuilder } from 'kysely';
import { secondsMs } from './clock.ts';
import type { Database } from './database.ts';
import type { Worker } from './workers.ts';

export const waitsLookedAtEveryMs = 10 * secondsMs;

/** Of a table what waits for its next try: the column of the tries so far, and which rows wait at all. */
type Waiting = { table: string; tries: string; of?: RawBuilder<unknown> };

/** The wait after so many tries, as an interval: none before the first. */
export function waitAfter(tries: RawBuilder<unknown>, waitsMs: readonly number[]): RawBuilder<unknown> {
  return sql`((array[0, ${sql.join(waitsMs)}]::float8[])[least(${tries}, ${waitsMs.length}) + 1] * interval '1 millisecond')`;
}

/**
 * Has tried now what waits longer than it can have to after so many tries: its instant was reckoned by a clock that ran ahead, and is right again.
 * What somebody is at just now stays as it is.
 */
export async function endImpossibleWaits(
  db: Database,
  now: Date,
  { table, tries, of }: Waiting,
  waitsMs: readonly number[],
): Promise<void> {
  await sql`update ${sql.table(table)} set next_try_at = ${now} where ctid = any(array(
      select ctid from ${sql.table(table)}
      where ${of ?? sql`true`} and next_try_at > ${now}::timestamptz + ${waitAfter(sql.ref(tries), waitsMs)}
      for no key update skip locked))`.execute(db);
}

/** Looks at them every so often, as part of the job that tries them. */
export function waitsWorker(job: string, waiting: Waiting, waitsMs: readonly number[]): Worker {
  return {
    name: `${job}-waits`,
    job,
    everyMs: waitsLookedAtEveryMs,
    work: async ({ db }, now) => {
      await endImpossibleWaits(db, now, waiting, waitsMs);
      return false;
    },
  };
}
