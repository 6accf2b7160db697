import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/webhooks';

type Key = { 'Idempotency-Key': string };
export type WebhookQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type WebhookList = Awaited<ReturnType<typeof listWebhooks>>;
export type WebhookRow = WebhookList['items'][number];
export type Kind = WebhookList['kinds'][number];
export type Wish = paths[typeof base]['post']['requestBody']['content']['application/json'];
export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>['items'][number];
export type Attempt = DeliveryRow['attempts'][number];

/** Everything below this key is asked anew when a webhook has changed. */
export const webhooksKey = ['webhooks', siteId] as const;

const place = (organization: string) => ({ site: siteId, organization });
const one = (organization: string, webhook: string) => ({ params: { path: { ...place(organization), webhook } } });

export function listWebhooks(organization: string, query: WebhookQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

/** Of which events a webhook can be told. */
export const kindsQuery = (organization: string) =>
  queryOptions({
    queryKey: [...webhooksKey, organization, 'kinds'],
    queryFn: async () => (await listWebhooks(organization, { text: '', page: 1, pageSize: 10 })).kinds,
  });

export const webhookQuery = (organization: string, webhook: string) =>
  queryOptions({
    queryKey: [...webhooksKey, organization, 'one', webhook],
    queryFn: () => answerWithVersion(api.GET(`${base}/{webhook}`, one(organization, webhook))),
    staleTime: 0,
  });

export function makeWebhook(organization: string, header: Key, body: Wish) {
  return answer(api.POST(base, { params: { path: place(organization), header }, body }));
}

export function changeWebhook(organization: string, webhook: string, version: string, body: Wish) {
  const params = { path: { ...place(organization), webhook }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(`${base}/{webhook}`, { params, body }));
}

export function switchWebhook(organization: string, webhook: string, on: boolean) {
  return answer(api.PUT(`${base}/{webhook}/switch`, { ...one(organization, webhook), body: { on } }));
}

export function renewSecret(organization: string, webhook: string, header: Key) {
  const params = { path: { ...place(organization), webhook }, header };
  return answer(api.POST(`${base}/{webhook}/secret`, { params }));
}

export function removeWebhook(organization: string, webhook: string) {
  return answer(api.DELETE(`${base}/{webhook}`, one(organization, webhook)));
}

export function testWebhook(organization: string, webhook: string) {
  return answer(api.POST(`${base}/{webhook}/test`, one(organization, webhook)));
}

function listDeliveries(organization: string, webhook: string, page: number) {
  const params = { path: { ...place(organization), webhook }, query: { page, pageSize: 10 as const } };
  return answer(api.GET(`${base}/{webhook}/deliveries`, { params }));
}

export const deliveriesQuery = (organization: string, webhook: string, page: number) =>
  queryOptions({
    queryKey: [...webhooksKey, organization, 'deliveries', webhook, page],
    queryFn: () => listDeliveries(organization, webhook, page),
    staleTime: 0,
  });

export function sendAnew(organization: string, webhook: string, event: string) {
  const params = { path: { ...place(organization), webhook, event } };
  return answer(api.POST(`${base}/{webhook}/deliveries/{event}/again`, { params }));
}
