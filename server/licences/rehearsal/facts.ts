import { sql } from 'kysely';
import { addDays } from '../../../domain/counters/civil.ts';
import type { HeldLicence } from '../../../domain/licences/course.ts';
import type { CustomerFacts } from '../../../domain/licences/rehearsal.ts';
import { datesOf, expiresAt } from '../../../domain/licences/terms.ts';
import type { Site } from '../../kernel/app.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import { readHoldings } from '../holdings.ts';

/** More are not worked out at once: an answer would take too long. */
export const licencesMax = 200_000;

/** An assignment that the portal is to make by itself. */
export type PlannedAssignment = { at: Date; customerId: string; type: string; termMonths: number; quantity: number };

export type RehearsalFacts = {
  customers: CustomerFacts[];
  plans: PlannedAssignment[];
  /** Names of all organizations that occur, and serial numbers of devices. */
  names: Map<string, string>;
  serials: Map<string, string>;
};

/** Licences of all customers that the caller may read; up to one more than fit. */
export async function countLicences(db: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from licences l
      where l.site_id = ${scope.siteId} and l.expires_at > ${scope.now}::timestamptz
        and l.customer_id in ${reachable(scope, 'read')} limit ${licencesMax + 1}) l`.execute(db);
  return rows[0]?.count ?? 0;
}

type Place = { customerId: string; name: string; dealerId: string | null; aboveId: string | null };

/** What the rules need to know of today: holdings, who looks after whom, and what is to be assigned before `until`. */
export async function readRehearsalFacts(db: Database, site: Site, scope: Scope, until: Date): Promise<RehearsalFacts> {
  const { rows: places } = await sql<Place & { dealer: string | null; above: string | null }>`
    select c.id as "customerId", c.name, p.id as "dealerId", p.name as dealer, g.id as "aboveId", g.name as above
    from organizations c
    left join organizations p on p.site_id = c.site_id and p.id = c.parent_id and p.kind = 'dealer' and p.closed_at is null
    left join organizations g on g.site_id = p.site_id and g.id = p.parent_id and g.kind = 'dealer' and g.closed_at is null
    where c.site_id = ${site.id} and c.kind = 'customer' and c.closed_at is null and c.id in ${reachable(scope, 'read')}
    order by c.id`.execute(db);
  const ids = places.map(({ customerId }) => customerId);
  const planned = await readPlans(db, site, scope, ids, until);
  const holdings = await readHoldings(db, site.id, ids, scope.now);
  const customers = places.flatMap(({ customerId, dealerId, aboveId }) => {
    const { cameras = [], licences = [] } = holdings.get(customerId) ?? {};
    const all = [...licences, ...planned.flatMap((plan) => (plan.customerId === customerId ? plan.licences : []))];
    return all.length > 0 ? [{ customerId, dealerId, aboveId, holding: { cameras, licences: all } }] : [];
  });
  return {
    customers,
    plans: planned,
    names: new Map(
      places.flatMap(({ customerId, name, dealerId, dealer, aboveId, above }) => [
        [customerId, name] as const,
        ...(dealerId ? [[dealerId, dealer ?? ''] as const] : []),
        ...(aboveId ? [[aboveId, above ?? ''] as const] : []),
      ]),
    ),
    serials: new Map(
      [...holdings.values()].flatMap(({ cameras }) =>
        cameras.map(({ deviceId, serial }) => [deviceId, serial] as const),
      ),
    ),
  };
}

type PlanRow = {
  id: string;
  customerId: string;
  type: string;
  termMonths: number;
  quantity: number;
  day: string;
  deviceId: string | null;
};

/** Plans are taken as carried out: what is in stock on that day nobody knows today. */
async function readPlans(db: Database, site: Site, scope: Scope, customerIds: readonly string[], until: Date) {
  const { rows } = await sql<PlanRow>`
    select id, customer_id as "customerId", type, term_months as "termMonths", quantity, to_char(day, 'YYYY-MM-DD') as day,
      device_id as "deviceId"
    from licence_plans where site_id = ${site.id} and state = 'open' and customer_id = any(${[...customerIds]}::uuid[])
    order by day, created_at, id`.execute(db);
  return rows.flatMap(({ id, customerId, type, termMonths, quantity, day, deviceId }) => {
    const begins = expiresAt(addDays(day, -1), site.timeZone);
    const at = begins > scope.now ? begins : scope.now;
    if (at >= until) return [];
    const licences = Array.from({ length: quantity }, (_, index): HeldLicence => ({
      id: `${id}/${String(index).padStart(4, '0')}`,
      type,
      since: at,
      expiresAt: expiresAt(datesOf(day, termMonths).lastDay, site.timeZone),
      setAsideFor: deviceId,
      serves: null,
    }));
    return [{ at, customerId, type, termMonths, quantity, licences }];
  });
}
