import { z } from 'zod';
import { roles } from '../../domain/accounts/permissions.ts';
import { chosenOf, mailNoticeEvents } from '../../domain/mail-notices/events.ts';
import { mailNoticeOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import { organizationPath, outsideIdSchema, pageOf, sortBy } from '../kernel/http/schemas.ts';
import { versionOf } from '../kernel/http/version.ts';
import { outsideId } from '../kernel/ids.ts';
import { mailNoticeSorts, type MailNoticeFilter, type PersonRow } from './store.ts';

const searchMax = 100;

export const personPath = organizationPath.extend({ user: outsideIdSchema('user') });

export const peopleQuery = z.strictObject({
  text: z.string().max(searchMax).default('').describe('A part of name, login ID or address, in any width and case'),
  event: z.enum(mailNoticeEvents).optional().describe('Only who is mailed about this'),
  sort: sortBy(mailNoticeSorts),
});

export const choice = z.strictObject({ events: z.array(z.enum(mailNoticeEvents)).max(mailNoticeEvents.length) });

export const personResponse = z.strictObject({
  id: outsideIdSchema('user'),
  name: z.string(),
  loginId: z.string(),
  role: z.enum(roles),
  /** The notification address; empty for none. */
  mail: z.string(),
  /** Whether mails reach them: they have an address that is proved. */
  reached: z.boolean(),
  events: z.array(z.enum(mailNoticeEvents)),
  /** Whether somebody has chosen, or it is what is usual at the site. */
  chosen: z.boolean(),
});
export type PersonResponse = z.infer<typeof personResponse>;

export const peopleList = pageOf(personResponse);

export function filterOf({ text, event }: z.output<typeof peopleQuery>): MailNoticeFilter {
  return { text: text.trim(), event: event ?? null };
}

export function presentPerson(site: Site, row: PersonRow): PersonResponse {
  const { name, loginId, mail, reached, chosen } = row;
  return {
    id: outsideId('user', row.id),
    name,
    loginId,
    role: row.role as PersonResponse['role'],
    mail,
    reached,
    events: chosenOf(row.events, mailNoticeOptions(site).events),
    chosen,
  };
}

export function versionOfChoice({ events, chosen }: Pick<PersonResponse, 'events' | 'chosen'>): string {
  return versionOf({ events, chosen });
}
