import { checkPassword, preparePassword } from '../../domain/accounts/password.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { endMailChanges } from './account-data/mail-change.ts';
import { isCommonPassword } from './common-passwords.ts';
import { noPassword } from './create-user.ts';
import { forgetFailures } from './login-counters.ts';
import { findOwed } from './owed/facts.ts';
import { verifyPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';
import { endSecondSteps } from './second-factor/factors.ts';
import { endProofs } from './proofs.ts';
import { closeAllSessions } from './sessions.ts';

/**
 * Every rule of the site's policy that the wished password breaks, at its field; null when it may be used. It may be shorter
 * where a second factor stands beside it.
 */
export function refusePassword(
  site: Site,
  password: string,
  secondFactor: boolean,
  pointer = '/password',
): Problem | null {
  const broken = checkPassword(password, site.accounts.password, { isCommon: isCommonPassword, secondFactor });
  if (broken.length === 0) return null;
  const errors = broken.map((rule) => ({
    pointer,
    code: `accounts/${rule.code}`,
    ...(rule.params && { params: rule.params }),
  }));
  return platformProblem('invalid-fields', { errors });
}

export function samePassword(pointer: string): Problem {
  return accountProblem('password-same', { errors: [{ pointer, code: 'accounts/password-same' }] });
}

/**
 * A password that has expired, or that somebody else chose, is not set once more by a link. Asked before the change: a
 * hash waits its turn, and no database connection should wait with it.
 */
export async function refuseSamePassword(
  app: App,
  site: Site,
  userId: string,
  password: string,
  now: Date,
): Promise<Problem | null> {
  const { steps } = await findOwed(app.db, site, userId, now, now);
  if (!steps.includes('password')) return null;
  const { password_hash: stored } = await app.db
    .selectFrom('users')
    .select('password_hash')
    .where('site_id', '=', site.id)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const isSame = await verifyPassword(preparePassword(password, site.accounts.password), stored);
  return isSame ? samePassword('/password') : null;
}

/**
 * Stores a password that its owner chose, or that an operator hands over. All sessions and half-finished logins end, other ways to set one end, and failed logins are forgotten.
 * Gives the event, from which the mail to the owner follows.
 */
export async function storePassword(
  tx: Tx,
  siteId: string,
  userId: string,
  passwordHash: string,
  how: 'reset' | 'change' | 'handed',
  now: Date,
): Promise<NewEvent> {
  const before = await tx
    .selectFrom('users')
    .select('password_hash')
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('users')
    .set({
      password_hash: passwordHash,
      password_changed_at: now,
      password_initial: how === 'handed',
      password_temporary: false,
      // The link or code was mailed: whoever has it reads the mails of that address.
      ...(how === 'reset' && { mail_unproved_since: null }),
    })
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .execute();
  await endProofs(tx, siteId, userId, now);
  // Whoever knew the old password may have asked for another address.
  await endMailChanges(tx, siteId, userId, now);
  await closeAllSessions(tx, siteId, userId);
  await endSecondSteps(tx, siteId, userId);
  await forgetFailures(tx, siteId, userId);
  const first = before.password_hash === noPassword;
  const told = first && how !== 'handed' ? 'first' : how;
  return { what: 'password.changed', subject: `user/${userId}`, data: { user: userId, how: told } };
}
