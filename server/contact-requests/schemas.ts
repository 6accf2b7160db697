import { z } from 'zod';
import { requestKinds, requestStates } from '../../domain/contact-requests/kinds.ts';
import { languages } from '../../domain/site/languages.ts';
import { instant, organizationPath, outsideIdSchema, pageQuery, sortBy } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { requestSorts, type AnswerRow, type RequestFilter, type RequestRow } from './store.ts';

/** More than the rules let through: what is too long is told at its field. */
const lineMax = 400;
const textMax = 20_000;
const pageMax = 200;
const searchedMax = 200;

export const requestPath = organizationPath.extend({ request: outsideIdSchema('contactRequest') });

const asked = z.strictObject({
  kind: z.enum(requestKinds),
  about: z.string().max(lineMax).default(''),
  text: z.string().max(textMax),
  page: z
    .string()
    .max(pageMax)
    .regex(/^(\/[\w$./-]*)?$/)
    .default('')
    .describe('The page from which the form was opened'),
  reference: z
    .string()
    .max(64)
    .regex(/^[\w-]*$/)
    .default('')
    .describe('The request ID that stood on that page, where something had failed'),
});

export const userWish = asked.extend({ device: outsideIdSchema('device').optional() });
export type UserWish = z.output<typeof userWish>;

export const strangerWish = asked.extend({
  name: z.string().max(lineMax),
  mail: z.string().max(lineMax),
  organization: z.string().max(lineMax).default(''),
  language: z.enum(languages),
});
export type StrangerWish = z.output<typeof strangerWish>;

export const answerWish = z.strictObject({ text: z.string().max(textMax) });

const deviceShown = z.strictObject({ id: outsideIdSchema('device'), label: z.string() });

/** What the form fills in by itself. */
export const askerResponse = z.strictObject({
  name: z.string(),
  loginId: z.string(),
  mail: z.string(),
  organization: z.string(),
  device: deviceShown.nullable(),
});

const answerShown = z.strictObject({ at: instant, text: z.string() });

/** A request as whoever asked sees it. */
export const ownRequest = z.strictObject({
  id: outsideIdSchema('contactRequest'),
  kind: z.enum(requestKinds),
  about: z.string(),
  device: deviceShown.nullable(),
  text: z.string(),
  state: z.enum(requestStates),
  createdAt: instant,
  answers: z.array(answerShown),
});

/** A request as operators see it: with who asked, and who answered. */
export const deskRequest = ownRequest.extend({
  asker: z.strictObject({
    known: z.boolean().describe('Whether they were logged in; else all of it is what somebody typed'),
    user: outsideIdSchema('user').nullable(),
    name: z.string(),
    loginId: z.string(),
    mail: z.string(),
    organization: z.string(),
    organizationId: outsideIdSchema('organization').nullable(),
  }),
  language: z.enum(languages),
  page: z.string(),
  reference: z.string(),
  answers: z.array(answerShown.extend({ by: z.string() })),
});

export const deskQuery = z.strictObject({
  text: z
    .string()
    .max(searchedMax)
    .default('')
    .describe('A part of who asked, of what, or of the text, in any width and case'),
  state: z.enum(requestStates).optional(),
  kind: z.enum(requestKinds).optional(),
  sort: sortBy(requestSorts),
});
export const deskPage = deskQuery.extend(pageQuery.shape);

export function filterOf({ text, state, kind }: z.output<typeof deskQuery>): RequestFilter {
  return { text: text.trim(), state: state ?? null, kind: kind ?? null };
}

export function presentOwn(row: RequestRow, answers: readonly AnswerRow[]): z.infer<typeof ownRequest> {
  return {
    id: outsideId('contactRequest', row.id),
    kind: row.kind,
    about: row.about,
    device: row.deviceId ? { id: outsideId('device', row.deviceId), label: row.deviceLabel ?? '' } : null,
    text: row.text,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    answers: answers.map(({ at, text }) => ({ at: at.toISOString(), text })),
  };
}

export function presentForDesk(row: RequestRow, answers: readonly AnswerRow[]): z.infer<typeof deskRequest> {
  const { userId, organizationId, name, loginId, mail, organization, language, page, reference } = row;
  return {
    ...presentOwn(row, []),
    asker: {
      known: userId !== null,
      user: userId && outsideId('user', userId),
      name,
      loginId,
      mail,
      organization,
      organizationId: organizationId && outsideId('organization', organizationId),
    },
    language,
    page,
    reference,
    answers: answers.map(({ at, text, by }) => ({ at: at.toISOString(), text, by })),
  };
}
