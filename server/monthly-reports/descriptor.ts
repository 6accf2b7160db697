import { z } from 'zod';
import type { Capability } from '../capability.ts';
import { monthlyReportPersonalData } from './personal-data.ts';
import { monthlyReportJob } from './due.ts';
import { monthlyReportMails } from './mails.ts';
import { monthlyReportRoutes } from './routes.ts';

/** What was counted in the month before, by mail (C-13). */
export const monthlyReports: Capability = {
  name: 'monthly-reports',
  optional: true,
  personalData: monthlyReportPersonalData,
  routes: monthlyReportRoutes,
  mails: monthlyReportMails,
  jobs: [monthlyReportJob],
  site: {
    schema: z.strictObject({}),
    present: () => ({}),
    codes: () => [],
  },
};
