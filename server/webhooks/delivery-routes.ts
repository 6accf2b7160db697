import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { pageOf } from '../kernel/http/schemas.ts';
import { secondsMs } from '../kernel/clock.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import { sendAnew } from './change.ts';
import { eventAbout } from './make.ts';
import { messageTo } from './message.ts';
import {
  attemptResponse,
  deliveryPath,
  deliveryQuery,
  deliveryResponse,
  presentDelivery,
  webhookPath,
} from './schemas.ts';
import { send } from './send.ts';
import { deliveryRows, findWebhook, readDeliveries } from './store.ts';

const perMinute = 60;
const testsPerMinute = 10;
const testWithinMs = 10 * secondsMs;
const base = '/api/{site}/organizations/{organization}/webhooks/{webhook}';

const list = route({
  operationId: 'listWebhookDeliveries',
  method: 'get',
  path: `${base}/deliveries`,
  summary: 'What was sent to a webhook in the last 30 days, the newest event first, with what the receiver answered',
  access: 'webhooks:manage',
  params: webhookPath,
  query: deliveryQuery,
  status: 200,
  response: pageOf(deliveryResponse),
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params, query }) => {
    const webhook = await findWebhook(app.db, scope, insideId(params.webhook));
    if (!webhook) return platformProblem('not-found');
    const state = query.state ?? null;
    const totals = await countUpTo(app.db, deliveryRows(app.db, scope, webhook.id, state).select('d.event_id'));
    const { page, pageSize } = query;
    const rows = await readDeliveries(app.db, scope, webhook.id, { state, limit: pageSize, offset: offsetOf(query) });
    return { status: 200, body: { items: rows.map(presentDelivery), ...totals, page, pageSize } };
  },
});

const anew = route({
  operationId: 'sendWebhookAnew',
  method: 'post',
  path: `${base}/deliveries/{event}/again`,
  summary: 'Sends an event anew, under the same ID',
  access: 'webhooks:manage',
  params: deliveryPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'webhooks/is-off'],
  perMinute,
  handle: async ({ app, site, scope, session, params, change }) =>
    change((tx) => sendAnew({ app, tx, site, scope, session }, insideId(params.webhook), insideId(params.event))),
});

const test = route({
  operationId: 'testWebhook',
  method: 'post',
  path: `${base}/test`,
  summary: 'Sends a message of the type `webhooks.test` at once, and tells what the receiver answered',
  access: 'webhooks:manage',
  params: webhookPath,
  status: 200,
  response: attemptResponse,
  problems: ['platform/not-found'],
  perMinute: testsPerMinute,
  handle: async ({ app, scope, params, now, change }) => {
    const webhook = await findWebhook(app.db, scope, insideId(params.webhook));
    if (!webhook) return platformProblem('not-found');
    await change(async () => ({ reply: { status: 204 }, events: [eventAbout('webhooks.tested', scope, webhook.id)] }));
    const content = {
      type: 'webhooks.test',
      at: now.toISOString(),
      data: { webhook: params.webhook, organization: params.organization },
    };
    const message = messageTo(app, { ...webhook, siteId: scope.siteId }, outsideId('event', newId()), content, now);
    const { status, fault, answer, tookMs } = await send(message, { mayGoTo: app.mayGoTo, withinMs: testWithinMs });
    return { status: 200, body: { at: content.at, tookMs, status, fault, answer } };
  },
});

export const webhookDeliveryRoutes = [list, anew, test];
