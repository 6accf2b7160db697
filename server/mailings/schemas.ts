import { z } from 'zod';
import { newsWays } from '../../domain/accounts/news.ts';
import { chosenMax, mailingKinds, mailingState, mailingStates, waitingOf } from '../../domain/mailings/mailing.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import { instant, localised, organizationPath, outsideIdSchema, pageQuery, sortBy } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { asSearched } from '../kernel/search.ts';
import type { Aim } from './receivers.ts';
import { mailingSorts, type MailingFilter, type MailingRow } from './store.ts';

const searchedMax = 100;
export const mailingPath = organizationPath.extend({ mailing: outsideIdSchema('mailing') });

/** What an operator chooses. */
export const mailingWish = z.strictObject({
  notice: outsideIdSchema('notice'),
  kind: z.enum(mailingKinds),
  organizations: z
    .array(outsideIdSchema('organization'))
    .min(1)
    .max(chosenMax)
    .nullable()
    .describe('Whose users; null for those of all organizations of the site'),
});
export type MailingWish = z.output<typeof mailingWish>;

export function aimOf({ notice, kind, organizations }: MailingWish): Aim {
  return { noticeId: insideId(notice), kind, organizations: organizations?.map(insideId) ?? null };
}

const letter = z.strictObject({ subject: z.string(), text: z.string(), html: z.string() });
export const mailingPreview = z.strictObject({
  receivers: z.int().describe('Who has had the notice by mail already is not among them'),
  byLanguage: z.strictObject({ ja: z.int(), en: z.int() }),
  letters: z.strictObject({ ja: letter, en: letter }),
});

export function byLanguage(of: readonly { language: Language }[]): Record<Language, number> {
  const count = (language: Language) => of.filter((one) => one.language === language).length;
  const [ja, en] = languages.map(count);
  return { ja: ja ?? 0, en: en ?? 0 };
}

export const mailingItem = z.strictObject({
  id: outsideIdSchema('mailing'),
  createdAt: instant,
  by: z.string(),
  kind: z.enum(mailingKinds),
  notice: outsideIdSchema('notice'),
  title: localised,
  toAll: z.boolean(),
  state: z.enum(mailingStates),
  receivers: z.int(),
  waiting: z.int(),
  sent: z.int(),
  failed: z.int().describe('No mail server took it'),
  dropped: z.int().describe('Withdrew, left or changed the address before it went out'),
  withdrawn: z.int().describe('Receivers who have withdrawn from news since'),
});

export const mailingResponse = mailingItem.extend({
  html: localised,
  organizations: z.array(z.strictObject({ id: outsideIdSchema('organization'), name: z.string() })),
});

export const mailingQuery = z.strictObject({
  text: z.string().max(searchedMax).default('').describe('A part of the title, in any width and case'),
  kind: z.enum(mailingKinds).optional(),
  state: z.enum(mailingStates).optional(),
  sort: sortBy(mailingSorts),
});
export const mailingPage = mailingQuery.extend(pageQuery.shape);

export function filterOf({ text, kind, state }: z.output<typeof mailingQuery>): MailingFilter {
  return { text: text.trim() && asSearched(text.trim()), kind: kind ?? null, state: state ?? null };
}

export function presentItem(row: MailingRow): z.infer<typeof mailingItem> {
  const { id, createdAt, by, kind, noticeId, titleJa, titleEn, organizations } = row;
  const { receivers, sent, failed, dropped, withdrawn } = row;
  return {
    id: outsideId('mailing', id),
    createdAt: createdAt.toISOString(),
    by,
    kind,
    notice: outsideId('notice', noticeId),
    title: { ja: titleJa, en: titleEn },
    toAll: organizations === null,
    state: mailingState(row),
    receivers,
    waiting: waitingOf(row),
    sent,
    failed,
    dropped,
    withdrawn,
  };
}

export const consentSorts = ['since', 'name', 'organization', 'way'] as const;
export const consentQuery = z.strictObject({
  text: z.string().max(searchedMax).default('').describe('A part of name, login ID, address or organization'),
  news: z.enum(['yes', 'no']).optional(),
  way: z.enum(newsWays).optional(),
  sort: sortBy(consentSorts),
});
export const consentPage = consentQuery.extend(pageQuery.shape);
export type ConsentQuery = z.output<typeof consentQuery>;

export const consentItem = z.strictObject({
  user: outsideIdSchema('user'),
  name: z.string(),
  loginId: z.string(),
  mail: z.string(),
  organization: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  news: z.boolean(),
  since: instant,
  way: z.enum(newsWays),
});
