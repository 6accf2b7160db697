import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';
import type { Sample } from '../kernel/metrics.ts';

const nanoseconds = 1e9;

/** What a node measures of itself and of the database; gives how to end it. */
export function startMeasuring(app: App): () => void {
  const { metrics, pool } = app;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const startedAt = Date.now() / 1_000 - process.uptime();
  const ends = [
    () => delay.disable(),
    metrics.gauge('engawa_event_loop_delay_seconds', () => {
      const samples = [50, 99, 100].map((percent) => ({
        labels: { quantile: String(percent / 100) },
        value: delay.percentile(percent) / nanoseconds,
      }));
      delay.reset();
      return samples;
    }),
    metrics.gauge('engawa_database_connections', () => [
      { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
      { labels: { state: 'idle' }, value: pool.idleCount },
      { labels: { state: 'waiting' }, value: pool.waitingCount },
    ]),
    metrics.gauge('engawa_events_unsealed', async () => one((await unsealed(app)).count)),
    metrics.gauge('engawa_events_unsealed_age_seconds', async () => one((await unsealed(app)).ageSeconds)),
    metrics.gauge('engawa_mails_due', async () => one((await mailsDue(app)).count)),
    metrics.gauge('engawa_mails_late_seconds', async () => one((await mailsDue(app)).ageSeconds)),
    metrics.gauge('process_resident_memory_bytes', () => one(process.memoryUsage.rss())),
    metrics.gauge('process_cpu_seconds_total', () => {
      const { user, system } = process.cpuUsage();
      return one((user + system) / 1e6);
    }),
    metrics.gauge('process_start_time_seconds', () => one(startedAt)),
  ];
  return () => ends.forEach((end) => end());
}

const one = (value: number): Sample[] => [{ value }];

type Queue = { count: number; ageSeconds: number };

/** Events that no sealer has taken yet. */
export async function unsealed({ db, clock }: App): Promise<Queue> {
  const { rows } = await sql<Queue>`
    select count(*) as count, greatest(0, coalesce(extract(epoch from ${clock.now()}::timestamptz - min(e.occurred_at)), 0))::float8 as "ageSeconds"
    from events_unsealed u join events e on e.site_id = u.site_id and e.id = u.event_id`.execute(db);
  return rows[0] ?? { count: 0, ageSeconds: 0 };
}

async function mailsDue({ db, clock }: App): Promise<Queue> {
  const { rows } = await sql<Queue>`
    select count(*) as count, greatest(0, coalesce(extract(epoch from ${clock.now()}::timestamptz - min(next_try_at)), 0))::float8 as "ageSeconds"
    from mails where state = 'due'`.execute(db);
  return rows[0] ?? { count: 0, ageSeconds: 0 };
}
