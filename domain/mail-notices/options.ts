import { z } from 'zod';
import { mailNoticeEvents } from './events.ts';

const events = z
  .array(z.enum(mailNoticeEvents))
  .max(mailNoticeEvents.length)
  .refine((some) => new Set(some).size === some.length, 'each event once');

/** What a site says about the mails that its users choose (C-11). */
export const mailNoticeOptionsSchema = z
  .strictObject({
    events: events.min(1).describe('What users can be mailed about; each needs the capability that makes it'),
    usual: z
      .strictObject({
        owner: events.default([]).describe('For owners of an organization'),
        others: events.default([]).describe('For everybody else'),
      })
      .prefault({})
      .describe('What those get who have not chosen yet'),
  })
  .refine(({ events: offered, usual }) => [...usual.owner, ...usual.others].every((one) => offered.includes(one)), {
    path: ['usual'],
    error: 'only what stands in "events"',
  })
  .refine(({ usual }) => ![...usual.owner, ...usual.others].includes('monthly-report'), {
    path: ['usual'],
    error: 'not "monthly-report": it begins when somebody chooses it',
  })
  .describe('Each user chooses about what they are mailed');
export type MailNoticeOptions = z.output<typeof mailNoticeOptionsSchema>;
