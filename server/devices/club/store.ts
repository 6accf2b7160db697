import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import type { DB } from '../../kernel/tables.generated.ts';

const historyMax = 100;

export type Membership = Pick<Selectable<DB['club_memberships']>, 'id' | 'from_at' | 'until_at'>;

/** The membership of a customer that runs, or null. */
export async function findOpenMembership(
  db: Database | Tx,
  siteId: string,
  organizationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('club_memberships')
    .select('id')
    .where('site_id', '=', siteId)
    .where('organization_id', '=', organizationId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The same of the organization of a query's `o`. */
export function isMemberNow(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from club_memberships c
    where c.site_id = o.site_id and c.organization_id = o.id and c.until_at is null)`;
}

/** From when until when the caller's organization was in the club, newest first. */
export async function readMemberships(db: Database | Tx, scope: Scope): Promise<Membership[]> {
  return db
    .selectFrom('club_memberships')
    .select(['id', 'from_at', 'until_at'])
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .limit(historyMax)
    .execute();
}

/** How many devices of the caller's organization are in use: those that a change of the club affects. */
export async function countInUse(db: Database | Tx, scope: Scope): Promise<number> {
  const { count } = await db
    .selectFrom('device_registrations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('until_at', 'is', null)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Holds on to the organization, so that of two changes at once the second sees the first. */
export async function lockOrganization(tx: Tx, { siteId, organizationId }: Scope): Promise<void> {
  await tx
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

export async function beginMembership(tx: Tx, { siteId, organizationId, userId, now }: Scope): Promise<string> {
  const id = newId();
  await tx
    .insertInto('club_memberships')
    .values({ site_id: siteId, id, organization_id: organizationId, from_at: now, begun_by: userId })
    .execute();
  return id;
}

export async function endMembership(tx: Tx, { siteId, userId, now }: Scope, id: string): Promise<void> {
  await tx
    .updateTable('club_memberships')
    .set({ until_at: now, ended_by: userId })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
}
