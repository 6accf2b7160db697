import type { JobReason } from '../../domain/jobs/jobs.ts';
import type { Database } from '../kernel/database.ts';

/** How each job of the server went last, by its name. */
export async function readRuns(db: Database) {
  const rows = await db.selectFrom('job_runs').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.job,
      {
        beganAt: row.began_at,
        failedSince: row.failed_since,
        shown: {
          beganAt: row.began_at.toISOString(),
          tookMs: row.took_ms,
          wellAt: row.well_at?.toISOString() ?? null,
          failure: row.failed_since && {
            since: row.failed_since.toISOString(),
            reason: row.reason as JobReason,
          },
        },
      },
    ]),
  );
}
