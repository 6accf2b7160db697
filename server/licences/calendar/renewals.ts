import { sql } from 'kysely';
import { addMonths, monthOf } from '../../../domain/counters/civil.ts';
import { bestDay } from '../../../domain/licences/best-day.ts';
import { lastDayAt } from '../../../domain/licences/effect.ts';
import {
  noRenewals,
  renewalCounts,
  renewalsOf,
  type Renewal,
  type RenewalCounts,
  type RenewalState,
} from '../../../domain/licences/renewals.ts';
import { civilDayAt, expiresAt, firstOf } from '../../../domain/licences/terms.ts';
import { addDays } from '../../../domain/counters/civil.ts';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { readHoldings } from '../holdings.ts';
import { isPlanned, plannedLicences } from '../plans/upcoming.ts';
import { customersFollowed, sumsOf } from './sums.ts';
import { settleDueOf } from '../settle/settle.ts';

/** How far the calendar looks ahead by itself. */
export const monthsDefault = 12;

export type RenewalFilter = {
  /** A part of the customer's name or mail address. */
  text: string;
  customerId: string | null;
  type: string | null;
  /** One month (`2027-12`) of the forecast. */
  month: string | null;
  state: RenewalState | null;
  /** How many months ahead, this one counted. */
  months: number;
};

type Ending = { customerId: string; customer: string };
export type RenewalRow = Renewal & Ending;
/** As a list shows it: how many are how, and not which. */
export type RenewalSum = Pick<Renewal, 'type' | 'lastDay' | 'bestDay'> & Ending & { counts: RenewalCounts };

/** The months of a forecast, from this one on. */
export function monthsOf(site: Site, now: Date, count: number): string[] {
  const first = monthOf(civilDayAt(now, site.timeZone));
  return Array.from({ length: count }, (_, at) => addMonths(first, at));
}

type Asked = { until: Date; customers: Map<string, string> };

/** Whose licences end in the time asked for; what ended meanwhile is settled first. */
async function settledEnding(app: App, site: Site, scope: Scope, filter: RenewalFilter): Promise<Asked> {
  const last = monthsOf(site, scope.now, filter.months).at(-1) ?? '';
  const until = expiresAt(addDays(firstOf(addMonths(last, 1)), -1), site.timeZone);
  const customers = await customersEnding(app, scope, until, filter);
  await settleDueOf(app, site, [...customers.keys()], scope.now);
  return { until, customers };
}

/**
 * What runs out when, over all of a dealer's customers and device by device (L-11), in order of days, customers and types: not by month and state
 * yet, as the forecast wants them all.
 */
export async function readRenewals(app: App, site: Site, scope: Scope, filter: RenewalFilter): Promise<RenewalRow[]> {
  const asked = await settledEnding(app, site, scope, filter);
  return inOrder(await rowsOf(app, site, scope.now, asked, [...asked.customers.keys()]), filter);
}

/**
 * The same in numbers, for a page. Most customers have nothing that could follow: what becomes of their devices is added up by the database, and only
 * of the others all that they hold is read.
 */
export async function sumRenewals(app: App, site: Site, scope: Scope, filter: RenewalFilter): Promise<RenewalSum[]> {
  const { now } = scope;
  const { until, customers } = await settledEnding(app, site, scope, filter);
  const ids = [...customers.keys()];
  const followed = new Set(await customersFollowed(app.db, site.id, ids, now));
  const [some, rest] = [ids.filter((id) => followed.has(id)), ids.filter((id) => !followed.has(id))];
  const rows = await rowsOf(app, site, now, { until, customers }, some);
  const today = civilDayAt(now, site.timeZone);
  const added = await sumsOf(app.db, site.id, rest, { now, until });
  // Of the thousands that end there are a few moments.
  const moments = new Set(added.map(({ endsAt }) => endsAt.getTime()));
  const lastDays = new Map([...moments].map((at) => [at, lastDayAt(new Date(at), site.timeZone)]));
  const sums = added.map(({ endsAt, open, declined, ...one }) => {
    const lastDay = lastDays.get(endsAt.getTime()) ?? '';
    const customer = customers.get(one.customerId) ?? '';
    return { ...one, customer, lastDay, bestDay: bestDay(lastDay, today), counts: { ...noRenewals, open, declined } };
  });
  return inOrder([...rows.map((row) => ({ ...row, counts: renewalCounts(row) })), ...sums], filter);
}

async function rowsOf(app: App, site: Site, now: Date, { until, customers }: Asked, ids: readonly string[]) {
  const holdings = await readHoldings(app.db, site.id, ids, now);
  const planned = await plannedLicences(app.db, site, ids);
  return ids.flatMap((customerId): RenewalRow[] => {
    const holding = holdings.get(customerId);
    if (!holding) return [];
    const licences = [...holding.licences, ...(planned.get(customerId) ?? [])];
    const customer = customers.get(customerId) ?? '';
    return renewalsOf({ ...holding, licences }, { now, until, timeZone: site.timeZone }, isPlanned).map((renewal) => ({
      ...renewal,
      customerId,
      customer,
    }));
  });
}

/** Those of a month and with somebody in a state. */
export function narrowed<R extends { lastDay: string }>(
  rows: readonly R[],
  { month, state }: Pick<RenewalFilter, 'month' | 'state'>,
  countsOf: (row: R) => RenewalCounts,
): R[] {
  return rows.filter(
    (row) => (month === null || monthOf(row.lastDay) === month) && (state === null || countsOf(row)[state] > 0),
  );
}

/** Own customers of whom something ends until then, by name. */
async function customersEnding(
  app: App,
  scope: Scope,
  until: Date,
  { text, customerId }: RenewalFilter,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.organization_id as id, c.name from v_customer_addresses c
    where c.site_id = ${scope.siteId} and c.organization_id in ${reachable(scope, 'configure')}
      and (${customerId}::uuid is null or c.organization_id = ${customerId}::uuid)
      and lower(normalize(concat_ws(' ', c.name, c.mail, c.login_id), NFKC)) like ${asSearched(text.trim())}
      and exists (select from licences l where l.site_id = c.site_id and l.customer_id = c.organization_id
        and l.expires_at > ${scope.now}::timestamptz and l.expires_at <= ${until}::timestamptz)
    order by c.organization_id`.execute(app.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function inOrder<R extends RenewalRow | RenewalSum>(rows: readonly R[], { type }: RenewalFilter): R[] {
  return rows
    .filter((row) => type === null || row.type === type)
    .toSorted(
      (one, other) =>
        compare(one.lastDay, other.lastDay) ||
        compare(one.customer, other.customer) ||
        compare(one.customerId, other.customerId) ||
        compare(one.type, other.type),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
