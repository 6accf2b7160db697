import { sql } from 'kysely';
import { countRows, countWithout } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';

export const registrationKeyNeeds: NeedCounts = {
  // Nobody said that the sheet arrived, and keys on it can still be used.
  'batches-unconfirmed': ({ app, scope, max }) =>
    countRows(
      app.db,
      sql`select distinct d.batch_id from activation_key_deliveries d
        where d.site_id = ${scope.siteId} and d.confirmed_at is null
          and exists (select from activation_keys a where a.site_id = d.site_id and a.batch_id = d.batch_id and a.delivery_id = d.id
            and a.voided_at is null and not exists (select from registration_key_bindings b
              where b.site_id = a.site_id and b.activation_key = a.number and b.moved_at is null))`,
      max,
    ),
  'first-registration-key': ({ app, scope: { siteId, organizationId } }) =>
    countWithout(
      app.db,
      sql`select from registration_key_issues where site_id = ${siteId} and organization_id = ${organizationId}::uuid`,
    ),
};
