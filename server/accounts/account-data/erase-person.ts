import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { eraseDetails, type NewEvent } from '../../kernel/events.ts';
import type { Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { eraseInvitationsOf } from '../../organizations/invitations/erase.ts';
import { closeForErased, holdOrganizationOf, notSettled } from '../../organizations/tree/close.ts';
import { eraseMaintenanceAddresses } from '../../maintenance-addresses/erase.ts';
import { eraseContactRequests } from '../../contact-requests/erase.ts';
import { eraseMails } from '../../mail/erase.ts';
import { noPassword } from '../create-user.ts';
import { accountProblem } from '../problems.ts';
import { ownMailOf } from './own-mail.ts';
import { removeSignUpsOf } from './remove-sign-up.ts';
import { removeAllFactors } from '../second-factor/factors.ts';
import { closeAllSessions } from '../sessions.ts';

type Erasing = {
  userId: string;
  now: Date;
  /** What is answered where others would be left without an owner. */
  lastOwner: Parameters<typeof accountProblem>[0];
  /** Why, for the log. */
  reason?: string;
};

/** Erases a person, unless others would be left without an owner or their organization has something to settle first. */
export async function eraseUnlessHeld(
  { app, tx, site }: { app: App; tx: Tx; site: Site },
  { userId, now, lastOwner, reason }: Erasing,
): Promise<Outcome<never>> {
  await holdOrganizationOf(tx, site.id, userId);
  if (await isLastOwnerOfOthers(tx, site.id, userId)) return { reply: accountProblem(lastOwner) };
  const held = await closesUnsettled(app, tx, site, userId, now);
  if (held) return { reply: held };
  const { events, ...erased } = await erasePerson(tx, site, userId, now);
  const details = reason && { details: { reason } };
  return {
    reply: { status: 204 },
    events: [
      { what: 'user.erased', subject: `user/${userId}`, data: { user: userId, ...erased }, ...details },
      ...events,
    ],
  };
}

/** Whether others would be left in the organization without an owner. */
async function isLastOwnerOfOthers(tx: Tx, siteId: string, userId: string): Promise<boolean> {
  const members = await membersOf(tx, siteId, userId);
  const others = members.filter(({ id }) => id !== userId);
  const isOwner = members.some(({ id, role }) => id === userId && role === 'owner');
  return isOwner && others.length > 0 && !others.some(({ role }) => role === 'owner');
}

/** Why somebody cannot be erased yet with whom an organization would close that has something to settle first; null where nothing stops it. */
export async function closesUnsettled(
  app: App,
  tx: Tx,
  site: Site,
  userId: string,
  now: Date,
): Promise<Problem | null> {
  const members = await membersOf(tx, site.id, userId);
  const [own] = members;
  return own?.id === userId && members.length === 1 ? notSettled(app, tx, site, own.organization_id, now) : null;
}

async function membersOf(tx: Tx, siteId: string, userId: string) {
  return tx
    .selectFrom('users as u')
    .innerJoin('users as m', (join) =>
      join.onRef('m.site_id', '=', 'u.site_id').onRef('m.organization_id', '=', 'u.organization_id'),
    )
    .select(['m.id', 'm.role', 'm.organization_id'])
    .where('u.site_id', '=', siteId)
    .where('u.id', '=', userId)
    .where('m.erased_at', 'is', null)
    .where('m.ended_at', 'is', null)
    .execute();
}

/**
 * Erases what is known of a person (P-27): name, addresses, login ID, sessions, second factors, and the details of the events that they caused
 * or that are about them. An organization whose last user this was is closed and its data go as well. What was issued, who
 * agreed to what, and the chain of events stay, without saying who it was.
 */
export async function erasePerson(
  tx: Tx,
  site: Site,
  userId: string,
  now: Date,
): Promise<{ organization: string; closed: boolean; events: NewEvent[] }> {
  const siteId = site.id;
  const { organizationId, open } = await holdOrganizationOf(tx, siteId, userId);
  await tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Who has left already is none of them, and takes nothing along.
  const members = await membersOf(tx, siteId, userId);
  const closed = open && members.length > 0 && members.every(({ id }) => id === userId);
  const invitations = await eraseInvitationsOf(tx, siteId, userId);
  const subjects = [`user/${userId}`, ...invitations, ...(closed ? [`organization/${organizationId}`] : [])];
  const events = await eraseDetails(tx, siteId, { subjects, actorId: userId });
  const ownMail = await ownMailOf(tx, siteId, userId);
  await eraseContactRequests(tx, siteId, { userId, mail: ownMail });
  await eraseMails(tx, siteId, events, ownMail);
  await removeSignUpsOf(tx, siteId, userId);
  await closeAllSessions(tx, siteId, userId);
  await removeAllFactors(tx, siteId, userId);
  for (const table of ['proofs', 'login_counters', 'mail_changes'] as const)
    await tx.deleteFrom(table).where('site_id', '=', siteId).where('user_id', '=', userId).execute();
  await tx
    .updateTable('users')
    .set({
      login_id: `erased-${userId}`,
      name: '',
      kana: null,
      department: null,
      mail: '',
      news: false,
      news_at: null,
      news_way: null,
      password_hash: noPassword,
      last_login_at: null,
      erased_at: now,
    })
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .execute();
  const passedOn = closed ? await closeForErased(tx, site, organizationId, now) : [];
  if (closed) await eraseOrganization(tx, siteId, organizationId);
  return { organization: organizationId, closed, events: passedOn };
}

async function eraseOrganization(tx: Tx, siteId: string, organizationId: string): Promise<void> {
  await eraseMaintenanceAddresses(tx, siteId, organizationId);
  await tx
    .updateTable('organizations')
    .set({
      name: '',
      organization_form: null,
      postal_code: null,
      address: [],
      phone: null,
      fax: null,
    })
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .execute();
}
