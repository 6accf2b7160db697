import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';

/**
 * Has a mail that was tried in vain handed over again, at once and under the same Message-ID, with all its tries before it (P-26). One that is under
 * way, or was taken meanwhile, stays as it is: asked for twice it goes out once.
 */
export async function handOverAgain(tx: Tx, scope: Scope, mailId: string): Promise<Outcome<never>> {
  const failed = await tx
    .selectFrom('mails')
    .select(['event_id as event', 'template'])
    .where('site_id', '=', scope.siteId)
    .where('id', '=', mailId)
    .where(sql<boolean>`(state = 'dead' or tried_at is not null)`)
    .where('recipient', 'not like', 'erased:%')
    .executeTakeFirst();
  if (!failed) return { reply: platformProblem('not-found') };
  // Whoever hands it over just now has its row locked.
  const { numAffectedRows } = await sql`
    update mails set state = 'due', next_try_at = ${scope.now}, earlier_tries = earlier_tries + tries, tries = 0
    where (site_id, id) in (
      select site_id, id from mails where site_id = ${scope.siteId} and id = ${mailId}
        and (state = 'dead' or state = 'due' and next_try_at > ${scope.now}) for no key update skip locked)`.execute(
    tx,
  );
  if (numAffectedRows !== 1n) return { reply: { status: 204 } };
  return {
    reply: { status: 204 },
    events: [{ what: 'mail.handed-again', subject: `mail/${mailId}`, data: { ...failed } }],
  };
}
