import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { checkPassword } from '../../../domain/accounts/password.ts';
import { demandsSecondFactor, passkeysMax } from '../../../domain/accounts/second-factor.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Session } from '../../kernel/session.ts';
import { accountProblem } from '../problems.ts';
import { closeOtherSessions, rotateSession } from '../sessions.ts';
import { findFactors, hasFactor, lockUser, type Factors } from './factors.ts';
import { addPasskey, dropPasskey, passkeysOf, registrationOptions } from './passkeys.ts';
import { dropRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import { beginTotp, confirmTotp, dropTotp, findSetup, type TotpSetup } from './totp.ts';

/** Who changes their own second factors, in which session and browser; the session gets `nextToken` with a new factor. */
export type Self = { session: Session; nextToken: string; browserId: string };

/** The codes that come with the first factor. */
export type Added = { recoveryCodes: string[] | null };

async function findPerson(
  db: Database | Tx,
  siteId: string,
  userId: string,
): Promise<{ loginId: string; name: string }> {
  return db
    .selectFrom('users')
    .select(['login_id as loginId', 'name'])
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

/** What the page of one's own second factors shows. */
export async function viewSecondFactor(app: App, db: Database | Tx, site: Site, self: Self, now: Date) {
  const { userId: id, organizationKind, role } = self.session;
  const [passkeys, factors, person] = [
    await passkeysOf(db, site.id, id),
    await findFactors(db, site.id, id),
    await findPerson(db, site.id, id),
  ];
  const totp = await db
    .selectFrom('totp_secrets')
    .select(['added_at', 'last_used_at'])
    .where('site_id', '=', site.id)
    .where('user_id', '=', id)
    .executeTakeFirst();
  const user = { id, loginId: person.loginId, sessionId: self.session.id };
  return {
    totp: totp ? presentUse(totp) : null,
    totpSetup: await findSetup(app, db, site, user, now),
    passkeys: passkeys.map((one) => ({
      id: outsideId('passkey', one.id),
      name: one.name,
      synced: one.synced,
      ...presentUse(one),
    })),
    recoveryCodesLeft: hasFactor(factors) ? factors.recoveryCodes : null,
    demanded: demandsSecondFactor(site.accounts.secondFactor, organizationKind, role),
  };
}

function presentUse(row: { added_at: Date; last_used_at: Date | null }) {
  return { addedAt: row.added_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null };
}

export async function setUpTotp(app: App, tx: Tx, site: Site, self: Self, now: Date): Promise<Outcome<TotpSetup>> {
  const { userId: id } = self.session;
  const { loginId } = await findPerson(tx, site.id, id);
  const user = { id, loginId, sessionId: self.session.id };
  return { reply: { status: 200, body: await beginTotp(app, tx, site, user, now) } };
}

export async function switchTotpOn(
  app: App,
  tx: Tx,
  site: Site,
  self: Self,
  code: string,
  now: Date,
): Promise<Outcome<Added>> {
  const { userId: id } = self.session;
  await lockUser(tx, site.id, id);
  const before = await findFactors(tx, site.id, id);
  const result = await confirmTotp(app, tx, site, { id, sessionId: self.session.id }, code, now);
  if (result === 'gone') return { reply: accountProblem('totp-setup-over') };
  if (result === 'wrong') return { reply: atField('/code', 'totp-code-wrong') };
  const event = { what: 'totp.added' as const, subject: `user/${id}`, data: { user: id } };
  return finishAdding(app, tx, site, self, before, event, now);
}

export async function beginPasskey(
  app: App,
  tx: Tx,
  site: Site,
  self: Self,
  now: Date,
): Promise<Outcome<{ options: Record<string, unknown> }>> {
  const { userId: id } = self.session;
  if ((await passkeysOf(tx, site.id, id)).length >= passkeysMax)
    return { reply: accountProblem('passkeys-many', { params: { max: passkeysMax } }) };
  const user = { id, browserId: self.browserId, ...(await findPerson(tx, site.id, id)) };
  return { reply: { status: 200, body: { options: { ...(await registrationOptions(app, tx, site, user, now)) } } } };
}

export async function finishPasskey(
  app: App,
  tx: Tx,
  site: Site,
  self: Self,
  given: { name: string; response: RegistrationResponseJSON },
  now: Date,
): Promise<Outcome<Added>> {
  const { userId: id } = self.session;
  await lockUser(tx, site.id, id);
  const before = await findFactors(tx, site.id, id);
  if (before.passkeys >= passkeysMax)
    return { reply: accountProblem('passkeys-many', { params: { max: passkeysMax } }) };
  const added = await addPasskey(tx, site, { id, browserId: self.browserId }, given.name, given.response, now);
  if (!added) return { reply: accountProblem('passkey-not-made') };
  const event = {
    what: 'passkey.added' as const,
    subject: `user/${id}`,
    data: { user: id, passkey: added },
    details: { name: given.name },
  };
  return finishAdding(app, tx, site, self, before, event, now);
}

/**
 * A new factor changes what the session may open: it gets another token. With the first one come the recovery codes, and
 * sessions that were opened by a password alone end.
 */
async function finishAdding(
  app: App,
  tx: Tx,
  site: Site,
  { session: { id: sessionId, userId: id }, nextToken }: Self,
  before: Factors,
  event: NewEvent,
  now: Date,
): Promise<Outcome<Added>> {
  await rotateSession(tx, site, sessionId, nextToken);
  if (hasFactor(before)) return { reply: { status: 200, body: { recoveryCodes: null } }, events: [event] };
  await closeOtherSessions(tx, site.id, id, sessionId);
  const recoveryCodes = await newRecoveryCodes(app, tx, site.id, id, now);
  const on = { what: 'second-factor.on' as const, subject: `user/${id}`, data: { user: id } };
  return { reply: { status: 200, body: { recoveryCodes } }, events: [event, on] };
}

export async function renewRecoveryCodes(
  app: App,
  tx: Tx,
  site: Site,
  userId: string,
  now: Date,
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  await lockUser(tx, site.id, userId);
  if (!hasFactor(await findFactors(tx, site.id, userId))) return { reply: accountProblem('second-factor-missing') };
  const recoveryCodes = await newRecoveryCodes(app, tx, site.id, userId, now);
  return {
    reply: { status: 200, body: { recoveryCodes } },
    events: [{ what: 'recovery-codes.made', subject: `user/${userId}`, data: { user: userId } }],
  };
}

/** Removes the app, or the passkey with this ID. The last factor goes only when the password is good enough alone. */
export async function removeFactor(
  tx: Tx,
  site: Site,
  { userId: id, organizationKind, role }: Session,
  passkeyId: string | null,
  password: string,
): Promise<Outcome<never>> {
  await lockUser(tx, site.id, id);
  const before = await findFactors(tx, site.id, id);
  const isLast = before.passkeys + Number(before.totp) === 1;
  if (isLast) {
    const demanded = demandsSecondFactor(site.accounts.secondFactor, organizationKind, role);
    const refused = demanded ? accountProblem('second-factor-demanded') : shortAlone(site, password);
    if (refused) return { reply: refused };
  }
  const name = passkeyId === null ? null : await dropPasskey(tx, site.id, id, passkeyId);
  const dropped = passkeyId === null ? await dropTotp(tx, site.id, id) : name !== null;
  if (!dropped) return { reply: platformProblem('not-found') };
  const event: NewEvent =
    passkeyId === null
      ? { what: 'totp.removed' as const, subject: `user/${id}`, data: { user: id, last: isLast } }
      : {
          what: 'passkey.removed',
          subject: `user/${id}`,
          data: { user: id, passkey: passkeyId, last: isLast },
          details: { name },
        };
  if (!isLast) return { reply: { status: 204 }, events: [event] };
  await dropRecoveryCodes(tx, site.id, id);
  const off = { what: 'second-factor.off' as const, subject: `user/${id}`, data: { user: id, byOperator: false } };
  return { reply: { status: 204 }, events: [event, off] };
}

function shortAlone(site: Site, password: string): Problem | null {
  const short = checkPassword(password, site.accounts.password).find(({ code }) => code === 'password-length');
  return short ? accountProblem('password-short-alone', { params: { min: site.accounts.password.min } }) : null;
}

function atField(pointer: string, code: 'totp-code-wrong'): Problem {
  return accountProblem(code, { errors: [{ pointer, code: `accounts/${code}` }] });
}
