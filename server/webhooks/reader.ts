import { sql } from 'kysely';
import { eventKinds } from '../../domain/webhooks/kinds.ts';
import { isVisible } from '../event-feed/visible.ts';
import type { App } from '../kernel/app.ts';
import type { Reader } from '../kernel/readers.ts';
import { isSent } from './state.ts';

const published: ReadonlySet<string> = new Set(eventKinds);

/**
 * Decides for each sealed event, exactly once, which webhooks it goes to: those that wish for it, whose organization may
 * know of it, and that were there before it: IDs sort by the instant they were made.
 */
export const webhookReader = (app: App): Reader => ({
  name: 'webhooks',
  async read(tx, events) {
    const ids = events.flatMap(({ id, what }) => (published.has(what) ? [id] : []));
    const siteId = events[0]?.siteId;
    if (siteId === undefined || ids.length === 0) return;
    const now = app.clock.now();
    const viewer = { siteId, organizationId: sql<string>`w.organization_id`, now };
    await sql`with decided as (
      insert into webhook_deliveries (site_id, webhook_id, event_id, position, state, next_try_at, created_at)
      select w.site_id, w.id, p.event_id, p.position, 'due', ${now}, ${now}
      from webhooks w
      join users u on u.site_id = w.site_id and u.id = w.created_by
      join organizations o on o.site_id = w.site_id and o.id = w.organization_id
      join v_event_places p on p.site_id = w.site_id and p.event_id = any(${ids}::uuid[]) and p.what = any(w.kinds)
      where w.site_id = ${siteId} and p.event_id > w.id and ${isSent} and ${isVisible(viewer)}
      on conflict do nothing returning webhook_id
    )
    -- A receiver that fails is left alone for its time, whatever comes in for it meanwhile.
    update webhooks set due_at = case when failures > 0 then coalesce(due_at, ${now}) else least(coalesce(due_at, ${now}), ${now}) end
    where site_id = ${siteId} and id in (select webhook_id from decided)`.execute(tx);
  },
});
