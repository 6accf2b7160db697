import type { Tx } from '../kernel/database.ts';

/**
 * Holds the organization and who belongs to it until the transaction ends; false when it has closed meanwhile. Locks are taken
 * in one order everywhere: the tree, the organization, what belongs to it.
 */
export async function lockOrganization(tx: Tx, siteId: string, organizationId: string): Promise<boolean> {
  const open = await tx
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return open !== undefined;
}

/** Of these organizations those that are open, none of which closes before the transaction ends; others may hold them so as well. */
export async function holdOpen(tx: Tx, siteId: string, organizationIds: readonly string[]): Promise<Set<string>> {
  if (organizationIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', 'in', [...new Set(organizationIds)])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute();
  return new Set(rows.map(({ id }) => id));
}
