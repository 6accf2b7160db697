import { sql } from 'kysely';
import { z } from 'zod';
import type { EventKind } from '../../domain/webhooks/kinds.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Session } from '../kernel/session.ts';
import { eventResponse, presentEvent } from './present.ts';
import { eventsAfter } from './visible.ts';

/** So many events of the site are looked at for one answer, whosever they are. */
const lookedAtMax = 20_000;

export const eventPage = z.strictObject({ items: z.array(eventResponse), cursor: z.string(), more: z.boolean() });
export type EventPage = z.infer<typeof eventPage>;

/** What is asked for: a cursor, or `latest`; which types, as far as somebody may know of them. */
export type PageWish = { after: string; limit: number; kinds: (session: Session) => readonly EventKind[] };

async function headOf(app: App, siteId: string): Promise<number> {
  const { rows } = await sql<{ head: number | null }>`
    select max(position) as head from event_seals where site_id = ${siteId}`.execute(app.db);
  return rows[0]?.head ?? 0;
}

/** What happened behind a cursor, in its order, as far as somebody may know of it at this moment. */
export async function readPage(app: App, site: Site, session: Session, wish: PageWish): Promise<EventPage> {
  const head = await headOf(app, site.id);
  if (wish.after === 'latest') return { items: [], cursor: String(head), more: false };
  const after = Math.min(Number(wish.after), head);
  const until = Math.min(head, after + lookedAtMax);
  const { limit } = wish;
  const kinds = wish.kinds(session);
  const { organizationId, userId } = session;
  const viewer = { siteId: site.id, organizationId, userId, now: app.clock.now() };
  const rows = kinds.length === 0 ? [] : await eventsAfter(app.db, viewer, { kinds, after, until, limit });
  const cursor = rows.length === limit ? (rows.at(-1)?.position ?? until) : until;
  return { items: rows.map(presentEvent), cursor: String(cursor), more: cursor < head };
}
