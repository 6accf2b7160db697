import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

/** What somebody wrote of an installation; the keys are their organization's. */
export const registrationKeyPersonalData: PersonalData = {
  installationTexts: ({ siteId, userId }) => sql`
    select lines, stored_at as "storedAt" from installation_texts where site_id = ${siteId} and user_id = ${userId} order by stored_at`,
};
