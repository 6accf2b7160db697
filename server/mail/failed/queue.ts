import { sql } from 'kysely';
import type { JobQueues } from '../../jobs/queue.ts';
import { countRows } from '../../needs/count-rows.ts';
import { failedMailNeeds } from './needs.ts';

/** Mails that are to be sent, and those that were given up, which the list of failed mails has. */
export const mailQueues: JobQueues = {
  mails: {
    waiting: ({ app, site, max }) =>
      countRows(app.db, sql`select from mails where site_id = ${site.id} and state = 'due'`, max),
    ...(failedMailNeeds['mails-failed'] && { failed: failedMailNeeds['mails-failed'] }),
  },
};
