import { z } from 'zod';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 09:00, at most 24:00');

/** When a device reports (P-35): always, while the sun is up where it stands, or while an office is open. */
export const rhythmSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('always').describe('Day and night') }),
    z.strictObject({
      kind: z
        .literal('daylight')
        .describe('From 45 minutes after sunrise to 45 minutes before sunset in the prefecture where it stands'),
    }),
    z
      .strictObject({
        kind: z.literal('businessHours').describe('While an office is open'),
        from: time.describe('When it opens'),
        until: time.describe('When it closes, later on the same day'),
        days: z
          .array(z.enum(weekdays))
          .min(1)
          .max(weekdays.length)
          .default(['mon', 'tue', 'wed', 'thu', 'fri'])
          .describe('Days on which it is open'),
        holidays: z
          .enum(['closed', 'open'])
          .default('closed')
          .describe('Whether it is closed on the holidays of Japan'),
      })
      .refine(({ from, until }) => from < until, { path: ['until'], error: 'later than "from"' }),
  ])
  .describe('When it reports; outside these times its silence means nothing');
export type Rhythm = z.output<typeof rhythmSchema>;

/** A week: who reports less often has a rhythm of its own. */
export const silentAfterMinutesMax = 7 * 24 * 60;
export const silentAfterMinutesSchema = z
  .int()
  .min(1)
  .max(silentAfterMinutesMax)
  .optional()
  .describe('Minutes without a report after which it counts as silent; never, when left out');
