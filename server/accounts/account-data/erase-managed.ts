import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { takeReason } from '../../kernel/http/reason.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { holdOrganizationOf } from '../../organizations/tree/close.ts';
import { accountProblem } from '../problems.ts';
import { closesUnsettled, erasePerson, isLastOwnerOfOthers } from './erase-person.ts';
import { isKept } from './managed.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope };

/**
 * An operator erases a person who asked for it (P-27), one who has left included. Who asks in whose name is for the operator to make sure of; the
 * reason stands in the log.
 */
export async function eraseManaged(
  { app, tx, site, scope }: Around,
  userId: string,
  typed: string,
): Promise<Outcome<never>> {
  if (userId === scope.userId) return { reply: accountProblem('erasing-own') };
  if (!(await isKept(tx, scope, userId))) return { reply: platformProblem('not-found') };
  const read = takeReason(typed);
  if ('refused' in read) return { reply: read.refused };
  await holdOrganizationOf(tx, site.id, userId);
  if (await isLastOwnerOfOthers(tx, site.id, userId)) return { reply: accountProblem('erasing-last-owner') };
  const held = await closesUnsettled(app, tx, site, userId, scope.now);
  if (held) return { reply: held };
  const { events, ...erased } = await erasePerson(tx, site, userId, scope.now);
  const subject = `user/${userId}`;
  return {
    reply: { status: 204 },
    events: [
      { what: 'user.erased', subject, data: { user: userId, ...erased }, details: { reason: read.reason } },
      ...events,
    ],
  };
}
