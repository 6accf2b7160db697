import { jobNames, type JobName } from '../../domain/jobs/jobs.ts';
import type { Capability } from '../capability.ts';
import type { Site } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import { kernelQueues } from './kernel-queues.ts';
import type { JobQueue } from './queue.ts';

/** A job with the capability it belongs to; null holds at every site. */
export type ShownJob = { capability: string | null; name: JobName; queue: JobQueue };

/** What runs beside the capabilities' own: the loops of the server, and the jobs that are handed over. */
const loops = ['events-seal', 'events-read', 'mails', 'imports'];

/** Every job with the capability that brings it, in the order in which they are shown. */
export function shownJobs(capabilities: readonly Capability[], others: readonly Job[]): ShownJob[] {
  const owners = new Map<string, string | null>(
    [...loops, ...others.map(({ name }) => name)].map((name) => [name, null]),
  );
  for (const { name: capability, optional, jobs = [], workers = [] } of capabilities)
    for (const name of [...jobs.map((job) => job.name), ...workers.map((worker) => worker.job ?? worker.name)])
      owners.set(name, optional ? capability : null);
  const queues = Object.assign({}, kernelQueues, ...capabilities.map((capability) => capability.queues ?? {}));
  return jobNames.flatMap((name) => {
    const capability = owners.get(name);
    return capability === undefined ? [] : [{ capability, name, queue: queues[name] ?? {} }];
  });
}

/** Those that run at this site. */
export function jobsOf({ capabilities }: Site, all: readonly ShownJob[]): ShownJob[] {
  return all.filter(({ capability }) => capability === null || capability in capabilities);
}
