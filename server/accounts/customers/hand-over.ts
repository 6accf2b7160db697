import { sql } from 'kysely';
import { handOverDueBefore } from '../../../domain/accounts/customers.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { writeEvents } from '../../kernel/events.ts';
import type { Job } from '../../kernel/jobs.ts';

/** One mail names at most so many customers; the others get a further one. */
const namedMax = 200;

/**
 * Reminds dealers of customers who still use the temporary password that the dealer set (details.md, L-09): once for each customer,
 * together for those of one day. Marked and told in one transaction, so neither a restart nor a second node repeats it.
 */
export const handOverReminders: Job = {
  name: 'hand-over-reminders',
  async run(app, now) {
    for (const site of app.sites.values()) await app.db.transaction().execute((tx) => remindOfHandOvers(tx, site, now));
  },
};

type Due = { user: string; dealer: string };

export async function remindOfHandOvers(tx: Tx, site: Site, now: Date): Promise<void> {
  for (const { organization, proof } of site.accounts.signUps) {
    if (proof.kind !== 'invitation' || !proof.temporaryPassword) continue;
    const before = handOverDueBefore(proof.handOverReminderDays, site.timeZone, now);
    const due = await markDue(tx, site.id, organization, before, now);
    const events = [...Map.groupBy(due, ({ dealer }) => dealer)].flatMap(([dealer, some]) =>
      inParts(some.map(({ user }) => user)).map((users) => ({
        what: 'temporary-password.unanswered' as const,
        subject: `organization/${dealer}`,
        data: { organization: dealer, users },
      })),
    );
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId: null }, events);
  }
}

/** Whoever else is at it waits for the rows, and finds them marked. */
async function markDue(tx: Tx, siteId: string, kind: string, before: Date, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update users u set hand_over_reminded_at = ${now}
    from organizations o
    where u.site_id = ${siteId} and u.password_temporary and u.hand_over_reminded_at is null
      and u.password_changed_at < ${before}::timestamptz and u.ended_at is null and u.erased_at is null
      and o.site_id = u.site_id and o.id = u.organization_id and o.kind = ${kind} and o.closed_at is null
      and o.parent_id is not null
    returning u.id as "user", o.parent_id as dealer`.execute(tx);
  return rows.toSorted((a, b) => (a.user < b.user ? -1 : 1));
}

function inParts(users: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(users.length / namedMax) }, (_, at) =>
    users.slice(at * namedMax, (at + 1) * namedMax),
  );
}
