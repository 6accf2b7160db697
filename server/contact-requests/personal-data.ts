import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

/** What somebody asked, logged in or from their address, and what was answered. Who answered is another person. */
export const contactRequestPersonalData: PersonalData = {
  contactRequests: ({ siteId, userId, ownMail }) => sql`
    select r.reference, r.created_at as "createdAt", r.kind, r.text, r.device_label as device, r.page, r.state, r.typed_name as name,
      r.typed_mail as mail, r.typed_organization as organization, r.settled_at as "settledAt",
      (select coalesce(jsonb_agg(jsonb_build_object('at', a.created_at, 'text', a.text) order by a.created_at), '[]'::jsonb)
       from contact_answers a where a.site_id = r.site_id and a.request_id = r.id) as answers
    from contact_requests r
    where r.site_id = ${siteId} and (r.user_id = ${userId} or lower(r.typed_mail) = lower(${ownMail}::text))
    order by r.created_at`,
};
