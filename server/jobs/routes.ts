import { z } from 'zod';
import { jobNames, jobReasons, jobRhythms, jobStates, jobState, nextRun } from '../../domain/jobs/jobs.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { instant, organizationPath } from '../kernel/http/schemas.ts';
import type { NeedCall, NeedCount } from '../needs/need-counts.ts';
import { jobsOf, type ShownJob } from './shown.ts';
import { readRuns } from './store.ts';

const perMinute = 120;
const countMax = 10_000;

const counted = z.strictObject({
  count: z.int(),
  /** There are more than that. */
  countCapped: z.boolean(),
});

async function countOf(count: NeedCount | undefined, call: Omit<NeedCall, 'max'>) {
  if (!count) return null;
  const found = await count({ ...call, max: countMax });
  return { count: Math.min(found.count, countMax), countCapped: found.count > countMax };
}

export function jobRoutes(all: readonly ShownJob[]): Route[] {
  return [
    route({
      operationId: 'listJobs',
      method: 'get',
      path: '/api/{site}/organizations/{organization}/jobs',
      summary: `Operators: what runs by itself, how it went last on the whole server, and what of this site waits for it; each counted up to ${countMax}`,
      access: 'maintenance:manage',
      params: organizationPath,
      status: 200,
      response: z.strictObject({
        at: instant,
        items: z.array(
          z.strictObject({
            name: z.enum(jobNames),
            /** `minute`: each full minute; `always`: all the time. */
            rhythm: z.enum(['minute', 'always']),
            state: z.enum(jobStates),
            lastRun: z
              .strictObject({
                beganAt: instant,
                tookMs: z.int(),
                /** When one went well last; null when none has. */
                wellAt: instant.nullable(),
                failure: z.strictObject({ since: instant, reason: z.enum(jobReasons) }).nullable(),
              })
              .nullable(),
            /** Null for what always runs. */
            nextRunAt: instant.nullable(),
            /** Null where nothing can wait, or fail, for one site. */
            waiting: counted.nullable(),
            failed: counted.nullable(),
          }),
        ),
      }),
      problems: [],
      perMinute,
      handle: async ({ app, site, scope, now }) => {
        const runs = await readRuns(app.db);
        const items = [];
        // One after the other: a page is no reason to take several connections.
        for (const { name, queue } of jobsOf(site, all)) {
          const last = runs.get(name) ?? null;
          items.push({
            name,
            rhythm: jobRhythms[name],
            state: jobState(last, now),
            lastRun: last?.shown ?? null,
            nextRunAt: nextRun(jobRhythms[name], now)?.toISOString() ?? null,
            waiting: await countOf(queue.waiting, { app, site, scope }),
            failed: await countOf(queue.failed, { app, site, scope }),
          });
        }
        return { status: 200, body: { at: now.toISOString(), items } };
      },
    }),
  ];
}
