import { z } from 'zod';
import { lastDay, reportDayMax } from './choices.ts';

export const reportDaySchema = z.union([z.int().min(1).max(reportDayMax), z.literal(lastDay)]);

/** What a site says about reports by mail (C-13). */
export const monthlyReportOptionsSchema = z
  .strictObject({
    day: reportDaySchema.default(5).describe('The day of the month that users begin with, 1 to 28 or `last`'),
  })
  .describe('Users are mailed what was counted in the month before');
export type MonthlyReportOptions = z.output<typeof monthlyReportOptionsSchema>;
