import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

export const counterPersonalData: PersonalData = {
  paperSizes: ({ siteId, userId }) => sql`
    select sizes, changed_at as "changedAt" from counter_paper_choices where site_id = ${siteId} and user_id = ${userId}`,
};
