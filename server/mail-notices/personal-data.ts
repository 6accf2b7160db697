import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

export const mailNoticePersonalData: PersonalData = {
  mailNotices: ({ siteId, userId }) => sql`
    select events, changed_at as "changedAt" from mail_notice_choices where site_id = ${siteId} and user_id = ${userId}`,
};
