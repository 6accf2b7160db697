import { sql } from 'kysely';
import type { DeviceContribution } from '../devices/contribution.ts';

/** Whose a device is, for those who look after it: the customer's name and login ID, nothing where a dealer holds it (E-05). */
export const customerContribution: DeviceContribution = {
  joined: [
    {
      name: 'customers',
      rows: () => sql`
        select v.name, v.login_id from v_customers v where v.site_id = r.site_id and v.organization_id = r.organization_id`,
      columns: [
        { key: 'customer', kind: 'text', value: 'customers.name', search: 'part', kinds: ['maker', 'dealer'] },
        { key: 'customerId', kind: 'code', value: 'customers.login_id', search: 'part', kinds: ['maker', 'dealer'] },
      ],
    },
  ],
};
