import { sql } from 'kysely';
import { forOperators } from './view/withheld.ts';
import type { PersonalData } from '../own-data/personal-data.ts';

/**
 * What the log says of somebody: what they did, with when and from where, and what was done to their account, with what was changed. What they changed of
 * others is others' data. Mails are told by when and about what.
 */
export const auditPersonalData: PersonalData = {
  mails: ({ siteId, ownMail }) => sql`
    select m.sent_at as "sentAt", m.recipient as "to", m.subject, m.template, m.language, m.state
    from mails m where m.site_id = ${siteId} and lower(m.recipient) = lower(${ownMail}::text) order by m.id`,
  events: ({ siteId, userId }) => sql`
    select e.occurred_at as at, e.what, split_part(e.subject, '/', 1) as about, e.actor_id is not distinct from ${userId}::uuid as "byMe",
      case when e.actor_id = ${userId}::uuid then d.address end as address,
      case when e.subject = ${`user/${userId}`} then
        d.details - coalesce(array(select jsonb_array_elements_text(${JSON.stringify(forOperators)}::jsonb -> e.what)), '{}') end as details
    from events e left join event_details d on d.site_id = e.site_id and d.event_id = e.id
    where e.site_id = ${siteId} and (e.actor_id = ${userId}::uuid or e.subject = ${`user/${userId}`})
    order by e.occurred_at, e.id`,
};
