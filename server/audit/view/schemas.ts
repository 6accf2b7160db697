import { z } from 'zod';
import { eventAreas, eventKinds, type EventArea, type EventKind } from '../../../domain/events/kinds.ts';
import { instant, outsideIdSchema } from '../../kernel/http/schemas.ts';

const searchMax = 100;

/** The conditions of the log, and of its file. */
export const auditQuery = z.strictObject({
  /** A part of the name of who did it or, among one's own people, of their login ID or mail address; or their ID. */
  person: z.string().max(searchMax).default(''),
  /** What it was done to: a part of a serial number or name, the whole of a device ID or key, or an ID. */
  object: z.string().max(searchMax).default(''),
  /** A kind of event, or an area of the log. */
  kind: z.enum([...eventAreas, ...eventKinds] as [EventArea | EventKind]).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

const named = z.strictObject({ id: z.string(), name: z.string() });

export const auditEntry = z.strictObject({
  id: outsideIdSchema('event'),
  position: z.int(),
  at: instant,
  kind: z.string(),
  by: z.strictObject({
    kind: z.enum(['user', 'nobody', 'system', 'command', 'device', 'key']),
    /** The person or API key; null where that is not the caller's business, or nobody was logged in. */
    user: named.nullable(),
    /** The person's data were erased. */
    erased: z.boolean(),
    organization: named.nullable(),
  }),
  /** For whom it was done, where somebody acted on behalf. */
  onBehalfOf: named.nullable(),
  /** What it was done to; `name` null where it has none, or has none any more. */
  subject: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  /** The network address; null where there was none, where it was erased, and for other organizations' people. */
  address: z.string().nullable(),
  facts: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** What could be erased of it was. */
  erased: z.boolean(),
});
export type AuditEntry = z.output<typeof auditEntry>;

export const auditEvent = auditEntry.extend({
  requestId: z.string().nullable(),
  /** The seal of its place in the log, as `./engawa audit verify` computes it anew. */
  seal: z.string(),
  /** The event as it was recorded. */
  recorded: z.strictObject({
    subject: z.string(),
    data: z.record(z.string(), z.unknown()),
    details: z.record(z.string(), z.unknown()).nullable(),
  }),
});
