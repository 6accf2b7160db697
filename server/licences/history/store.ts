import { sql, type RawBuilder } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { customerAddresses } from '../assign/customers.ts';

export const assignmentSorts = ['createdAt', 'customer', 'lastDay', 'quantity'] as const;
type Key = (typeof assignmentSorts)[number];
export type AssignmentSort = Key | `-${Key}`;
export type AssignmentFilter = {
  text: string;
  type: string | null;
  termMonths: number | null;
  customerId: string | null;
  /** Civil days of the assignment, both of them in it. */
  from: string | null;
  until: string | null;
};

/**
 * What the caller's organization assigned, what was assigned to it, and what was assigned to customers all of whose data it may read: of a sub-dealer's
 * customers it sees none (L-10).
 */
export function matchingAssignments(db: Database | Tx, scope: Scope, filter: AssignmentFilter) {
  const { text, type, termMonths, customerId, from, until } = filter;
  let matching = db
    .selectFrom('licence_assignments as a')
    .innerJoin(customerAddresses, (join) =>
      join.onRef('c.site_id', '=', 'a.site_id').onRef('c.organization_id', '=', 'a.customer_id'),
    )
    .innerJoin('organizations as d', (join) =>
      join.onRef('d.site_id', '=', 'a.site_id').onRef('d.id', '=', 'a.dealer_id'),
    )
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 'a.site_id').onRef('u.id', '=', 'a.created_by'))
    .where('a.site_id', '=', scope.siteId)
    .where((eb) =>
      eb.or([eb('a.dealer_id', '=', scope.organizationId), eb('a.customer_id', 'in', reachable(scope, 'read'))]),
    );
  if (type) matching = matching.where('a.type', '=', type);
  if (termMonths) matching = matching.where('a.term_months', '=', termMonths);
  if (customerId) matching = matching.where('a.customer_id', '=', customerId);
  if (from) matching = matching.where('a.assigned_on', '>=', from);
  if (until) matching = matching.where('a.assigned_on', '<=', until);
  if (text.trim() !== '')
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', c.name, c.mail, c.login_id, d.name, ${byName(scope)}), NFKC)) like ${asSearched(text.trim())}`,
    );
  return matching;
}

/** Who of the dealer's did it: for the dealer itself and whoever may read all of its data; a customer sees the dealer alone. */
const byName = (scope: Scope) =>
  sql<string | null>`case when u.erased_at is null and a.dealer_id in ${reachable(scope, 'read')} then u.name end`;

/** Their rows in order; by themselves the newest first. */
export function assignmentRows(
  db: Database | Tx,
  scope: Scope,
  filter: AssignmentFilter,
  sort: AssignmentSort = '-createdAt',
) {
  const places: Record<Key, RawBuilder<unknown>> = {
    createdAt: sql`a.created_at`,
    customer: sql`lower(normalize(c.name, NFKC)) collate "C"`,
    lastDay: sql`a.last_day`,
    quantity: sql`a.quantity`,
  };
  const down = sort.startsWith('-');
  return matchingAssignments(db, scope, filter)
    .select(['a.id', 'a.customer_id as customerId', 'a.type', 'a.term_months as termMonths', 'a.quantity'])
    .select(['a.assigned_on as assignedOn', 'a.free_until as freeUntil', 'a.last_day as lastDay'])
    .select(['a.created_at as createdAt', 'a.created_by as createdBy', 'c.name as customer', 'd.name as dealer'])
    .select(sql<string>`coalesce(nullif(c.mail, ''), c.login_id, '')`.as('address'))
    .select(byName(scope).as('by'))
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc');
}

export type AssignmentRow = Awaited<ReturnType<ReturnType<typeof assignmentRows>['execute']>>[number];
