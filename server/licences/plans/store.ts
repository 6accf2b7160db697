import { sql, type RawBuilder } from 'kysely';
import type { PlanState } from '../../../domain/licences/codes.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { customerAddresses } from '../assign/customers.ts';

export const planSorts = ['day', 'customer', 'createdAt'] as const;
type Key = (typeof planSorts)[number];
export type PlanSort = Key | `-${Key}`;
export type PlanFilter = { text: string; state: PlanState | null };

/** Plans of the caller's own, and of dealers all of whose data it may read: operators see every one. */
export function matchingPlans(db: Database | Tx, scope: Scope, { text, state }: PlanFilter) {
  let matching = db
    .selectFrom('licence_plans as p')
    .innerJoin(customerAddresses, (join) =>
      join.onRef('c.site_id', '=', 'p.site_id').onRef('c.organization_id', '=', 'p.customer_id'),
    )
    .innerJoin('organizations as d', (join) =>
      join.onRef('d.site_id', '=', 'p.site_id').onRef('d.id', '=', 'p.dealer_id'),
    )
    .where('p.site_id', '=', scope.siteId)
    .where('p.dealer_id', 'in', reachable(scope, 'read'));
  if (state) matching = matching.where('p.state', '=', state);
  if (text.trim() !== '')
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', c.name, c.mail, c.login_id), NFKC)) like ${asSearched(text.trim())}`,
    );
  return matching;
}

/** Their rows in order; by themselves the nearest day first. */
export function planRows(db: Database | Tx, scope: Scope, filter: PlanFilter, sort: PlanSort = 'day') {
  const places: Record<Key, RawBuilder<unknown>> = {
    day: sql`p.day`,
    customer: sql`lower(normalize(c.name, NFKC)) collate "C"`,
    createdAt: sql`p.created_at`,
  };
  return matchingPlans(db, scope, filter)
    .leftJoin(sql<{ site_id: string; device_id: string; serial: string }>`v_manufactured_devices`.as('m'), (join) =>
      join.onRef('m.site_id', '=', 'p.site_id').onRef('m.device_id', '=', 'p.device_id'),
    )
    .select(['p.id', 'p.customer_id as customerId', 'p.type', 'p.term_months as termMonths', 'p.quantity', 'p.day'])
    .select([
      'p.state',
      'p.reason',
      'p.assignment_id as assignmentId',
      'p.created_at as createdAt',
      'p.ended_at as endedAt',
    ])
    .select(['c.name as customer', 'd.name as dealer', 'm.serial'])
    .select(
      sql<
        string | null
      >`(select u.name from users u where u.site_id = p.site_id and u.id = p.created_by and u.erased_at is null)`.as(
        'by',
      ),
    )
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (sort.startsWith('-') ? order.desc() : order.asc()))
    .orderBy('p.created_at')
    .orderBy('p.id');
}

export type PlanRow = Awaited<ReturnType<ReturnType<typeof planRows>['execute']>>[number];
