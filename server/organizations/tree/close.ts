import { planClosing, type TreeNode, type TreePlan } from '../../../domain/organizations/tree.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { isProblem, platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { endUser } from '../members/end-user.ts';
import { lockOrganization } from '../lock.ts';
import { organizationProblem } from '../problems.ts';
import { closingWords, type ClosingWord } from './at-closing.ts';
import { carryOut, childrenOf, findNode, grantsOf, lockTree, pathOf } from './facts.ts';

export type Closing = { node: TreeNode; plan: TreePlan; children: readonly TreeNode[]; heirId: string | null };

/** What closing an organization would do, by the facts of now. */
export async function planOf(
  db: Database | Tx,
  site: Site,
  id: string,
  successorId: string | null,
  now: Date,
): Promise<Closing | Problem> {
  const node = await findNode(db, site.id, id);
  const successor = successorId === null ? null : await findNode(db, site.id, successorId);
  if (!node || node.closed || (successorId !== null && !successor)) return platformProblem('not-found');
  const children = await childrenOf(db, site.id, id);
  const path = await pathOf(db, site.id, successor?.parentId ?? null);
  const grants = await grantsOf(db, site.id, id, now);
  const plan = planClosing({ closing: node, children, successor, path, grants }, site.organizations);
  if (!plan.ok) {
    const code = `organizations/${plan.code}`;
    return organizationProblem(plan.code, { errors: [{ pointer: '/successor', code }] });
  }
  return { node, plan: plan.value, children, heirId: successorId ?? node.parentId };
}

async function peopleOf(db: Database | Tx, siteId: string, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where('organization_id', '=', id)
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

export type ClosingPreview = {
  dealers: number;
  customers: number;
  users: number;
  grants: number;
  heirId: string | null;
  words: ClosingWord[];
};

/** What somebody reads before they close an organization. */
export async function previewClosing(
  app: App,
  site: Site,
  id: string,
  successorId: string | null,
  now: Date,
): Promise<Problem | ClosingPreview> {
  const { db } = app;
  const closing = await planOf(db, site, id, successorId, now);
  if (isProblem(closing)) return closing;
  const open = closing.children.filter(({ closed }) => !closed);
  const people = await peopleOf(db, site.id, id);
  return {
    dealers: open.filter(({ kind }) => kind === 'dealer').length,
    customers: open.filter(({ kind }) => kind === 'customer').length,
    users: people.length,
    grants: closing.plan.endedGrants.length,
    heirId: closing.heirId,
    words: await closingWords(app, db, site.id, id, now),
  };
}

/** Why an organization that is held cannot close yet; null where nothing stops it. */
export async function notSettled(app: App, tx: Tx, site: Site, id: string, now: Date): Promise<Problem | null> {
  const stops = (await closingWords(app, tx, site.id, id, now)).filter((word) => word.stops);
  if (stops.length === 0) return null;
  return organizationProblem('not-settled', {
    errors: stops.map(({ code, params }) => ({ pointer: '', code, params })),
  });
}

/**
 * Closes an organization (P-15a): everything below it passes on, its grants, people, invitations and offers end. What it
 * issued and registered stays where it was. One transaction; `seen` is what the preview counted below it.
 */
export async function closeOrganization(
  app: App,
  tx: Tx,
  site: Site,
  id: string,
  successorId: string | null,
  { reason, seen, now }: { reason: string; seen: number | null; now: Date },
): Promise<Outcome<never>> {
  await lockTree(tx, site.id);
  await lockOrganization(tx, site.id, id);
  const closing = await planOf(tx, site, id, successorId, now);
  if (isProblem(closing)) return { reply: closing };
  const held = await notSettled(app, tx, site, id, now);
  if (held) return { reply: held };
  const open = closing.children.filter(({ closed }) => !closed);
  if (seen !== null && seen !== open.length) return { reply: organizationProblem('changed-since-preview') };
  const people = await peopleOf(tx, site.id, id);
  for (const userId of people) await endUser(tx, site.id, userId, now);
  await endOfOrganization(tx, site.id, id, closing.plan, now);
  const subject = `organization/${id}`;
  const data = { organization: id, successor: closing.heirId, passedOn: open.length, users: people.length };
  const events: NewEvent[] = [
    { what: 'organization.closed', subject, data, details: { reason } },
    ...passedOn(closing),
  ];
  return { reply: { status: 204 }, events };
}

/** For each organization that hung on the closed one: whom it hangs on now. */
function passedOn({ node, plan, children }: Closing): NewEvent[] {
  const open = new Set(children.filter(({ closed }) => !closed).map((child) => child.id));
  return plan.moves
    .filter((move) => open.has(move.id))
    .map((move) => ({
      what: 'organization.passed-on',
      subject: `organization/${move.id}`,
      data: { organization: move.id, from: node.id, to: move.parentId },
    }));
}

/** The tree, the grants, what waits, and the mark of the closing. */
async function endOfOrganization(tx: Tx, siteId: string, id: string, plan: TreePlan, now: Date): Promise<void> {
  await carryOut(tx, siteId, plan, now);
  await tx
    .updateTable('invitations')
    .set({ ended_at: now })
    .where('site_id', '=', siteId)
    .where('organization_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('organizations')
    // A code is the name of one that is there; another may have it from now on.
    .set({ closed_at: now, dealer_code: null })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
}

/** Holds the tree and the organization of somebody who is to be erased; gives its ID, and whether it is open. */
export async function holdOrganizationOf(
  tx: Tx,
  siteId: string,
  userId: string,
): Promise<{ organizationId: string; open: boolean }> {
  const { organization_id: organizationId } = await tx
    .selectFrom('users')
    .select('organization_id')
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  await lockTree(tx, siteId);
  return { organizationId, open: await lockOrganization(tx, siteId, organizationId) };
}

/** When the last person of an organization is erased it closes by itself: what stood below it goes up. */
export async function closeForErased(tx: Tx, site: Site, id: string, now: Date): Promise<NewEvent[]> {
  const closing = await planOf(tx, site, id, null, now);
  if (isProblem(closing)) return [];
  await endOfOrganization(tx, site.id, id, closing.plan, now);
  return passedOn(closing);
}
