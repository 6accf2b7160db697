import { sql } from 'kysely';
import type { EventKind as EventKindOfLog } from '../../domain/events/kinds.ts';
import { kindsFor, type EventKind } from '../../domain/webhooks/kinds.ts';
import { readTarget } from './target.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { Scope, Session } from '../kernel/session.ts';
import { webhookProblem } from './problems.ts';
import { newSecret } from './secret.ts';
import { matchingWebhooks } from './store.ts';

export const webhooksMax = 20;

export type WebhookWish = { name: string; url: string; kinds: readonly EventKind[] };
export type Around = { app: App; tx: Tx; site: Site; scope: Scope; session: Session };

type Read = { ok: true; name: string; url: string; kinds: EventKind[] } | { ok: false; errors: FieldFault[] };

/** What was typed, or what is wrong with it. */
export function readWish({ app, site, session }: Omit<Around, 'tx' | 'scope'>, wish: WebhookWish): Read {
  const errors: FieldFault[] = [];
  const add = (field: string, code: string) => errors.push({ pointer: `/${field}`, code: `webhooks/${code}` });
  const name = wish.name.trim();
  if (name === '') add('name', 'name-missing');
  const target = readTarget(wish.url, app.mayGoTo);
  if (!target.ok) add('url', target.code);
  const offered = kindsFor(session.permissions, site);
  if (wish.kinds.length === 0) add('kinds', 'kinds-missing');
  else if (wish.kinds.some((kind) => !offered.includes(kind))) add('kinds', 'kind-beyond');
  if (errors.length > 0 || !target.ok) return { ok: false, errors };
  return { ok: true, name, url: target.url, kinds: offered.filter((kind) => wish.kinds.includes(kind)) };
}

/** Makes a webhook; from now on it is told of what happens. Its secret is in this answer and never shown again. */
export async function makeWebhook(around: Around, wish: WebhookWish): Promise<Outcome<{ id: string; secret: string }>> {
  const { app, tx, scope } = around;
  const { siteId, organizationId, userId, now } = scope;
  const read = readWish(around, wish);
  if (!read.ok) return { reply: platformProblem('invalid-fields', { errors: read.errors }) };
  await sql`select 1 from organizations where site_id = ${siteId} and id = ${organizationId} for no key update`.execute(
    tx,
  );
  const { count } = await matchingWebhooks(tx, scope, { text: '', state: null })
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= webhooksMax) return { reply: webhookProblem('too-many', { params: { max: webhooksMax } }) };
  const id = newId();
  const { shown, sealed } = newSecret(app, siteId, id);
  const { name, url, kinds } = read;
  await tx
    .insertInto('webhooks')
    .values({
      site_id: siteId,
      id,
      organization_id: organizationId,
      created_by: userId,
      created_at: now,
      name,
      url,
      kinds,
      sealed_secret: sealed,
    })
    .execute();
  return {
    reply: { status: 201, body: { id: outsideId('webhook', id), secret: shown } },
    events: [eventAbout('webhooks.made', scope, id, { kinds }, { name, url })],
  };
}

export function eventAbout(
  what: Extract<EventKindOfLog, `webhooks.${string}`>,
  scope: Scope,
  id: string,
  data: Record<string, unknown> = {},
  details: Record<string, unknown> = {},
) {
  return {
    what,
    subject: `webhook/${id}`,
    data: { organization: scope.organizationId, webhook: id, ...data },
    details,
  };
}
