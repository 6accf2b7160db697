import { sql } from 'kysely';
import { outcomeOf, type Outcome } from '../../domain/webhooks/outcome.ts';
import { failingMaxMs, pauseMs, retryWaitsMs } from '../../domain/webhooks/waits.ts';
import type { App } from '../kernel/app.ts';
import { after } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { waitAfter } from '../kernel/waits.ts';
import type { Sent } from './send.ts';

type Place = { siteId: string; id: string };
/** A webhook as it was taken. */
type Held = Place & { claim: string };
type Standing = { organizationId: string; failures: number; failingSince: Date | null; offAt: Date | null };

type Try = { eventId: string; sent: Sent };

/**
 * Notes what came of a try, or that there was nothing to try, and when the webhook is next looked at. Under a claim that holds no longer nothing is
 * noted: it was noted before, or others are at it, and of two outcomes one counts.
 */
export async function finish(app: App, place: Held, tried: Try | null): Promise<void> {
  const now = app.clock.now();
  await app.db.transaction().execute(async (tx) => {
    const standing = await lock(tx, place);
    if (!standing) return;
    let { failures } = standing;
    if (tried) {
      const { eventId, sent } = tried;
      const outcome = outcomeOf(sent.status);
      const taken = outcome === 'taken';
      await note(tx, place, tried, now);
      await settle(tx, place, eventId, outcome, now);
      failures = taken ? 0 : failures + 1;
      const failingSince = taken ? null : (standing.failingSince ?? now);
      await tx
        .updateTable('webhooks')
        .set({ failures, failing_since: failingSince })
        .where('site_id', '=', place.siteId)
        .where('id', '=', place.id)
        .execute();
      const isLost = failingSince !== null && now.getTime() - failingSince.getTime() >= failingMaxMs;
      if (outcome === 'gone') await switchOff(tx, place, standing, 'gone', now);
      else if (isLost) await switchOff(tx, place, standing, 'failing', now);
    }
    await release(tx, place, failures > 0 ? after(now, pauseMs(failures)) : now);
  });
}

/** What may be known no longer is not sent, now or later. */
export async function withhold(app: App, place: Held, eventId: string): Promise<void> {
  const now = app.clock.now();
  await app.db.transaction().execute(async (tx) => {
    if (!(await lock(tx, place))) return;
    await sql`update webhook_deliveries set state = 'withheld'
      where site_id = ${place.siteId} and webhook_id = ${place.id} and event_id = ${eventId}`.execute(tx);
    await release(tx, place, now);
  });
}

async function lock(tx: Tx, { siteId, id, claim }: Held): Promise<Standing | undefined> {
  return tx
    .selectFrom('webhooks')
    .select(['organization_id as organizationId', 'failures', 'failing_since as failingSince', 'off_at as offAt'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('claim', '=', claim)
    .forUpdate()
    .executeTakeFirst();
}

async function note(tx: Tx, { siteId, id, claim }: Held, { eventId, sent }: Try, now: Date): Promise<void> {
  const { status, fault, answer, tookMs } = sent;
  await tx
    .insertInto('webhook_attempts')
    .values({
      site_id: siteId,
      webhook_id: id,
      event_id: eventId,
      id: claim,
      at: now,
      took_ms: tookMs,
      status,
      fault,
      answer,
    })
    .execute();
}

/** Taken, given up at once, or tried again after a while as long as there are tries left. */
async function settle(tx: Tx, { siteId, id }: Place, eventId: string, outcome: Outcome, now: Date): Promise<void> {
  await sql`update webhook_deliveries set tries = tries + 1,
      state = case when ${outcome} = 'later' then case when tries < ${retryWaitsMs.length} then 'due' else 'failed' end else ${outcome === 'gone' ? 'failed' : outcome} end,
      next_try_at = case when ${outcome} = 'later' and tries < ${retryWaitsMs.length}
        then ${now}::timestamptz + ${waitAfter(sql`tries + 1`, retryWaitsMs)} else next_try_at end
    where site_id = ${siteId} and webhook_id = ${id} and event_id = ${eventId}`.execute(tx);
}

async function switchOff(
  tx: Tx,
  { siteId, id }: Place,
  { organizationId, offAt }: Standing,
  why: 'gone' | 'failing',
  now: Date,
): Promise<void> {
  if (offAt) return;
  await tx
    .updateTable('webhooks')
    .set({ off_at: now, off_why: why })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
  const data = { organization: organizationId, webhook: id, why };
  await writeEvents(tx, { siteId, actor: { kind: 'system' }, now, requestId: null }, [
    { what: 'webhooks.switched-off', subject: `webhook/${id}`, data },
  ]);
}

/** Lets go of a webhook: it is due again when its next event is, and not before the end of the pause. */
async function release(tx: Tx, { siteId, id }: Place, notBefore: Date): Promise<void> {
  await sql`update webhooks w set claim = null, due_at = case when w.off_at is null and w.removed_at is null then greatest(
      (select min(d.next_try_at) from webhook_deliveries d where d.site_id = w.site_id and d.webhook_id = w.id and d.state = 'due'),
      case when exists (select from webhook_deliveries d where d.site_id = w.site_id and d.webhook_id = w.id and d.state = 'due')
        then ${notBefore}::timestamptz end) end
    where w.site_id = ${siteId} and w.id = ${id}`.execute(tx);
}
