import { sql } from 'kysely';
import { addMonths, monthOf } from '../../../domain/counters/civil.ts';
import { renewalCounts, renewalsOf, type Renewal, type RenewalState } from '../../../domain/licences/renewals.ts';
import { civilDayAt, expiresAt, firstOf } from '../../../domain/licences/terms.ts';
import { addDays } from '../../../domain/counters/civil.ts';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { readHoldings } from '../holdings.ts';
import { isPlanned, plannedLicences } from '../plans/upcoming.ts';
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

export type RenewalRow = Renewal & { customerId: string; customer: string };

/** The months of a forecast, from this one on. */
export function monthsOf(site: Site, now: Date, count: number): string[] {
  const first = monthOf(civilDayAt(now, site.timeZone));
  return Array.from({ length: count }, (_, at) => addMonths(first, at));
}

/**
 * What runs out when, over all of a dealer's customers (L-11), in order of days, customers and types: not by month and state yet, as the forecast
 * wants them all. What ended meanwhile is settled first.
 */
export async function readRenewals(app: App, site: Site, scope: Scope, filter: RenewalFilter): Promise<RenewalRow[]> {
  const { now } = scope;
  const last = monthsOf(site, now, filter.months).at(-1) ?? '';
  const until = expiresAt(addDays(firstOf(addMonths(last, 1)), -1), site.timeZone);
  const customers = await customersEnding(app, scope, until, filter);
  const ids = [...customers.keys()];
  await settleDueOf(app, site, ids, now);
  const holdings = await readHoldings(app.db, site.id, ids, now);
  const planned = await plannedLicences(app.db, site, ids);
  const rows = ids.flatMap((customerId) => {
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
  return rows.filter(({ type }) => filter.type === null || type === filter.type).toSorted(inOrder);
}

/** Those of a month and with somebody in a state. */
export function narrowed(rows: readonly RenewalRow[], { month, state }: Pick<RenewalFilter, 'month' | 'state'>) {
  return rows.filter(
    (row) => (month === null || monthOf(row.lastDay) === month) && (state === null || renewalCounts(row)[state] > 0),
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

function inOrder(one: RenewalRow, other: RenewalRow): number {
  return (
    compare(one.lastDay, other.lastDay) ||
    compare(one.customer, other.customer) ||
    compare(one.customerId, other.customerId) ||
    compare(one.type, other.type)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
