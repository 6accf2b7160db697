import { proofEnds } from '../../../domain/accounts/proofs.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { createUser, type NewUser } from '../create-user.ts';
import { newsEvent } from '../news/consent.ts';
import { createProof } from '../proofs.ts';
import { lifeOf, type PreparedOpening } from './opening.ts';

export type MadeUser = Omit<NewUser, 'passwordHash' | 'passwordInitial' | 'passwordTemporary' | 'mailUnproved'> & {
  kind: OrganizationKind;
  /** The organization of who makes the account; the mail names it. */
  byOrganizationId: string;
};

export type Made = { userId: string; expiresAt: Date | null; events: NewEvent[] };

/** Makes a user who opens the account by `prepared`; null when the login ID is taken. The events are the caller's to write. */
export async function makeUser(
  app: App,
  tx: Tx,
  site: Site,
  { kind, byOrganizationId, ...user }: MadeUser,
  prepared: PreparedOpening,
  now: Date,
): Promise<Made | null> {
  const { opening, passwordHash } = prepared;
  const handed = {
    passwordInitial: opening === 'initial',
    passwordTemporary: opening === 'temporary',
    mailUnproved: user.mail !== '',
  };
  const userId = await createUser(tx, site.id, { ...user, newsWay: 'operator', passwordHash, ...handed }, now);
  if (!userId) return null;
  const created: NewEvent = {
    what: 'user.created',
    subject: `user/${userId}`,
    data: { user: userId, organization: user.organizationId, role: user.role, opening },
    details: { loginId: user.loginId, name: user.name, mail: user.mail },
  };
  const expiresAt = opening === 'temporary' ? null : proofEnds(lifeOf(site, kind), now, site.timeZone);
  const events = user.news ? [created, newsEvent(userId, user.organizationId, true, 'operator')] : [created];
  if (opening !== 'link') return { userId, expiresAt, events };
  const invited = await inviteUser(app, tx, site, { userId, kind, byOrganizationId }, now);
  return { userId, expiresAt, events: [...events, invited] };
}

/** Makes the link with which somebody sets the password of an account that was made for them; the mail follows from the event. */
export async function inviteUser(
  app: App,
  tx: Tx,
  site: Site,
  { userId, kind, byOrganizationId }: { userId: string; kind: OrganizationKind; byOrganizationId: string },
  now: Date,
): Promise<NewEvent> {
  const expiresAt = proofEnds(lifeOf(site, kind), now, site.timeZone);
  const proof = await createProof(app, tx, site, now, { purpose: 'set-password', userId, expiresAt });
  return { what: 'user.invited', subject: `user/${userId}`, data: { user: userId, proof, by: byOrganizationId } };
}
