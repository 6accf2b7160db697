import type { JobName } from '../../domain/jobs/jobs.ts';
import type { NeedCount } from '../needs/need-counts.ts';

/** What of the caller's site waits for a job, and what of it needs somebody; of the site alone, whatever the job does for others. */
export type JobQueue = { waiting?: NeedCount; failed?: NeedCount };

/** What a capability brings to the page of jobs (P-26). */
export type JobQueues = Partial<Record<JobName, JobQueue>>;
