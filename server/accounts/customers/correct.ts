import { judgeCorrection, type CorrectionVerdict, type CustomerState } from '../../../domain/accounts/customers.ts';
import { loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { proofEnds } from '../../../domain/accounts/proofs.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { faultAt, platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockTries, storeTries } from '../../kernel/tries.ts';
import { lockOrganization } from '../../organizations/lock.ts';
import { findAccount } from '../account-data/account.ts';
import { endMailChanges } from '../account-data/mail-change.ts';
import { findManagedAccount } from '../account-data/managed.ts';
import { noPassword } from '../create-user.ts';
import { isAddressTaken } from '../login-ids.ts';
import { lifeOf } from '../making/opening.ts';
import { takenPerHourMax, takenPurpose } from '../making/make-account.ts';
import { inviteUser } from '../making/make-user.ts';
import { accountProblem } from '../problems.ts';
import { endProofs, hashLink, linkSecret } from '../proofs.ts';
import { removeAllFactors } from '../second-factor/factors.ts';
import { closeAllSessions } from '../sessions.ts';
import { takenLoginId } from '../sign-up.ts';
import { isCustomerInUse } from './in-use.ts';
import { findCustomer } from './store.ts';

export type Corrected = { mail: string; loginId: string; expiresAt: string | null };

type Who = { userId: string; organizationId: string; kind: OrganizationKind; loginId: string; mail: string };

const refusals = {
  proved: 'correction-proved',
  'own-password': 'correction-own-password',
  'in-use': 'correction-in-use',
} as const satisfies Record<Exclude<CorrectionVerdict, 'open'>, string>;

/**
 * A dealer corrects the address of a customer (L-01), as long as nobody has proved it, nobody keeps a password of their own and nothing
 * was given out. The customer is held meanwhile, so that nothing is given to it at the same moment. Links to the wrong address end; who was
 * invited is invited anew; a temporary password stays, and no mail goes out.
 */
export async function correctCustomersAddress(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  customerId: string,
  typed: string,
): Promise<Outcome<Corrected>> {
  const found = await findCustomer(tx, scope, customerId);
  if (!found || !(await lockOrganization(tx, site.id, customerId))) return { reply: platformProblem('not-found') };
  const account = await findAccount(tx, site, found.user_id, { lock: true });
  const row = await findCustomer(tx, scope, customerId);
  if (!account || !row) return { reply: platformProblem('not-found') };
  const facts = { state: row.state as CustomerState, mailProved: row.mail_proved };
  const verdict = judgeCorrection(facts, await isCustomerInUse(app, tx, site.id, customerId));
  if (verdict !== 'open') return { reply: accountProblem(refusals[verdict]) };
  const mail = readMail(typed, account.mail);
  if (typeof mail !== 'string') return { reply: mail };
  const tries = await lockTries(tx, site.id, takenPurpose, scope.organizationId, after(scope.now, -hoursMs));
  if (tries.length >= takenPerHourMax)
    return { reply: platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 }) };
  if (await isAddressTaken(tx, site, account, mail, scope.now)) {
    await storeTries(tx, site.id, takenPurpose, scope.organizationId, [...tries, scope.now]);
    return { reply: takenLoginId('/mail') };
  }
  const given = await giveAddress(tx, site, account, mail, scope.now);
  const corrected: NewEvent = {
    what: 'address.corrected',
    subject: `user/${account.userId}`,
    data: { user: account.userId, organization: account.organizationId, by: scope.organizationId, byOperator: false },
    details: { before: { mail: account.mail }, after: { mail } },
  };
  if (row.state === 'temporary') return { reply: answer(mail, given.loginId, null), events: [corrected] };
  return inviteAnew(app, tx, site, account, scope, given.loginId, mail, [corrected]);
}

/**
 * An operator gives an account to another address (details.md, L-01), whatever state it is in. Whoever could get in until now no longer can:
 * password, second factors, sessions and links end, and a link to set a password goes to the new address. Both addresses are told.
 */
