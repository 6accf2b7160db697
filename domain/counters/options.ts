import { z } from 'zod';

/** What a site says about what its devices count (C-08). */
export const counterOptionsSchema = z
  .strictObject({
    closingDays: z
      .int()
      .min(1)
      .max(27)
      .default(10)
      .describe('Days after the end of a month until it is closed; what comes later is an adjustment'),
    keep: z
      .strictObject({
        dayMonths: z
          .int()
          .min(4)
          .max(60)
          .default(13)
          .describe('Whole months that days are kept beside the running one'),
        paperDayMonths: z.int().min(1).max(60).default(3).describe('Months that sizes of paper are kept by day'),
        years: z.int().min(2).max(50).default(10).describe('Years that months are kept'),
      })
      .refine(({ dayMonths, paperDayMonths }) => paperDayMonths <= dayMonths, {
        path: ['paperDayMonths'],
        message: 'at most "dayMonths"',
      })
      .prefault({})
      .describe('How long counters are kept; before what is dropped the last reading stays as base'),
  })
  .describe('Devices report what they have counted');
export type CounterOptions = z.output<typeof counterOptionsSchema>;
