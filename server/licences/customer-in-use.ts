import type { CustomerInUse } from '../accounts/customers/in-use.ts';

/** Licences were assigned to the customer at some time: they go with the account (L-01). */
export const customerInUse: CustomerInUse = async (db, siteId, organizationId) => {
  const row = await db
    .selectFrom('licence_assignments')
    .select('id')
    .where('site_id', '=', siteId)
    .where('customer_id', '=', organizationId)
    .executeTakeFirst();
  return row !== undefined;
};
