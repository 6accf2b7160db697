import type { App } from '../../kernel/app.ts';
import { secondsMs } from '../../kernel/clock.ts';
import type { Worker } from '../../kernel/workers.ts';
import { findDue } from './facts.ts';
import { lockCustomers } from './lock.ts';
import { settleHeld } from './settle.ts';

const everyMs = 3 * secondsMs;
/** Customers settled in one transaction. */
export const customersMax = 200;

/** Settles what is due of some customers, with `skip` of those that nobody holds; whether there may be more. */
async function settleSome(app: App, now: Date, skip: boolean): Promise<boolean> {
  const due = await findDue(app.db, now, customersMax);
  let held = 0;
  for (const [siteId, some] of Map.groupBy(due, ({ site }) => site)) {
    held += await app.db.transaction().execute(async (tx) => {
      const customers = some.map(({ customer }) => customer);
      const locked = await lockCustomers(tx, siteId, customers, skip);
      await settleHeld(tx, { id: siteId }, locked, now);
      return locked.length;
    });
  }
  return held > 0 && due.length === customersMax;
}

/** What followed from licences that have ended, for everybody; for pages over many customers. */
export async function settleAll(app: App, now: Date): Promise<void> {
  while (await settleSome(app, now, false));
}

/** Has every expiry followed by what takes over within seconds, on one node at a time for each customer. */
export const settleWorker: Worker = {
  name: 'licences-settle',
  everyMs,
  work: (app, now) => settleSome(app, now, true),
};
