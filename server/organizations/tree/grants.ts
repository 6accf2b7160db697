import { rights, type Right } from '../../../domain/organizations/options.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { organizationProblem } from '../problems.ts';
import { findNode, insertGrant, lockTree } from './facts.ts';

/** Who may see or do something of all of an organization, in force at `now`; for a caller below the maker only what it was given itself. */
export async function listGrants(db: Database, scope: Scope, ofId: string, seesAll: boolean) {
  let query = db
    .selectFrom('grants as g')
    .innerJoin('organizations as t', (join) =>
      join.onRef('t.site_id', '=', 'g.site_id').onRef('t.id', '=', 'g.to_organization_id'),
    )
    .select(['g.id', 'g.rights', 'g.cause', 'g.since', 'g.until', 't.id as toId', 't.name as to'])
    .where('g.site_id', '=', scope.siteId)
    .where('g.of_organization_id', '=', ofId)
    .where('g.registration_id', 'is', null)
    .where('g.since', '<=', scope.now)
    .where((eb) => eb.or([eb('g.until', 'is', null), eb('g.until', '>', scope.now)]));
  if (!seesAll) query = query.where('g.to_organization_id', '=', scope.organizationId);
  const rows = await query.orderBy('g.since').orderBy('g.id').execute();
  return rows.map((row) => ({
    id: outsideId('grant', row.id),
    to: { id: outsideId('organization', row.toId), name: row.to },
    rights: rights.filter((right) => row.rights.includes(right)),
    cause: row.cause as 'link' | 'parent' | 'operator',
    since: row.since.toISOString(),
    until: row.until?.toISOString() ?? null,
  }));
}

/** An operator lets one organization see or do something of another; its owners are mailed. */
export async function giveGrant(
  tx: Tx,
  site: Site,
  ofId: string,
  wished: { toId: string; rights: readonly Right[]; until: Date | null },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  await lockTree(tx, site.id);
  const [of, to] = [await findNode(tx, site.id, ofId), await findNode(tx, site.id, wished.toId)];
  if (!of || of.closed || !to || to.closed || of.id === to.id) return { reply: platformProblem('not-found') };
  if (to.kind !== 'dealer')
    return {
      reply: organizationProblem('parent-kind', { errors: [{ pointer: '/to', code: 'organizations/parent-kind' }] }),
    };
  const there = await tx
    .selectFrom('grants')
    .select('id')
    .where('site_id', '=', site.id)
    .where('of_organization_id', '=', ofId)
    .where('to_organization_id', '=', wished.toId)
    .where('cause', '=', 'operator')
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .executeTakeFirst();
  if (there) return { reply: organizationProblem('grant-there') };
  const grant = { of: ofId, to: wished.toId, rights: wished.rights, cause: 'operator', until: wished.until } as const;
  const id = await insertGrant(tx, site.id, grant, now);
  const data = { grant: id, organization: ofId, to: wished.toId, rights: wished.rights, until: wished.until };
  return {
    reply: { status: 201, body: { id: outsideId('grant', id) } },
    events: [{ what: 'grant.given', subject: `organization/${ofId}`, data }],
  };
}

/** Ends a grant: one row, and it ends everywhere. */
export async function endGrant(tx: Tx, site: Site, ofId: string, grantId: string, now: Date): Promise<Outcome<never>> {
  const ended = await tx
    .updateTable('grants')
    .set({ until: now })
    .where('site_id', '=', site.id)
    .where('of_organization_id', '=', ofId)
    .where('id', '=', grantId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .returning('to_organization_id as to')
    .executeTakeFirst();
  if (!ended) return { reply: platformProblem('not-found') };
  const data = { grant: grantId, organization: ofId, to: ended.to };
  return { reply: { status: 204 }, events: [{ what: 'grant.ended', subject: `organization/${ofId}`, data }] };
}
