import { sql } from 'kysely';
import type { EventKind } from '../../domain/webhooks/kinds.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { versionOf } from '../kernel/http/version.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';
import { stateOfWebhook, type WebhookState } from './state.ts';

export const webhookSorts = ['name', 'createdAt'] as const;
type Sort = (typeof webhookSorts)[number];
export type WebhookFilter = { text: string; state: WebhookState | null };

/** The webhooks of the caller's own organization: nobody looks at those of others, whatever is granted. */
export function matchingWebhooks(db: Database | Tx, scope: Scope, { text, state }: WebhookFilter) {
  let matching = db
    .selectFrom('webhooks as w')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'w.site_id').onRef('u.id', '=', 'w.created_by'))
    .where('w.site_id', '=', scope.siteId)
    .where('w.organization_id', '=', scope.organizationId)
    .where('w.removed_at', 'is', null);
  if (text)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', w.name, w.url), nfkc)) like ${asSearched(text)}`,
    );
  if (state) matching = matching.where(sql<boolean>`${stateOfWebhook()} = ${state}`);
  return matching;
}

const places = { name: sql`w.name`, createdAt: sql`w.created_at` } as const;

const lastAttempt = (column: 'at' | 'status') =>
  sql`(select a.${sql.ref(column)} from webhook_attempts a where a.site_id = w.site_id and a.webhook_id = w.id order by a.id desc limit 1)`;

/** In their order; by themselves the newest first. */
export function webhookRows(
  db: Database | Tx,
  scope: Scope,
  filter: WebhookFilter,
  sort: Sort | `-${Sort}` = '-createdAt',
) {
  const down = sort.startsWith('-');
  return matchingWebhooks(db, scope, filter)
    .select(['w.id', 'w.name', 'w.url', 'w.kinds', 'u.name as maker', 'w.created_at as createdAt'])
    .select(['w.failing_since as failingSince', 'w.former_until as formerUntil', 'w.version'])
    .select(['w.sealed_secret as sealedSecret', 'w.sealed_former_secret as sealedFormerSecret'])
    .select(stateOfWebhook().as('state'))
    .select([
      sql<Date | null>`${lastAttempt('at')}`.as('lastAt'),
      sql<number | null>`${lastAttempt('status')}`.as('lastStatus'),
    ])
    .orderBy(places[sort.replace(/^-/, '') as Sort], down ? 'desc' : 'asc')
    .orderBy('w.id');
}

export type WebhookRow = Awaited<ReturnType<ReturnType<typeof webhookRows>['execute']>>[number];

export function findWebhook(db: Database | Tx, scope: Scope, id: string): Promise<WebhookRow | undefined> {
  return webhookRows(db, scope, { text: '', state: null }).where('w.id', '=', id).executeTakeFirst();
}

/** Holds a webhook of the caller's organization, so that two who change it do so one after the other. */
export async function lockWebhook(tx: Tx, scope: Scope, id: string): Promise<WebhookRow | undefined> {
  await sql`select 1 from webhooks where site_id = ${scope.siteId} and organization_id = ${scope.organizationId} and id = ${id}
    for no key update`.execute(tx);
  return findWebhook(tx, scope, id);
}

export function versionOfWebhook({ id, version }: Pick<WebhookRow, 'id' | 'version'>): string {
  return versionOf({ id, version: String(version) });
}

export type DeliveryState = 'due' | 'taken' | 'failed' | 'withheld';

/** What was decided for a webhook, the newest event first. */
export function deliveryRows(db: Database | Tx, scope: Scope, webhookId: string, state: DeliveryState | null) {
  let matching = db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('events as e', (join) => join.onRef('e.site_id', '=', 'd.site_id').onRef('e.id', '=', 'd.event_id'))
    .where('d.site_id', '=', scope.siteId)
    .where('d.webhook_id', '=', webhookId);
  if (state) matching = matching.where('d.state', '=', state);
  return matching;
}

export async function readDeliveries(
  db: Database | Tx,
  scope: Scope,
  webhookId: string,
  { state, limit, offset }: { state: DeliveryState | null; limit: number; offset: number },
) {
  return deliveryRows(db, scope, webhookId, state)
    .select(['d.event_id as event', 'd.state', 'd.tries', 'd.next_try_at as nextTryAt', 'e.occurred_at as at'])
    .select(sql<EventKind>`e.what`.as('type'))
    .select(
      sql<{ at: string; tookMs: number; status: number | null; fault: string | null; answer: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('at', a.at, 'tookMs', a.took_ms, 'status', a.status, 'fault', a.fault, 'answer', a.answer)
          order by a.id desc)
        from (select * from webhook_attempts a where a.site_id = d.site_id and a.webhook_id = d.webhook_id
          and a.event_id = d.event_id order by a.id desc limit 20) a), '[]')`.as('attempts'),
    )
    .orderBy('d.position', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}
