import { z } from 'zod';
import { draftKinds } from '../../domain/drafts/kinds.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { createDraft, listDrafts, readDraft, saveDraft } from './store.ts';

const perMinute = 240;

const draftResponse = z.strictObject({
  id: outsideIdSchema('draft'),
  kind: z.enum(draftKinds),
  values: z.record(z.string(), z.unknown()),
  updatedAt: instant,
});
const values = z.record(z.string().max(64), z.unknown());
const draftPath = sitePath.extend({ draft: outsideIdSchema('draft') });

const create = route({
  operationId: 'createDraft',
  method: 'post',
  path: '/api/{site}/drafts',
  summary: 'Begins to keep what is typed into a wizard, for this browser and 24 hours',
  access: 'public',
  whileOwing: ['customer-data'],
  params: sitePath,
  body: z.strictObject({ kind: z.enum(draftKinds), values }),
  status: 201,
  response: draftResponse,
  problems: ['platform/too-many-requests', 'platform/body-too-large'],
  perMinute,
  handle: async (call) => createDraft(call.app, call.site, ownerOf(call), call.body.kind, call.body.values, call.now),
});

const list = route({
  operationId: 'listDrafts',
  method: 'get',
  path: '/api/{site}/drafts',
  summary: 'What this person has begun in this browser, the newest first',
  access: 'session',
  whileOwing: ['customer-data'],
  params: sitePath,
  status: 200,
  response: z.strictObject({ items: z.array(draftResponse) }),
  problems: [],
  handle: async (call) => ({
    status: 200,
    body: { items: await listDrafts(call.app, call.site, ownerOf(call), call.now) },
  }),
});

const read = route({
  operationId: 'readDraft',
  method: 'get',
  path: '/api/{site}/drafts/{draft}',
  summary: 'What was typed so far',
  access: 'public',
  whileOwing: ['customer-data'],
  params: draftPath,
  status: 200,
  response: draftResponse,
  problems: ['platform/not-found'],
  handle: async (call) => {
    const draft = await readDraft(call.app, call.site, ownerOf(call), call.params.draft, call.now);
    return draft ? { status: 200, body: draft } : platformProblem('not-found');
  },
});

const save = route({
  operationId: 'saveDraft',
  method: 'put',
  path: '/api/{site}/drafts/{draft}',
  summary: 'Keeps what is typed now instead',
  access: 'public',
  whileOwing: ['customer-data'],
  params: draftPath,
  body: z.strictObject({ values }),
  status: 200,
  response: draftResponse,
  problems: ['platform/not-found', 'platform/body-too-large'],
  perMinute: perMinute * 4,
  handle: async (call) => {
    const draft = await saveDraft(call.app, call.site, ownerOf(call), call.params.draft, call.body.values, call.now);
    if (!draft) return platformProblem('not-found');
    return isProblem(draft) ? draft : { status: 200, body: draft };
  },
});

/** A draft of somebody logged in is for that person in that browser; any other for the browser. */
function ownerOf(call: { browser: { id: string }; session: { userId: string } | null }) {
  return { browserId: call.browser.id, userId: call.session?.userId ?? null };
}

export const draftRoutes = [create, list, read, save];
