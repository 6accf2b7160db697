import { sql } from 'kysely';
import type { KindBelow, Right } from '../../../domain/organizations/options.ts';
import type { GrantCause, TreeGrant, TreeNode, TreePlan } from '../../../domain/organizations/tree.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';

/** Holds the tree of a site as it is until the transaction ends: two moves side by side could make a circle. */
export async function lockTree(tx: Tx, siteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organizations ${siteId}`}, 0))`.execute(tx);
}

type NodeRow = { id: string; parent_id: string | null; kind: string; closed_at: Date | null };
const toNode = (row: NodeRow): TreeNode => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind as KindBelow,
  closed: row.closed_at !== null,
});

/** An organization below the maker; the maker itself is no node. */
export async function findNode(db: Database | Tx, siteId: string, id: string): Promise<TreeNode | null> {
  const row = await db
    .selectFrom('organizations')
    .select(['id', 'parent_id', 'kind', 'closed_at'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('kind', '<>', 'maker')
    .executeTakeFirst();
  return row ? toNode(row) : null;
}

export async function childrenOf(db: Database | Tx, siteId: string, id: string): Promise<TreeNode[]> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'parent_id', 'kind', 'closed_at'])
    .where('site_id', '=', siteId)
    .where('parent_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(toNode);
}

/** IDs from this organization up to the top, its own first. */
export async function pathOf(db: Database | Tx, siteId: string, id: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select o.id, o.parent_id, 1 as step from organizations o where o.site_id = ${siteId} and o.id = ${id}::uuid
      union all
      select o.id, o.parent_id, up.step + 1 from organizations o join up on o.id = up.parent_id
        where o.site_id = ${siteId}
    ) select id from up order by step`.execute(db);
  return rows.map((row) => row.id);
}

/** What was granted of and to an organization and has not ended, whenever it begins. */
export async function grantsOf(db: Database | Tx, siteId: string, id: string, now: Date): Promise<TreeGrant[]> {
  const rows = await db
    .selectFrom('grants')
    .select(['id', 'of_organization_id', 'to_organization_id', 'rights', 'cause'])
    .where('site_id', '=', siteId)
    .where((eb) => eb.or([eb('of_organization_id', '=', id), eb('to_organization_id', '=', id)]))
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    of: row.of_organization_id,
    to: row.to_organization_id,
    rights: row.rights as Right[],
    cause: row.cause as GrantCause,
  }));
}

/** Carries out a plan: whom things hang on, which grants end, which begin. */
export async function carryOut(tx: Tx, siteId: string, plan: TreePlan, now: Date): Promise<void> {
  for (const { id, parentId } of plan.moves)
    await tx
      .updateTable('organizations')
      .set({ parent_id: parentId })
      .where('site_id', '=', siteId)
      .where('id', '=', id)
      .execute();
  if (plan.endedGrants.length > 0)
    await tx
      .updateTable('grants')
      .set({ until: now })
      .where('site_id', '=', siteId)
      .where('id', 'in', [...plan.endedGrants])
      .execute();
  for (const grant of plan.newGrants) await insertGrant(tx, siteId, { ...grant, until: null }, now);
}

/** `registrationId`: over that span of ownership of a device alone, else over all of the organization. */
export type Grant = TreePlan['newGrants'][number] & { until: Date | null; registrationId?: string | null };

export async function insertGrant(tx: Tx, siteId: string, grant: Grant, now: Date): Promise<string> {
  const id = newId();
  await tx
    .insertInto('grants')
    .values({
      site_id: siteId,
      id,
      of_organization_id: grant.of,
      registration_id: grant.registrationId ?? null,
      to_organization_id: grant.to,
      rights: [...grant.rights],
      since: now,
      until: grant.until,
      cause: grant.cause,
    })
    .execute();
  return id;
}
