import { sql } from 'kysely';
import { formatKey } from '../../domain/registration-keys/key.ts';
import type { DayRange } from '../../domain/exports/day-range.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import { countUpTo } from '../kernel/http/list.ts';
import { deviceIdOf, issuedRows, matchingIssues, registrationKeyOf, type IssueSort, type Sort } from './issued.ts';
import { linesOf, type Page } from './lists.ts';
import { keyMaker } from './masters.ts';

export const totalSorts = ['day', 'organization', 'category', 'productNumber', 'count'] as const;
export type TotalSort = Sort<(typeof totalSorts)[number]>;

/** Where the days of a report begin: in the site's zone. */
export type ReportSpan = DayRange & { timeZone: string };

const everything = { deviceId: null, activationKey: null };

/**
 * First issues only (K-06): not counted is what was shown again, what another organization had first, and what an operator
 * moved to another device.
 */
function firstIssues(db: Database, scope: Scope, days: ReportSpan) {
  return matchingIssues(db, scope, { ...everything, days })
    .whereRef('r.issued_at', '=', 'b.issued_at')
    .where('b.moved_from', 'is', null);
}

/** How many keys were issued on each day, by category and product number (and, where several are seen, organization). */
export function dailyTotals(db: Database, scope: Scope, days: ReportSpan, sort: TotalSort) {
  // The zone as a literal: two parameters would be two expressions to the database, and it groups by one.
  const day = sql<string>`(r.issued_at at time zone ${sql.lit(days.timeZone)})::date`;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const grouped = firstIssues(db, scope, days)
    .innerJoin('activation_keys as a', (join) =>
      join.onRef('a.site_id', '=', 'b.site_id').onRef('a.number', '=', 'b.activation_key'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .select([day.as('day'), 'o.name as organization', 'a.category', 'a.product_number as productNumber'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy([day, 'o.id', 'o.name', 'a.category', 'a.product_number']);
  const key = sort.replace(/^-/, '') as (typeof totalSorts)[number];
  return db
    .selectFrom(grouped.as('t'))
    .select(['t.day', 't.organization', 't.category', 't.productNumber', 't.count'])
    .orderBy(`t.${key}`, direction)
    .orderBy('t.day', 'desc')
    .orderBy('t.organization')
    .orderBy('t.category')
    .orderBy('t.productNumber');
}

/** Each issue with all its details, and how often the key was shown again. */
export function historyRows(db: Database, scope: Scope, days: ReportSpan, sort: IssueSort) {
  return issuedRows(db, scope, { ...everything, days }, sort);
}

async function countFirstIssues(db: Database, scope: Scope, days: ReportSpan): Promise<number> {
  const row = await firstIssues(db, scope, days)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

type Wish<S> = Page & { sort?: S | undefined };

/** A page of the daily totals, and how many keys they are in all. */
export async function listTotals(app: App, scope: Scope, days: ReportSpan, wish: Wish<TotalSort>) {
  const all = dailyTotals(app.db, scope, days, wish.sort ?? '-day');
  const totals = await countUpTo(app.db, all.clearOrderBy());
  const items = await all
    .limit(wish.pageSize)
    .offset((wish.page - 1) * wish.pageSize)
    .execute();
  const issued = await countFirstIssues(app.db, scope, days);
  return { items, issued, ...totals, page: wish.page, pageSize: wish.pageSize };
}

/** A page of the full history, and how many keys were first issued in that time. */
export async function listHistory(app: App, site: Site, scope: Scope, days: ReportSpan, wish: Wish<IssueSort>) {
  const totals = await countUpTo(app.db, matchingIssues(app.db, scope, { ...everything, days }));
  const rows = await issuedRows(app.db, scope, { ...everything, days }, wish.sort ?? '-issuedAt')
    .limit(wish.pageSize)
    .offset((wish.page - 1) * wish.pageSize)
    .execute();
  const makeKey = await keyMaker(
    app,
    site,
    rows.map((row) => row.version),
  );
  const items = rows.map((row) => ({
    issuedAt: new Date(row.issuedAtMs).toISOString(),
    organization: row.organization,
    deviceId: deviceIdOf(row),
    installation: linesOf(row),
    activationKey: formatKey(row.number),
    registrationKey: registrationKeyOf(row, makeKey),
    productNumber: row.productNumber,
    purpose: row.purpose,
    category: row.category,
    user: row.user,
    shownAgain: row.shownAgain,
  }));
  const issued = await countFirstIssues(app.db, scope, days);
  return { items, issued, ...totals, page: wish.page, pageSize: wish.pageSize };
}
