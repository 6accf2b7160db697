import { sql } from 'kysely';
import { readName } from '../../domain/departments/department.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag, versionOf } from '../kernel/http/version.ts';
import type { Scope } from '../kernel/session.ts';

/** So many departments of an organization can be named. */
export const namesMax = 2_000;

export type Named = { department: string; name: string };

/** Every department that the organization's devices ever named, with what people call it. */
export async function readNames(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
): Promise<{ items: Named[]; version: string }> {
  const { rows } = await sql<Named>`
    select d.department, coalesce(n.name, '') as name from (
      select distinct m.department from v_registered_devices v
      join department_months m on m.site_id = v.site_id and m.registration_id = v.registration_id
      where v.site_id = ${siteId} and v.organization_id = ${organizationId}::uuid) d
    left join department_names n on n.site_id = ${siteId} and n.organization_id = ${organizationId}::uuid and n.department = d.department
    order by natural_order(d.department) collate "C", d.department limit ${namesMax}`.execute(db);
  return {
    items: rows,
    version: versionOf(Object.fromEntries(rows.map(({ department, name }) => [department, name]))),
  };
}

/** Names departments; an empty name takes one away. What others have named meanwhile is not overwritten. */
export async function changeNames(
  tx: Tx,
  scope: Scope,
  seenVersion: string,
  typed: readonly Named[],
): Promise<Outcome<{ items: Named[] }>> {
  const { siteId, organizationId } = scope;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`department names ${siteId} ${organizationId}`}, 0))`.execute(
    tx,
  );
  const before = await readNames(tx, scope);
  if (before.version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const known = new Map(before.items.map(({ department, name }) => [department, name]));
  const errors: FieldFault[] = [];
  const changed: Named[] = [];
  for (const [at, { department, name }] of typed.entries()) {
    const read = readName(name);
    if (!known.has(department)) errors.push({ pointer: `/items/${at}/name`, code: 'departments/department-unknown' });
    else if (!read.ok) errors.push(faultAt(`/items/${at}/name`, read));
    else if (read.value !== known.get(department)) changed.push({ department, name: read.value });
  }
  if (errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  await write(tx, scope, changed);
  const { items, version } = await readNames(tx, scope);
  const events =
    changed.length === 0
      ? []
      : [
          {
            what: 'departments.named' as const,
            subject: `organization/${organizationId}`,
            data: { organization: organizationId, departments: changed.map(({ department }) => department) },
          },
        ];
  return { reply: { status: 200, body: { items }, headers: etag(version) }, events };
}

async function write(tx: Tx, { siteId, organizationId, userId, now }: Scope, changed: readonly Named[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    insert into department_names (site_id, organization_id, department, name, changed_at, changed_by)
    select ${siteId}, ${organizationId}::uuid, d, n, ${now}, ${userId}::uuid
    from unnest(${changed.map(({ department }) => department)}::text[], ${changed.map(({ name }) => name)}::text[]) as i(d, n)
    on conflict (site_id, organization_id, department) do update set name = excluded.name, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx);
}
