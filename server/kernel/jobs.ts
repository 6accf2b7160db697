import type { Clock } from 'pg-boss';
import type { App } from './app.ts';
import type { Logger } from './log.ts';

/** Work that is due by the clock: a query over facts with `now` as a parameter. Runs on one node at a time, each minute. */
export type Job = { name: string; run(app: App, now: Date): Promise<void> };

const queue = 'tick';

/**
 * Time that only goes on. By the time of day pg-boss would stand still for as long as a machine's clock is set back: what it waits for it
 * reckons from there, and what it has waited as well.
 */
const steadyClock: Clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  setTimeout: (work, milliseconds) => setTimeout(work, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work, milliseconds) => setInterval(work, milliseconds),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

export type Jobs = { stop(): Promise<void> };

/** pg-boss only wakes up; what is due is decided by the jobs themselves, so a late or repeated tick changes nothing. */
export async function startJobs(url: string, app: App, jobs: readonly Job[], log: Logger): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: url,
    migrate: false,
    createSchema: false,
    application_name: 'engawa-jobs',
    max: 2,
    clock: steadyClock,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the job runner had an error and goes on'));
  await boss.start();
  await boss.createQueue(queue, { policy: 'short' });
  await boss.work(queue, async () => {
    await runJobs(app, jobs, log);
  });
  await boss.schedule(queue, '* * * * *');
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}

/** Runs the jobs one after the other; what one failed at keeps none of the others. */
export async function runJobs(app: App, jobs: readonly Job[], log: Logger): Promise<void> {
  for (const job of jobs) {
    try {
      await app.watchRun(job.name, () => job.run(app, app.clock.now()));
    } catch (error) {
      app.metrics.count('engawa_jobs_failed_total', { job: job.name });
      log.error({ err: error, job: job.name }, 'a job failed and is tried again at the next tick');
    }
  }
}
