import { sql, type RawBuilder } from 'kysely';
import type { EventKind } from '../../domain/webhooks/kinds.ts';
import { reachable, reachableDevice, type Viewer } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';

/**
 * Whether an event `p` of `v_event_places` is somebody's to know: of a device, who may read it in that span of ownership; else, who may
 * read all of the organization. Feed and webhooks ask this and nothing else.
 */
export function isVisible(viewer: Viewer): RawBuilder<boolean> {
  const place = { organization: 'p.organization_id', registration: 'p.registration_id' } as const;
  return sql<boolean>`(case when p.registration_id is null then p.organization_id in ${reachable(viewer, 'read')}
    else ${reachableDevice(viewer, 'read', place)} end)`;
}

const columns = sql`p.event_id as "id", p.position, p.what, p.subject, p.occurred_at as "at", p.actor_kind as "by", p.data,
  p.organization_id as "organizationId"`;

export type EventRow = {
  id: string;
  position: number;
  what: EventKind;
  subject: string;
  at: Date;
  by: string;
  data: Record<string, unknown>;
  organizationId: string;
};

/** Events of these kinds behind a position that somebody may know of, in order; none beyond `until`. */
export async function eventsAfter(
  db: Database | Tx,
  viewer: Viewer,
  { kinds, after, until, limit }: { kinds: readonly EventKind[]; after: number; until: number; limit: number },
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select ${columns} from v_event_places p
    where p.site_id = ${viewer.siteId} and p.position > ${after} and p.position <= ${until}
      and p.what = any(${[...kinds]}::text[]) and ${isVisible(viewer)}
    order by p.position limit ${limit}`.execute(db);
  return rows;
}

/** One event, if it is of these kinds and somebody may know of it. */
export async function findEvent(
  db: Database | Tx,
  viewer: Viewer,
  kinds: readonly EventKind[],
  eventId: string,
): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`select ${columns} from v_event_places p
    where p.site_id = ${viewer.siteId} and p.event_id = ${eventId} and p.what = any(${[...kinds]}::text[])
      and ${isVisible(viewer)}`.execute(db);
  return rows[0];
}
