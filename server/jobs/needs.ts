import { jobState } from '../../domain/jobs/jobs.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { jobsOf, type ShownJob } from './shown.ts';
import { readRuns } from './store.ts';

/**
 * Jobs whose last run failed. Those of which nothing was heard are left to their page: after a server has been down that is so of all of
 * them for a minute.
 */
export function jobNeeds(all: readonly ShownJob[]): NeedCounts {
  return {
    'jobs-failing': async ({ app, site }) => {
      const runs = await readRuns(app.db);
      const now = app.clock.now();
      const failing = jobsOf(site, all).filter(({ name }) => jobState(runs.get(name) ?? null, now) === 'failing');
      return { count: failing.length };
    },
  };
}
