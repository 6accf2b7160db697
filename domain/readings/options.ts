import { z } from 'zod';

/** A sample may be this old; a month is dropped only when all of it is older than what is kept. */
export const sampleDaysBackMax = 31;

const master = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, first a letter, at most 40');
const days = z
  .int()
  .min(sampleDaysBackMax + 1)
  .max(3_660);

/** What a site says about what its devices report (E-10). */
export const readingOptionsSchema = z
  .strictObject({
    factorySecret: z
      .strictObject({
        master: master.describe(
          'Name of the master secrets at the key provider; each model has one of its own under it',
        ),
      })
      .describe('The secret that the factory writes into a device, with which it gets its first credential'),
    keep: z
      .strictObject({
        rawDays: days.default(92).describe('Days that each message is kept'),
        minuteDays: days.default(400).describe('Days that the means of each minute are kept; those of days stay'),
      })
      .prefault({})
      .describe('How long readings are kept'),
    messagesPerMinute: z
      .int()
      .min(60)
      .max(600_000)
      .default(6_000)
      .describe('Messages of one device in a minute; one that sends faster is made to wait'),
  })
  .describe('Devices report what they measure');
export type ReadingOptions = z.output<typeof readingOptionsSchema>;
