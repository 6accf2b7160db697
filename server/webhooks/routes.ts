import { z } from 'zod';
import { eventKinds, kindsFor } from '../../domain/webhooks/kinds.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { changeWebhook, removeWebhook, renewSecret, switchWebhook } from './change.ts';
import { makeWebhook } from './make.ts';
import { filterOf, presentWebhook, webhookPath, webhookQuery, webhookResponse, webhookWish } from './schemas.ts';
import { findWebhook, matchingWebhooks, versionOfWebhook, webhookRows } from './store.ts';

const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/webhooks';

const list = route({
  operationId: 'listWebhooks',
  method: 'get',
  path: base,
  summary: 'The webhooks of the organization, and of which events one can be told',
  access: 'webhooks:manage',
  params: organizationPath,
  query: webhookQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(webhookResponse).extend({ kinds: z.array(z.enum(eventKinds)) }),
  problems: [],
  handle: async ({ app, site, session, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingWebhooks(app.db, scope, filter).select('w.id'));
    const rows = await webhookRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    const items = rows.map((row) => presentWebhook(row, scope.now));
    return { status: 200, body: { items, ...totals, page, pageSize, kinds: kindsFor(session.permissions, site) } };
  },
});

const show = route({
  operationId: 'getWebhook',
  method: 'get',
  path: `${base}/{webhook}`,
  summary: 'A webhook and how it stands with it',
  access: 'webhooks:manage',
  params: webhookPath,
  status: 200,
  response: webhookResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const row = await findWebhook(app.db, scope, insideId(params.webhook));
    if (!row) return platformProblem('not-found');
    return { status: 200, body: presentWebhook(row, scope.now), headers: etag(versionOfWebhook(row)) };
  },
});

const make = route({
  operationId: 'makeWebhook',
  method: 'post',
  path: base,
  summary: 'Makes a webhook; the secret by which its messages are signed is in this answer alone',
  access: 'webhooks:manage',
  params: organizationPath,
  body: webhookWish,
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('webhook'), secret: z.string() }),
  problems: ['platform/invalid-fields', 'webhooks/too-many'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, session, body, change }) =>
    change((tx) => makeWebhook({ app, tx, site, scope, session }, body)),
});

const changed = route({
  operationId: 'changeWebhook',
  method: 'put',
  path: `${base}/{webhook}`,
  summary: 'Changes name, address or choice of events',
  access: 'webhooks:manage',
  params: webhookPath,
  body: webhookWish,
  versioned: true,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/invalid-fields', 'platform/changed-meanwhile'],
  perMinute,
  handle: async ({ app, site, scope, session, params, body, seenVersion, change }) =>
    change((tx) => changeWebhook({ app, tx, site, scope, session }, insideId(params.webhook), seenVersion, body)),
});

const switched = route({
  operationId: 'switchWebhook',
  method: 'put',
  path: `${base}/{webhook}/switch`,
  summary: 'Switches a webhook on or off',
  access: 'webhooks:manage',
  params: webhookPath,
  body: z.strictObject({ on: z.boolean() }),
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ app, site, scope, session, params, body, change }) =>
    change((tx) => switchWebhook({ app, tx, site, scope, session }, insideId(params.webhook), body.on)),
});

const renewed = route({
  operationId: 'renewWebhookSecret',
  method: 'post',
  path: `${base}/{webhook}/secret`,
  summary: 'A new secret, in this answer alone; for a day messages are signed by the one before, too',
  access: 'webhooks:manage',
  params: webhookPath,
  status: 201,
  response: z.strictObject({ secret: z.string() }),
  problems: ['platform/not-found'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, session, params, change }) =>
    change((tx) => renewSecret({ app, tx, site, scope, session }, insideId(params.webhook))),
});

const remove = route({
  operationId: 'removeWebhook',
  method: 'delete',
  path: `${base}/{webhook}`,
  summary: 'Removes a webhook; nothing goes to it any more',
  access: 'webhooks:manage',
  params: webhookPath,
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ app, site, scope, session, params, change }) =>
    change((tx) => removeWebhook({ app, tx, site, scope, session }, insideId(params.webhook))),
});

export const webhookRoutes = [list, show, make, changed, switched, renewed, remove];
