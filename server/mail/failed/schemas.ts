import { z } from 'zod';
import { instant, organizationPath, outsideIdSchema, pageOf, sortBy } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import { failedMailSorts, failedMailStates, type FailedMailRow } from './store.ts';

const searchMax = 100;

export const failedMailPath = organizationPath.extend({ mail: outsideIdSchema('mail') });

export const failedMailQuery = z.strictObject({
  text: z
    .string()
    .max(searchMax)
    .default('')
    .describe('A part of address, subject or what the mail server said, in any width and case'),
  state: z.enum(failedMailStates).optional(),
  from: z.iso.date().optional().describe('Tried last on this day of the site or later'),
  until: z.iso.date().optional(),
  sort: sortBy(failedMailSorts),
});

const failedMail = z.strictObject({
  id: outsideIdSchema('mail'),
  state: z.enum(failedMailStates),
  recipient: z.string(),
  /** The account that has this address today; null where none has. */
  account: z
    .strictObject({ id: outsideIdSchema('user'), loginId: z.string(), name: z.string(), organization: z.string() })
    .nullable(),
  /** The kind of the event that it was to tell of. */
  about: z.string(),
  /** What stood above it, in the recipient's language; null where its text could not be written. */
  subject: z.string().nullable(),
  /** What the mail server said, or why it could not be reached. */
  answer: z.string().nullable(),
  tries: z.int(),
  triedAt: instant,
  /** When it is tried again by itself; null once it was given up. */
  nextTryAt: instant.nullable(),
});
export const failedMailList = pageOf(failedMail);

export function presentFailedMail(row: FailedMailRow): z.infer<typeof failedMail> {
  const { recipient, about, subject, answer, tries } = row;
  const state = row.state === 'dead' ? 'given-up' : 'waiting';
  return {
    id: outsideId('mail', row.id),
    state,
    recipient,
    account: row.userId
      ? {
          id: outsideId('user', row.userId),
          loginId: row.loginId ?? '',
          name: row.name ?? '',
          organization: row.organization ?? '',
        }
      : null,
    about,
    subject,
    answer,
    tries,
    triedAt: row.triedAt.toISOString(),
    nextTryAt: state === 'waiting' ? row.nextTryAt.toISOString() : null,
  };
}
