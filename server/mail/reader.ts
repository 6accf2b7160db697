import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Reader } from '../kernel/readers.ts';
import type { MailPlan } from './plan.ts';

/** A statement takes 65,535 values. */
const insertedAtOnceMax = 2_000;

/** Decides every mail exactly once, in the transaction that moves the reader of events on (P-20). */
export function mailReader(plans: readonly MailPlan[], clock: Clock): Reader {
  return {
    name: 'mail',
    async read(tx, events) {
      for (const event of events) {
        for (const plan of plans.filter((one) => one.what === event.what)) {
          // Some sites have people without an address.
          const planned = (await plan.recipients(tx, event)).filter(({ recipient }) => recipient !== '');
          if (planned.length === 0) continue;
          const now = clock.now();
          for (let from = 0; from < planned.length; from += insertedAtOnceMax)
            await tx
              .insertInto('mails')
              .values(
                planned.slice(from, from + insertedAtOnceMax).map(({ recipient, language, id = newId() }) => ({
                  site_id: event.siteId,
                  id,
                  event_id: event.id,
                  recipient,
                  template: plan.template,
                  language,
                  bulk: plan.bulk ?? false,
                  state: 'due',
                  tries: 0,
                  next_try_at: now,
                  sent_at: null,
                  last_error: null,
                })),
              )
              .onConflict((conflict) => conflict.doNothing())
              .execute();
        }
      }
    },
  };
}
