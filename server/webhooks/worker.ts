import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { permissionsOf, type OrganizationKind, type Role } from '../../domain/accounts/permissions.ts';
import { kindsFor } from '../../domain/webhooks/kinds.ts';
import { pauseMaxMs, retryWaitsMs } from '../../domain/webhooks/waits.ts';
import { findEvent } from '../event-feed/visible.ts';
import { presentEvent } from '../event-feed/present.ts';
import type { App } from '../kernel/app.ts';
import { secondsMs } from '../kernel/clock.ts';
import { isDatabaseAway } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { endImpossibleWaits, waitAfter, waitsLookedAtEveryMs } from '../kernel/waits.ts';
import type { Worker } from '../kernel/workers.ts';
import { letGoOfDropped, underClaim, watchForDead, webhooksInHand } from './claims.ts';
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
const deadEveryMs = 10 * secondsMs;
const deliveries = { table: 'webhook_deliveries', tries: 'tries', of: sql`state = 'due'` };

type Claimed = Signer & {
  claim: string;
  eventId: string | null;
  organizationId: string;
  role: Role;
  kind: OrganizationKind;
  isSent: boolean;
};

/** Takes the webhook that has waited longest, with its oldest event that is due; nobody else talks to it meanwhile. */
async function take(app: App, claim: string, now: Date): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with taken as (
      select site_id, id from webhooks where due_at <= ${now} and claim is null and id <> all(${webhooksInHand()}::uuid[])
      order by due_at limit 1 for update skip locked
    ), held as (
      update webhooks w set claim = ${claim} from taken t where w.site_id = t.site_id and w.id = t.id returning w.*
    )
    select w.site_id as "siteId", w.id, w.claim, w.url, w.sealed_secret as "sealedSecret", w.sealed_former_secret as "sealedFormerSecret",
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
  await letGoOfDropped(app.db);
  const claim = newId();
  return underClaim(claim, async (holds) => {
    const now = app.clock.now();
    const claimed = await take(app, claim, now);
    if (!claimed) return false;
    holds(claimed.id);
    await tell(app, claimed, now, options);
    return true;
  });
}

async function tell(app: App, claimed: Claimed, now: Date, options: { withinMs: number }): Promise<void> {
  const { siteId, eventId } = claimed;
  if (eventId === null) return onceBack(() => finish(app, claimed, null));
  const site = app.sites.get(siteId);
  const held = new Set(permissionsOf(claimed.kind, claimed.role));
  const kinds = site && claimed.isSent && 'webhooks' in site.capabilities ? kindsFor(held, site) : [];
  const viewer = { siteId, organizationId: claimed.organizationId, now };
  const event = await onceBack(() => findEvent(app.db, viewer, kinds, eventId));
  if (!event) return onceBack(() => withhold(app, claimed, eventId));
  const { type, at, ...data } = presentEvent(event);
  const message = messageTo(app, claimed, data.id, { type, at, data }, now);
  const sent = await send(message, { mayGoTo: app.mayGoTo, withinMs: options.withinMs });
  await onceBack(() => finish(app, claimed, { eventId, sent }));
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

/**
 * Has tried now what waits longer than it can have to, as its instant was reckoned by a clock that ran ahead; and of each webhook that waits longer than
 * for its next message or for the end of its pause, the next message.
 */
export async function endWaits({ db }: Pick<App, 'db'>, now: Date): Promise<void> {
  await endImpossibleWaits(db, now, deliveries, retryWaitsMs);
  await sql`update webhooks w set due_at = next.at
    from (select site_id, webhook_id, greatest(min(next_try_at), ${now}) as at from webhook_deliveries where state = 'due' group by site_id, webhook_id) next
    where w.site_id = next.site_id and w.id = next.webhook_id and w.due_at > next.at
      and w.due_at > ${now}::timestamptz + ${waitAfter(sql`w.failures`, [pauseMaxMs])}`.execute(db);
}

const letGoOfDead = watchForDead();

export const webhookWorkers: readonly Worker[] = [
  ...Array.from({ length: places }, (_, at) => ({
    name: `webhooks-${at + 1}`,
    job: 'webhooks',
    everyMs: lookEveryMs,
    work: (app: App) => deliverNext(app),
  })),
  {
    name: 'webhooks-of-the-dead',
    job: 'webhooks',
    everyMs: deadEveryMs,
    work: async ({ db }) => {
      await letGoOfDead(db, performance.now());
      return false;
    },
  },
  {
    name: 'webhooks-waits',
    job: 'webhooks',
    everyMs: waitsLookedAtEveryMs,
    work: async (app, now) => {
      await endWaits(app, now);
      return false;
    },
  },
];
