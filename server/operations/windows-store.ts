import { sql, type Selectable } from 'kysely';
import { periodState, type Period } from '../../domain/notices/period.ts';
import type { Localised } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { countUpTo, patternOf } from '../kernel/http/list.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { DB } from '../kernel/tables.generated.ts';
import { renderBoth } from '../notices/render.ts';
import type { WindowResponse, windowStates } from './schemas.ts';

export type WindowValues = Period & { body: Localised };
export type WindowState = (typeof windowStates)[number];
export type WindowFilter = { page: number; pageSize: number; state: WindowState | null; text: string | null };
export type WindowRow = Selectable<DB['maintenance_windows']>;

function columns({ startsAt, endsAt, body }: WindowValues) {
  return { starts_at: startsAt, ends_at: endsAt, body_ja: body.ja, body_en: body.en };
}

/** Of two plans at once the second waits, so that it sees the first. */
export async function lockPlans(tx: Tx, siteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`maintenance ${siteId}`}, 0))`.execute(tx);
}

/** The windows of a site that are neither over nor cancelled, soonest first. */
export async function windowsAhead(db: Database | Tx, siteId: string, now: Date): Promise<WindowRow[]> {
  return db
    .selectFrom('maintenance_windows')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute();
}

export async function insertWindow(tx: Tx, siteId: string, values: WindowValues, now: Date): Promise<WindowRow> {
  return tx
    .insertInto('maintenance_windows')
    .values({ site_id: siteId, id: newId(), version: 1, ...columns(values), created_at: now, changed_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function readWindow(db: Database | Tx, siteId: string, id: string): Promise<WindowRow | undefined> {
  return db
    .selectFrom('maintenance_windows')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
}

type Changes = Partial<WindowValues> & { cancelledAt?: Date };

export async function updateWindow(tx: Tx, row: WindowRow, changes: Changes, now: Date): Promise<WindowRow> {
  const { cancelledAt = row.cancelled_at, ...values } = changes;
  return tx
    .updateTable('maintenance_windows')
    .set({
      ...columns({ ...windowValues(row), ...values }),
      cancelled_at: cancelledAt,
      version: row.version + 1,
      changed_at: now,
    })
    .where('site_id', '=', row.site_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function matching(db: Database, siteId: string, now: Date, { state, text }: WindowFilter) {
  let query = db.selectFrom('maintenance_windows').where('site_id', '=', siteId);
  if (state) query = query.where('cancelled_at', state === 'cancelled' ? 'is not' : 'is', null);
  if (state === 'planned') query = query.where('starts_at', '>', now);
  if (state === 'current') query = query.where('starts_at', '<=', now).where('ends_at', '>', now);
  if (state === 'past') query = query.where('ends_at', '<=', now);
  if (text) query = query.where(sql<boolean>`concat_ws(' ', body_ja, body_en) ilike ${patternOf(text)}`);
  return query;
}

/** Windows of a site, the latest beginning first. */
export async function listWindows(db: Database, siteId: string, now: Date, filter: WindowFilter) {
  const { page, pageSize } = filter;
  const totals = await countUpTo(db, matching(db, siteId, now, filter));
  const rows = await matching(db, siteId, now, filter)
    .selectAll()
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const items = rows.map((row) => presentWindow(row, now));
  return { items, ...totals, page, pageSize };
}

export function windowValues(row: WindowRow): WindowValues {
  return { startsAt: row.starts_at, endsAt: row.ends_at, body: { ja: row.body_ja, en: row.body_en } };
}

export function windowState(row: WindowRow, now: Date): WindowState {
  return row.cancelled_at ? 'cancelled' : periodState(windowValues(row), now);
}

export function presentWindow(row: WindowRow, now: Date): WindowResponse {
  const { startsAt, endsAt, body } = windowValues(row);
  return {
    id: outsideId('maintenanceWindow', row.id),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    state: windowState(row, now),
    body,
    html: renderBoth(body),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
  };
}
