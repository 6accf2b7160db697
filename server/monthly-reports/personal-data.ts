import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

export const monthlyReportPersonalData: PersonalData = {
  monthlyReports: ({ siteId, userId }) => sql`
    select day, files, changed_at as "changedAt" from monthly_reports where site_id = ${siteId} and user_id = ${userId}`,
};
