import type { Tx } from '../kernel/database.ts';

/** Forgets the addresses of an organization whose last person was erased. */
export async function eraseMaintenanceAddresses(tx: Tx, siteId: string, organizationId: string): Promise<void> {
  await tx
    .deleteFrom('maintenance_addresses')
    .where('site_id', '=', siteId)
    .where('organization_id', '=', organizationId)
    .execute();
}
