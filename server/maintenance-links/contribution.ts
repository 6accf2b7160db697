import { sql } from 'kysely';
import type { Right } from '../../domain/organizations/options.ts';
import type { DeviceContribution } from '../devices/contribution.ts';
import type { NewEvent } from '../kernel/events.ts';
import { giveLinkGrants, mayGrant } from '../organizations/tree/device-grants.ts';
import { keepGrants, storeLink } from './begin.ts';
import { linkedSpans } from './store.ts';

const whileKept = { configure: false, untilOn: null, untilAt: null };

type Going = { linkId: string; of: string; to: string; rights: Right[]; until: Date | null };

/** What becomes of links when a device passes on or is exchanged, and since when a dealer looks after one. */
export const linkContribution: DeviceContribution = {
  joined: [
    {
      name: 'linked',
      rows: (scope) => sql`select max(v.since) as since from v_linked_devices v
        where v.site_id = r.site_id and v.registration_id = r.id and v.dealer_organization_id = ${scope.organizationId}::uuid
          and (v.until is null or v.until > ${scope.now}::timestamptz)`,
      columns: [{ key: 'linkedAt', kind: 'day', value: 'linked.since', search: null, kinds: ['dealer'] }],
    },
  ],
  /** The receiver of a hand-over lets a dealer go on to see that device: a link of its own, which it ends like any other. */
  dealersKept: async ({ tx, site, scope }, { organizationId, registrationId }, dealerIds) => {
    const events: NewEvent[] = [];
    for (const dealerId of dealerIds) {
      if (!(await mayGrant(tx, site.id, organizationId, dealerId))) continue;
      if ((await linkedSpans(tx, scope, organizationId, dealerId)).all) continue;
      const span = { registrationIds: [registrationId], ...whileKept };
      events.push(...(await storeLink({ tx, site, scope }, organizationId, dealerId, span)).events);
    }
    return events;
  },
  /** The owner is the same, and so is what stands there: its links go on with the device that took its place. */
  replacing: async (_, tx, site, scope, { oldRegistrationId, registrationId }) => {
    const { rows } = await sql<Going>`
      select m.link_id as "linkId", g.of_organization_id as of, g.to_organization_id as to, g.rights, g.until
      from maintenance_link_grants m
      join v_grants g on g.site_id = m.site_id and g.grant_id = m.grant_id
      where m.site_id = ${site.id} and m.registration_id = ${oldRegistrationId}::uuid and (g.until is null or g.until > ${scope.now}::timestamptz)
      order by m.link_id`.execute(tx);
    for (const { linkId, ...grant } of rows) {
      const given = await giveLinkGrants(tx, site.id, { ...grant, registrationIds: [registrationId] }, scope.now);
      await keepGrants(tx, site.id, linkId, given);
    }
    return [];
  },
};
