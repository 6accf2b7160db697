import { sql, type Selectable } from 'kysely';
import type { NoticeKind } from '../../domain/notices/notice.ts';
import { periodState, type PeriodState } from '../../domain/notices/period.ts';
import type { Localised } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { countUpTo, patternOf } from '../kernel/http/list.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { DB } from '../kernel/tables.generated.ts';
import { renderBoth } from './render.ts';
import type { NoticeResponse } from './schemas.ts';

export type NoticeValues = { kind: NoticeKind; startsAt: Date; endsAt: Date; title: Localised; body: Localised };
export type NoticeFilter = { page: number; pageSize: number; states: readonly PeriodState[]; text: string | null };
type Row = Selectable<DB['notices']>;

function columns({ kind, startsAt, endsAt, title, body }: NoticeValues) {
  return {
    kind,
    starts_at: startsAt,
    ends_at: endsAt,
    title_ja: title.ja,
    title_en: title.en,
    body_ja: body.ja,
    body_en: body.en,
  };
}

export async function insertNotice(tx: Tx, siteId: string, values: NoticeValues, now: Date): Promise<Row> {
  return tx
    .insertInto('notices')
    .values({ site_id: siteId, id: newId(), version: 1, ...columns(values), created_at: now, changed_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The notice, locked until the transaction ends: of two changes the second sees the first. */
export async function lockNotice(tx: Tx, siteId: string, id: string): Promise<Row | undefined> {
  return tx
    .selectFrom('notices')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function readNotice(db: Database, siteId: string, id: string): Promise<Row | undefined> {
  return db.selectFrom('notices').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst();
}

export async function updateNotice(tx: Tx, row: Row, values: Partial<NoticeValues>, now: Date): Promise<Row> {
  return tx
    .updateTable('notices')
    .set({ ...columns({ ...valuesOf(row), ...values }), version: row.version + 1, changed_at: now })
    .where('site_id', '=', row.site_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteNotice(tx: Tx, row: Row): Promise<void> {
  await tx.deleteFrom('notices').where('site_id', '=', row.site_id).where('id', '=', row.id).execute();
}

function matching(db: Database, siteId: string, now: Date, { states, text }: Pick<NoticeFilter, 'states' | 'text'>) {
  let query = db
    .selectFrom('notices')
    .where('site_id', '=', siteId)
    .where((eb) =>
      eb.or([
        ...(states.includes('planned') ? [eb('starts_at', '>', now)] : []),
        ...(states.includes('current') ? [eb.and([eb('starts_at', '<=', now), eb('ends_at', '>', now)])] : []),
        ...(states.includes('past') ? [eb('ends_at', '<=', now)] : []),
      ]),
    );
  if (text)
    query = query.where(sql<boolean>`concat_ws(' ', title_ja, title_en, body_ja, body_en) ilike ${patternOf(text)}`);
  return query;
}

/** Notices of a site, the newest beginning first. */
export async function listNotices(db: Database, siteId: string, now: Date, filter: NoticeFilter) {
  const { page, pageSize } = filter;
  const totals = await countUpTo(db, matching(db, siteId, now, filter));
  const rows = await matching(db, siteId, now, filter)
    .selectAll()
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows, ...totals, page, pageSize };
}

export function valuesOf(row: Row): NoticeValues {
  return {
    kind: row.kind as NoticeKind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    title: { ja: row.title_ja, en: row.title_en },
    body: { ja: row.body_ja, en: row.body_en },
  };
}

export function presentNotice(row: Row, now: Date): NoticeResponse {
  const { kind, startsAt, endsAt, title, body } = valuesOf(row);
  return {
    id: outsideId('notice', row.id),
    kind,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    state: periodState({ startsAt, endsAt }, now),
    title,
    body,
    html: renderBoth(body),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
  };
}
