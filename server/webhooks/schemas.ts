import { z } from 'zod';
import { eventKinds } from '../../domain/webhooks/kinds.ts';
import { urlMax } from './target.ts';
import { instant, organizationPath, outsideIdSchema, pageQuery, sortBy } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { sendFaults } from './send.ts';
import { webhookStates } from './state.ts';
import { readDeliveries, webhookSorts, type WebhookFilter, type WebhookRow } from './store.ts';

const textMax = 200;
const nameMax = 80;
/** More than an address may have: what is too long is told at its field. */
const typedUrlMax = urlMax + 500;
const deliveryStates = ['due', 'taken', 'failed', 'withheld'] as const;

export const webhookPath = organizationPath.extend({ webhook: outsideIdSchema('webhook') });
export const deliveryPath = webhookPath.extend({ event: outsideIdSchema('event') });

export const webhookWish = z.strictObject({
  name: z.string().max(nameMax),
  url: z.string().max(typedUrlMax),
  kinds: z.array(z.enum(eventKinds)).max(eventKinds.length),
});

export const webhookQuery = z.strictObject({
  text: z.string().max(textMax).default('').describe('A part of the name or the address, in any width and case'),
  state: z.enum(webhookStates).optional(),
  sort: sortBy(webhookSorts),
});

export const deliveryQuery = z.strictObject({ state: z.enum(deliveryStates).optional() }).extend(pageQuery.shape);

export function filterOf({ text, state }: z.output<typeof webhookQuery>): WebhookFilter {
  return { text: text.trim(), state: state ?? null };
}

export const webhookResponse = z.strictObject({
  id: outsideIdSchema('webhook'),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(eventKinds)),
  state: z.enum(webhookStates),
  maker: z.string(),
  createdAt: instant,
  failingSince: instant.nullable(),
  /** Until when the secret before signs as well. */
  formerUntil: instant.nullable(),
  lastAt: instant.nullable(),
  lastStatus: z.int().nullable(),
});

export function presentWebhook(row: WebhookRow, now: Date): z.infer<typeof webhookResponse> {
  const said = (at: Date | null) => at?.toISOString() ?? null;
  const { name, url, state, maker, lastStatus } = row;
  return {
    id: outsideId('webhook', row.id),
    name,
    url,
    kinds: eventKinds.filter((kind) => row.kinds.includes(kind)),
    state,
    maker,
    createdAt: row.createdAt.toISOString(),
    failingSince: said(row.failingSince),
    formerUntil: row.formerUntil && row.formerUntil > now ? said(row.formerUntil) : null,
    lastAt: said(row.lastAt),
    lastStatus,
  };
}

export const attemptResponse = z.strictObject({
  at: instant,
  tookMs: z.int(),
  status: z.int().nullable(),
  fault: z.enum(sendFaults).nullable(),
  /** How the answer began. */
  answer: z.string(),
});

export const deliveryResponse = z.strictObject({
  event: outsideIdSchema('event'),
  type: z.enum(eventKinds),
  at: instant,
  state: z.enum(deliveryStates),
  tries: z.int(),
  nextTryAt: instant.nullable(),
  attempts: z.array(attemptResponse),
});

type DeliveryRow = Awaited<ReturnType<typeof readDeliveries>>[number];

export function presentDelivery(row: DeliveryRow): z.infer<typeof deliveryResponse> {
  return {
    event: outsideId('event', row.event),
    type: row.type,
    at: row.at.toISOString(),
    state: deliveryStates.find((one) => one === row.state) ?? 'due',
    tries: row.tries,
    nextTryAt: row.state === 'due' ? row.nextTryAt.toISOString() : null,
    attempts: row.attempts.map(({ at, tookMs, status, fault, answer }) => ({
      at: new Date(at).toISOString(),
      tookMs,
      status,
      fault: sendFaults.find((one) => one === fault) ?? null,
      answer,
    })),
  };
}
