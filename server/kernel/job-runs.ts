import { sql } from 'kysely';
import { jobReason, type JobReason } from '../../domain/jobs/jobs.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';

/** As long as it ends as it did before, a run is noted this seldom by a node: some are over in a millisecond. */
const notedEveryMs = 30_000;

/** Does a job's work, and notes how it went where operators can read it. */
export type WatchRun = <T>(job: string, work: () => Promise<T>) => Promise<T>;

/** Notes nothing. */
export const unwatched: WatchRun = (_, work) => work();

type Run = { beganAt: Date; tookMs: number; reason: JobReason | null };

/** Notes runs in `job_runs`. What it fails at itself changes nothing of the job. */
export function watchRuns(db: Database, clock: Clock, log: Logger): WatchRun {
  const last = new Map<string, { reason: JobReason | null; atMs: number }>();
  async function note(job: string, run: Run): Promise<void> {
    const before = last.get(job);
    const nowMs = performance.now();
    const changed = before?.reason !== run.reason;
    if (!changed && nowMs - before.atMs < notedEveryMs) return;
    last.set(job, { reason: run.reason, atMs: nowMs });
    const noted = store(db, job, run).catch((error: unknown) => {
      last.delete(job);
      log.debug({ err: error, job }, 'how a job went could not be noted');
    });
    // What is as before is not waited for: sealing must not stand still because the pool is busy.
    if (changed) await noted;
  }
  return async (job, work) => {
    const beganAt = clock.now();
    const startMs = performance.now();
    const end = (reason: JobReason | null) =>
      note(job, { beganAt, tookMs: Math.round(performance.now() - startMs), reason });
    let done;
    try {
      done = await work();
    } catch (error) {
      await end(jobReason(codeOf(error)));
      throw error;
    }
    await end(null);
    return done;
  };
}

async function store(db: Database, job: string, { beganAt, tookMs, reason }: Run): Promise<void> {
  const wellAt = reason === null ? beganAt : null;
  const failedSince = reason === null ? null : beganAt;
  await sql`
    insert into job_runs as r (job, began_at, took_ms, well_at, failed_since, reason)
    values (${job}, ${beganAt}, ${tookMs}, ${wellAt}, ${failedSince}, ${reason})
    on conflict (job) do update set began_at = excluded.began_at, took_ms = excluded.took_ms, reason = excluded.reason,
      well_at = coalesce(excluded.well_at, r.well_at),
      failed_since = case when excluded.reason is null then null else coalesce(r.failed_since, excluded.failed_since) end`.execute(
    db,
  );
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
