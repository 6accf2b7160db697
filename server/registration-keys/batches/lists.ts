import { sql } from 'kysely';
import type { SheetFormat } from '../../../domain/registration-keys/batch.ts';
import { formatDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { App } from '../../kernel/app.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';

type Page = { page: number; pageSize: number };

/** What became of the keys of each batch, and whether every key that can still be used stands on a sheet that arrived. */
function batchesOf(app: App, scope: Scope) {
  return app.db
    .selectFrom('activation_key_batches as g')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'g.site_id').onRef('u.id', '=', 'g.user_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('activation_keys as a')
          .leftJoin('registration_key_bindings as b', (join) =>
            join
              .onRef('b.site_id', '=', 'a.site_id')
              .onRef('b.activation_key', '=', 'a.number')
              .on('b.moved_at', 'is', null),
          )
          .leftJoin('activation_key_deliveries as d', (join) =>
            join.onRef('d.site_id', '=', 'a.site_id').onRef('d.id', '=', 'a.delivery_id'),
          )
          .select([
            sql<number>`count(b.id)::int`.as('used'),
            sql<number>`count(a.voided_at)::int`.as('voided'),
            sql<number>`count(*) filter (where b.id is null and a.voided_at is null and d.confirmed_at is null)::int`.as(
              'unconfirmed',
            ),
          ])
          .whereRef('a.site_id', '=', 'g.site_id')
          .whereRef('a.batch_id', '=', 'g.id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select(['g.id', 'g.category', 'g.product_number', 'g.purpose', 'g.note', 'g.key_count', 'g.created_at', 'u.name'])
    .select(['counts.used', 'counts.voided', 'counts.unconfirmed'])
    .where('g.site_id', '=', scope.siteId);
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batchesOf>['executeTakeFirstOrThrow']>>;

function present(row: BatchRow) {
  const used = row.used ?? 0;
  const voided = row.voided ?? 0;
  return {
    id: outsideId('batch', row.id),
    category: row.category,
    productNumber: row.product_number,
    purpose: row.purpose,
    note: row.note,
    keys: row.key_count,
    used,
    voided,
    unused: row.key_count - used - voided,
    unconfirmed: row.unconfirmed ?? 0,
    createdAt: row.created_at.toISOString(),
    createdBy: row.name,
  };
}

/** The batches of the site, newest first; operators only. */
export async function listBatches(app: App, scope: Scope, { page, pageSize }: Page) {
  const { count } = await app.db
    .selectFrom('activation_key_batches')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', scope.siteId)
    .executeTakeFirstOrThrow();
  const rows = await batchesOf(app, scope)
    .orderBy('g.created_at', 'desc')
    .orderBy('g.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items: rows.map(present), total: Number(count), totalCapped: false, page, pageSize };
}

/** One batch with each time its registration IDs went out, newest first; null where there is no such batch. */
export async function readBatch(app: App, scope: Scope, id: string) {
  const row = await batchesOf(app, scope).where('g.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const deliveries = await app.db
    .selectFrom('activation_key_deliveries as d')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'd.site_id').onRef('u.id', '=', 'd.user_id'))
    .select(['d.id', 'd.format', 'd.renewed', 'd.key_count', 'd.made_at', 'd.confirmed_at', 'u.name'])
    .where('d.site_id', '=', scope.siteId)
    .where('d.batch_id', '=', id)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  return {
    ...present(row),
    deliveries: deliveries.map((one) => ({
      id: outsideId('delivery', one.id),
      format: one.format as SheetFormat,
      renewed: one.renewed,
      keys: one.key_count,
      madeAt: one.made_at.toISOString(),
      madeBy: one.name,
      confirmedAt: one.confirmed_at?.toISOString() ?? null,
    })),
  };
}

/** The keys of a batch in the order of their numbers, with what became of each. */
export async function listBatchKeys(app: App, scope: Scope, batchId: string, { page, pageSize }: Page) {
  const keys = app.db
    .selectFrom('activation_keys as a')
    .where('a.site_id', '=', scope.siteId)
    .where('a.batch_id', '=', batchId);
  const { count } = await keys.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await keys
    .leftJoin('registration_key_bindings as b', (join) =>
      join.onRef('b.site_id', '=', 'a.site_id').onRef('b.activation_key', '=', 'a.number').on('b.moved_at', 'is', null),
    )
    .leftJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .select(['a.number', 'a.voided_at', 'b.issued_at', 'i.kind', 'i.value'])
    .orderBy('a.number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const items = rows.map((row) => ({
    number: formatKey(row.number),
    state: row.voided_at ? ('voided' as const) : row.issued_at ? ('used' as const) : ('unused' as const),
    deviceId: row.value && row.kind ? formatDeviceId(row.value, row.kind as DeviceIdFormat) : null,
    usedAt: row.issued_at?.toISOString() ?? null,
    voidedAt: row.voided_at?.toISOString() ?? null,
  }));
  return { items, total: Number(count), totalCapped: false, page, pageSize };
}
