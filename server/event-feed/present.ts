import { z } from 'zod';
import { eventKinds } from '../../domain/webhooks/kinds.ts';
import { instant, outsideIdSchema } from '../kernel/http/schemas.ts';
import { outsideId, type IdKind } from '../kernel/ids.ts';
import type { EventRow } from './visible.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an event may name beside its organization: the key in its data, and what kind of ID that is. */
const named = {
  device: 'device',
  alarm: 'alarm',
  transfer: 'transfer',
  report: 'endReport',
  licence: 'licence',
  plan: 'licencePlan',
  order: 'licenceOrder',
} as const satisfies Record<string, IdKind>;
type Named = keyof typeof named;

const by = ['user', 'key', 'device', 'system', 'command', 'nobody'] as const;

export const eventResponse = z.strictObject({
  id: outsideIdSchema('event'),
  position: z.int(),
  type: z.enum(eventKinds),
  at: instant,
  by: z.enum(by),
  organization: outsideIdSchema('organization'),
  device: outsideIdSchema('device').nullable(),
  alarm: outsideIdSchema('alarm').nullable(),
  transfer: outsideIdSchema('transfer').nullable(),
  report: outsideIdSchema('endReport').nullable(),
  licence: outsideIdSchema('licence').nullable(),
  plan: outsideIdSchema('licencePlan').nullable(),
  order: outsideIdSchema('licenceOrder').nullable(),
});
export type PublishedEvent = z.infer<typeof eventResponse>;

/**
 * What programs are told of an event: what happened to what, and never what the log keeps beside that. Whoever wants to know more asks
 * the API, which says what may be seen at that moment.
 */
export function presentEvent({ data, ...row }: EventRow): PublishedEvent {
  const nameOf = (key: Named): string | null => {
    const value = key === 'device' && row.subject.startsWith('device/') ? row.subject.slice(7) : data[key];
    return typeof value === 'string' && uuid.test(value) ? outsideId(named[key], value) : null;
  };
  return {
    id: outsideId('event', row.id),
    position: row.position,
    type: row.what,
    at: row.at.toISOString(),
    by: by.find((one) => one === row.by) ?? 'system',
    organization: outsideId('organization', row.organizationId),
    device: nameOf('device'),
    alarm: nameOf('alarm'),
    transfer: nameOf('transfer'),
    report: nameOf('report'),
    licence: nameOf('licence'),
    plan: nameOf('plan'),
    order: nameOf('order'),
  };
}