export async function correctAddress(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  userId: string,
  typed: { mail: string; reason: string },
): Promise<Outcome<Corrected>> {
  const seen = await findManagedAccount(tx, site, scope, userId);
  if (!seen) return { reply: platformProblem('not-found') };
  // Operators look after their own addresses; without one there is nothing to correct.
  if (seen.kind === 'maker' || seen.mail === '') return { reply: accountProblem('correction-not-offered') };
  if (!(await lockOrganization(tx, site.id, seen.organizationId))) return { reply: platformProblem('not-found') };
  const account = await findAccount(tx, site, userId, { lock: true });
  if (!account) return { reply: platformProblem('not-found') };
  const mail = readMail(typed.mail, account.mail);
  if (typeof mail !== 'string') return { reply: mail };
  if (await isAddressTaken(tx, site, account, mail, scope.now)) return { reply: takenLoginId('/mail') };
  const { loginId } = await giveAddress(tx, site, account, mail, scope.now);
  await tx
    .updateTable('users')
    .set({ password_hash: noPassword, password_initial: false, password_temporary: false })
    .where('site_id', '=', site.id)
    .where('id', '=', userId)
    .execute();
  await removeAllFactors(tx, site.id, userId);
  const changed = await keepChange(app, tx, site, account, mail, scope.now);
  const { organizationId: organization } = account;
  const corrected: NewEvent = {
    what: 'address.corrected',
    subject: `user/${userId}`,
    data: { user: userId, organization, by: scope.organizationId, byOperator: true, change: changed },
    details: { before: { mail: account.mail }, after: { mail }, reason: typed.reason },
  };
  return inviteAnew(app, tx, site, account, scope, loginId, mail, [corrected]);
}

function readMail(typed: string, present: string): string | Problem {
  const mail = parseMailAddress(typed);
  if (!mail.ok) return platformProblem('invalid-fields', { errors: [faultAt('/mail', mail)] });
  const errors = [{ pointer: '/mail', code: 'accounts/mail-unchanged' }];
  return mail.value === present ? accountProblem('mail-unchanged', { errors }) : mail.value;
}

/** Puts the address in the place of the other; what went there, and every session, ends. */
async function giveAddress(tx: Tx, site: Site, who: Who, mail: string, now: Date): Promise<{ loginId: string }> {
  const loginId = loginIdPolicyOf(site.accounts, who.kind).kind === 'mail' ? mail : who.loginId;
  await endProofs(tx, site.id, who.userId, now);
  await endMailChanges(tx, site.id, who.userId, now);
  await closeAllSessions(tx, site.id, who.userId);
  await tx
    .updateTable('users')
    .set({ mail, login_id: loginId, mail_unproved_since: now })
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .execute();
  // Until it has a name of its own, an organization is known by its owner's address.
  await tx
    .updateTable('organizations')
    .set({ name: mail })
    .where('site_id', '=', site.id)
    .where('id', '=', who.organizationId)
    .where('name', '=', who.mail)
    .execute();
  return { loginId };
}

/** Both addresses, for the mails that tell them; no event holds an address. */
async function keepChange(app: App, tx: Tx, site: Site, who: Who, mail: string, now: Date): Promise<string> {
  const id = newId();
  const change = { id, user_id: who.userId, old_mail: who.mail, new_mail: mail };
  const secret_hash = hashLink(linkSecret(app, site.id, id));
  await tx
    .insertInto('mail_changes')
    .values({ site_id: site.id, ...change, secret_hash, created_at: now, expires_at: now, ended_at: now })
    .execute();
  return id;
}

async function inviteAnew(
  app: App,
  tx: Tx,
  site: Site,
  { userId, kind }: Who,
  { organizationId, now }: Scope,
  loginId: string,
  mail: string,
  events: NewEvent[],
): Promise<Outcome<Corrected>> {
  const invited = await inviteUser(app, tx, site, { userId, kind, byOrganizationId: organizationId }, now);
  const expiresAt = proofEnds(lifeOf(site, kind), now, site.timeZone).toISOString();
  return { reply: answer(mail, loginId, expiresAt), events: [...events, invited] };
}

function answer(mail: string, loginId: string, expiresAt: string | null) {
  return { status: 200, body: { mail, loginId, expiresAt } } as const;
}
