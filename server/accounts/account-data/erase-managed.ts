import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { takeReason } from '../../kernel/http/reason.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { accountProblem } from '../problems.ts';
import { eraseUnlessHeld } from './erase-person.ts';
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
  const { reason } = read;
  return eraseUnlessHeld({ app, tx, site }, { userId, now: scope.now, lastOwner: 'erasing-last-owner', reason });
}
