import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';
import { insideId, outsideId } from '../../server/kernel/ids.ts';
import { findChainFault } from '../kit/chain.ts';
import { kind, siteId, type Scene } from './scene.ts';

/** A change of a device in the log of events. */
export type Logged = { id: string; position: number; device: string };
/** What the server keeps of one event for one webhook. `statuses` are those it noted, the oldest first; null where nobody answered. */
export type Delivery = { webhook: string; event: string; state: string; tries: number; statuses: (number | null)[] };
/** `gone` are webhooks that are off as their receiver wanted no more. */
export type Stored = { events: Logged[]; deliveries: Delivery[]; gone: string[]; chainFault: string | null };

export async function readStored({ db }: App, { devices }: Scene): Promise<Stored> {
  const { fault } = await findChainFault(db, siteId);
  const { rows: events } = await sql<{ id: string; position: number; subject: string }>`
    select e.id, s.position, e.subject from events e
    join event_seals s on s.site_id = e.site_id and s.event_id = e.id
    where e.site_id = ${siteId} and e.what = ${kind} and e.subject = any(${devices.map((id) => `device/${insideId(id)}`)}::text[])
    order by s.position`.execute(db);
  const { rows: deliveries } = await sql<Delivery>`
    select d.webhook_id as webhook, d.event_id as event, d.state, d.tries, coalesce((
        select jsonb_agg(a.status order by a.id) from webhook_attempts a
        where a.site_id = d.site_id and a.webhook_id = d.webhook_id and a.event_id = d.event_id), '[]') as statuses
    from webhook_deliveries d where d.site_id = ${siteId}`.execute(db);
  const gone = await db
    .selectFrom('webhooks')
    .select('id')
    .where('site_id', '=', siteId)
    .where('off_why', '=', 'gone')
    .execute();
  return {
    chainFault: fault,
    gone: gone.map(({ id }) => outsideId('webhook', id)),
    events: events.map(({ id, position, subject }) => ({
      id: outsideId('event', id),
      position,
      device: outsideId('device', subject.slice('device/'.length)),
    })),
    deliveries: deliveries.map((one) => ({
      ...one,
      webhook: outsideId('webhook', one.webhook),
      event: outsideId('event', one.event),
    })),
  };
}
