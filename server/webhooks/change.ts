import { sql } from 'kysely';
import { after, hoursMs } from '../kernel/clock.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { webhookProblem } from './problems.ts';
import { eventAbout, readWish, type Around, type WebhookWish } from './make.ts';
import { newSecret } from './secret.ts';
import { lockWebhook, versionOfWebhook } from './store.ts';

/** How long the secret before signs as well, so that a receiver can take its time. */
const formerGoodMs = 24 * hoursMs;

/** Another name, address or choice; of two who change it at once the second is told. */
export async function changeWebhook(
  around: Around,
  id: string,
  seenVersion: string,
  wish: WebhookWish,
): Promise<Outcome<never>> {
  const { tx, scope } = around;
  const before = await lockWebhook(tx, scope, id);
  if (!before) return { reply: platformProblem('not-found') };
  if (versionOfWebhook(before) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const read = readWish(around, wish);
  if (!read.ok) return { reply: platformProblem('invalid-fields', { errors: read.errors }) };
  const { name, url, kinds } = read;
  await sql`update webhooks set name = ${name}, url = ${url}, kinds = ${kinds}::text[], version = version + 1
    where site_id = ${scope.siteId} and id = ${id}`.execute(tx);
  const details = { before: { name: before.name, url: before.url }, after: { name, url } };
  return {
    reply: { status: 204 },
    events: [eventAbout('webhooks.changed', scope, id, { before: before.kinds, after: kinds }, details)],
  };
}

/** Switches a webhook on or off. On again, what was decided before and not taken goes out; what happened meanwhile does not. */
export async function switchWebhook({ tx, scope }: Around, id: string, on: boolean): Promise<Outcome<never>> {
  const before = await lockWebhook(tx, scope, id);
  if (!before) return { reply: platformProblem('not-found') };
  const isOn = ['on', 'failing', 'stopped'].includes(before.state);
  if (isOn === on) return { reply: { status: 204 } };
  await sql`update webhooks set version = version + 1, failures = 0, failing_since = null,
      off_at = ${on ? null : scope.now}::timestamptz, off_why = ${on ? null : 'person'}, due_at = ${on ? scope.now : null}::timestamptz
    where site_id = ${scope.siteId} and id = ${id}`.execute(tx);
  return { reply: { status: 204 }, events: [eventAbout(on ? 'webhooks.switched-on' : 'webhooks.paused', scope, id)] };
}

/** Removes a webhook: nothing goes to it any more. */
export async function removeWebhook({ tx, scope }: Around, id: string): Promise<Outcome<never>> {
  const before = await lockWebhook(tx, scope, id);
  if (!before) return { reply: platformProblem('not-found') };
  await sql`update webhooks set removed_at = ${scope.now}, due_at = null where site_id = ${scope.siteId} and id = ${id}`.execute(
    tx,
  );
  return { reply: { status: 204 }, events: [eventAbout('webhooks.removed', scope, id, {}, { name: before.name })] };
}

/** A new secret, shown this once; for a day the one before signs as well. */
export async function renewSecret({ app, tx, scope }: Around, id: string): Promise<Outcome<{ secret: string }>> {
  const before = await lockWebhook(tx, scope, id);
  if (!before) return { reply: platformProblem('not-found') };
  const { shown, sealed } = newSecret(app, scope.siteId, id);
  await sql`update webhooks set sealed_former_secret = sealed_secret, former_until = ${after(scope.now, formerGoodMs)},
      sealed_secret = ${sealed}, version = version + 1
    where site_id = ${scope.siteId} and id = ${id}`.execute(tx);
  return {
    reply: { status: 201, body: { secret: shown } },
    events: [eventAbout('webhooks.secret-renewed', scope, id)],
  };
}

/** Sends an event anew, under the same ID; what may be known no longer is withheld then, too. */
export async function sendAnew({ tx, scope }: Around, id: string, eventId: string): Promise<Outcome<never>> {
  const webhook = await lockWebhook(tx, scope, id);
  if (!webhook) return { reply: platformProblem('not-found') };
  if (!['on', 'failing'].includes(webhook.state)) return { reply: webhookProblem('is-off') };
  const { numAffectedRows } =
    await sql`update webhook_deliveries set state = 'due', tries = 0, next_try_at = ${scope.now}
    where site_id = ${scope.siteId} and webhook_id = ${id} and event_id = ${eventId}`.execute(tx);
  if (!numAffectedRows) return { reply: platformProblem('not-found') };
  await sql`update webhooks set due_at = ${scope.now} where site_id = ${scope.siteId} and id = ${id}`.execute(tx);
  return { reply: { status: 204 }, events: [eventAbout('webhooks.sent-anew', scope, id, { event: eventId })] };
}
