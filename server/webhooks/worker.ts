import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { permissionsOf, type OrganizationKind, type Role } from '../../domain/accounts/permissions.ts';
import { kindsFor } from '../../domain/webhooks/kinds.ts';
import { findEvent } from '../event-feed/visible.ts';
import { presentEvent } from '../event-feed/present.ts';
import type { App } from '../kernel/app.ts';
import { after, minutesMs, secondsMs } from '../kernel/clock.ts';
import { isDatabaseAway, type Database } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import type { Worker } from '../kernel/workers.ts';
import { finish, withhold } from './finish.ts';
import { messageTo, type Signer } from './message.ts';
import { send } from './send.ts';
import { isSent } from './state.ts';

/** So many receivers are talked to at once by a node; one that hangs holds one of these places, and soon is left alone. */
const places = 12;
const lookEveryMs = secondsMs;
const withinMs = 10 * secondsMs;
/** So long a webhook is held on to while the database is away, each time that it is asked. */
const awayMaxMs = 20 * secondsMs;
const askedEveryMs = 200;
/** Longer than a try can take: after that the node that was at it is dead. */
const leaseMs = minutesMs;

type Claim = Signer & {
  eventId: string | null;
  organizationId: string;
  role: Role;
  kind: OrganizationKind;
  isSent: boolean;
};

/** Takes the webhook that has waited longest, with its oldest event that is due; nobody else talks to it meanwhile. */
async function claim(app: App, now: Date): Promise<Claim | undefined> {
  const { rows } = await sql<Claim>`
    with taken as (
      select site_id, id from webhooks where due_at <= ${now} and (busy_until is null or busy_until <= ${now})
      order by due_at limit 1 for update skip locked
    ), held as (
      update webhooks w set busy_until = ${after(now, leaseMs)} from taken t where w.site_id = t.site_id and w.id = t.id returning w.*
    )
    select w.site_id as "siteId", w.id, w.url, w.sealed_secret as "sealedSecret", w.sealed_former_secret as "sealedFormerSecret",
      w.former_until as "formerUntil", w.organization_id as "organizationId", u.role, o.kind, ${isSent} as "isSent",
      (select d.event_id from webhook_deliveries d where d.site_id = w.site_id and d.webhook_id = w.id and d.state = 'due'
        and d.next_try_at <= ${now} order by d.position limit 1) as "eventId"
    from held w
    join users u on u.site_id = w.site_id and u.id = w.created_by
    join organizations o on o.site_id = w.site_id and o.id = w.organization_id`.execute(app.db);
  return rows[0];
}

/**
 * Sends what is due to one webhook; false when none has anything. What its organization, or its maker, may know no longer is withheld: that is
 * asked with each try. A node that dies between the receiver's answer and our note of it sends the message again, under the same ID.
 */
export async function deliverNext(app: App, options = { withinMs }): Promise<boolean> {
  const now = app.clock.now();
  const claimed = await claim(app, now);
  if (!claimed) return false;
  const { siteId, id, eventId } = claimed;
  if (eventId === null) {
    await onceBack(() => finish(app, claimed, null));
    return true;
  }
  const site = app.sites.get(siteId);
  const held = new Set(permissionsOf(claimed.kind, claimed.role));
  const kinds = site && claimed.isSent && 'webhooks' in site.capabilities ? kindsFor(held, site) : [];
  const viewer = { siteId, organizationId: claimed.organizationId, now };
  const event = await onceBack(() => findEvent(app.db, viewer, kinds, eventId));
  if (!event) {
    await onceBack(() => withhold(app, { siteId, id }, eventId));
    return true;
  }
  const { type, at, ...data } = presentEvent(event);
  const message = messageTo(app, claimed, data.id, { type, at, data }, now);
  const sent = await send(message, { mayGoTo: app.mayGoTo, withinMs: options.withinMs });
  const tried = { eventId, attempt: newId(), sent };
  await onceBack(() => finish(app, claimed, tried));
  return true;
}

/** The database may go and come back meanwhile: that alone is no reason to leave a webhook lying, or to send a message again. */
async function onceBack<T>(ask: () => Promise<T>): Promise<T> {
  const until = performance.now() + awayMaxMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > until) throw error;
      await sleep(askedEveryMs, undefined, { ref: false });
    }
  }
}

/** Lets go of every webhook that a dead node was at, so that its receiver need not wait for the end of the lease. */
export async function letGo(db: Database): Promise<void> {
  await db.updateTable('webhooks').set({ busy_until: null }).where('busy_until', 'is not', null).execute();
}

export const webhookWorkers: readonly Worker[] = Array.from({ length: places }, (_, at) => ({
  name: `webhooks-${at + 1}`,
  job: 'webhooks',
  everyMs: lookEveryMs,
  work: (app) => deliverNext(app),
}));
