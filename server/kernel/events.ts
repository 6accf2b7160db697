import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { EventKind } from '../../domain/events/kinds.ts';
import type { Database, Tx } from './database.ts';
import { newId } from './ids.ts';

/** Who caused a change. `organizationId` is the organization the actor works for, `onBehalfOf` the one they act for (P-17). */
export type Actor =
  | { kind: 'user'; id: string; organizationId: string; onBehalfOf?: string }
  | { kind: 'key'; id: string; organizationId: string }
  | { kind: 'nobody' }
  | { kind: 'system' }
  | { kind: 'command' };

/** Where and when a change comes from; the same for all events of one request. `address` is the network address, where somebody asked for it. */
export type Cause = { siteId: string; actor: Actor; now: Date; requestId: string | null; address?: string };

/** What a use case says has happened. `data` holds IDs and codes only; personal data belong in `details`. */
export type NewEvent = {
  what: EventKind;
  subject: string;
  data?: Record<string, unknown>;
  details?: Record<string, unknown>;
};

export type SealedEvent = {
  siteId: string;
  position: number;
  id: string;
  occurredAt: Date;
  what: string;
  subject: string;
  actorKind: string;
  actorId: string | null;
  organizationId: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
};

const saltBytes = 16;

/** What of an event may be erased. Nothing else of it is about a person. */
export type Erasable = { details: Record<string, unknown>; address: string | null };

/** SHA-256 over salt, details and address: what the chain keeps of them when they are erased. */
export function hashDetails(salt: Uint8Array, { details, address }: Erasable): Buffer {
  const hash = createHash('sha256').update(salt).update(canonicalJson(details));
  // JSON has no NUL in it. Events of before addresses were kept hash as they did.
  return address === null ? hash.digest() : hash.update('\0').update(address).digest();
}

/** JSON with sorted keys, so that a value read back from the database hashes as it was written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Writes events, their details and the sealer's to-do in one statement of the change's own transaction. */
export async function writeEvents(tx: Tx | Database, cause: Cause, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const address = cause.address ?? null;
  const rows = events.map((event) => {
    const salt = randomBytes(saltBytes);
    const details = event.details ?? {};
    return {
      id: newId(),
      what: event.what,
      subject: event.subject,
      data: event.data ?? {},
      details,
      salt: salt.toString('hex'),
      detailsHash: hashDetails(salt, { details, address }).toString('hex'),
    };
  });
  const { actor } = cause;
  await sql`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, what text, subject text, data jsonb, details jsonb, salt text, "detailsHash" text)
    ), written as (
      insert into events (site_id, id, occurred_at, actor_kind, actor_id, organization_id, on_behalf_of, what, subject, request_id, data, details_hash)
      select ${cause.siteId}::text, id, ${cause.now}::timestamptz, ${actor.kind}::text,
        ${'id' in actor ? actor.id : null}::uuid, ${'id' in actor ? actor.organizationId : null}::uuid,
        ${actor.kind === 'user' ? (actor.onBehalfOf ?? null) : null}::uuid,
        what, subject, ${cause.requestId}::text, data, decode("detailsHash", 'hex') from input
    ), detailed as (
      insert into event_details (site_id, event_id, salt, details, address)
      select ${cause.siteId}::text, id, decode(salt, 'hex'), details, ${address}::text from input
    )
    insert into events_unsealed (event_id, site_id) select id, ${cause.siteId}::text from input`.execute(tx);
}

/**
 * Erases the details and addresses of events about these subjects and of those that `actorId` caused; the chain keeps their hash and stays
 * whole. Gives the IDs of the events, so that what they caused elsewhere can be erased as well.
 */
export async function eraseDetails(
  tx: Tx,
  siteId: string,
  of: { subjects: readonly string[]; actorId?: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from events where site_id = ${siteId}
      and (subject = any(${[...of.subjects]}::text[]) or actor_id = ${of.actorId ?? null}::uuid)`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0)
    await sql`delete from event_details where site_id = ${siteId} and event_id = any(${ids}::uuid[])`.execute(tx);
  return ids;
}
