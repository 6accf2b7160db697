import { sql } from 'kysely';
import { customerStates, type CustomerState } from '../../../domain/accounts/customers.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

export const customerSorts = ['name', 'mail', 'state', 'since', 'lastLogin'] as const;
type Key = (typeof customerSorts)[number];
export type CustomerSort = Key | `-${Key}`;
export type CustomerFilter = { text: string; state: CustomerState | null };

export type CustomerRow = {
  organization_id: string;
  organization: string;
  user_id: string;
  login_id: string;
  name: string;
  mail: string;
  state: CustomerState;
  mail_proved: boolean;
  since: Date;
  last_login_at: Date | null;
  /** Since when the temporary password is in use. */
  temporary_since: Date | null;
  /** Until when the link of an invitation is good, or was. */
  invited_until: Date | null;
};

type Seen = Omit<CustomerRow, 'temporary_since' | 'invited_until'> & { site_id: string; password_changed_at: Date };

/** Customers of whom the caller may read, its own not counted: a dealer's are those it looks after, never a sub-dealer's. */
export function matchingCustomers(db: Database | Tx, scope: Scope, { text, state }: CustomerFilter) {
  let matching = db
    .selectFrom(sql<Seen>`v_customer_accounts`.as('c'))
    .where('c.site_id', '=', scope.siteId)
    .where('c.organization_id', '<>', scope.organizationId)
    .where('c.organization_id', 'in', reachable(scope, 'read'));
  if (state) matching = matching.where('c.state', '=', state);
  if (text)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', c.organization, c.name, c.mail), NFKC)) like ${asSearched(text)}`,
    );
  return matching;
}

const places = {
  name: sql`c.organization collate "C"`,
  mail: sql`lower(c.mail)`,
  state: sql`array_position(${sql.lit(`{${customerStates.join()}}`)}::text[], c.state)`,
  since: sql`c.since`,
  lastLogin: sql`c.last_login_at`,
} as const;

/** Their rows in order; by themselves the newest first. */
export function customerRows(db: Database | Tx, scope: Scope, filter: CustomerFilter, sort: CustomerSort = '-since') {
  const down = sort.startsWith('-');
  return matchingCustomers(db, scope, filter)
    .select(['c.organization_id', 'c.organization', 'c.user_id', 'c.login_id', 'c.name', 'c.mail', 'c.state'])
    .select(['c.mail_proved', 'c.since', 'c.last_login_at'])
    .select(sql<Date | null>`case when c.state = 'temporary' then c.password_changed_at end`.as('temporary_since'))
    .select(
      sql<Date | null>`case when c.state = 'invited' then (select max(p.expires_at) from proofs p
        where p.site_id = c.site_id and p.user_id = c.user_id and p.purpose = 'set-password') end`.as('invited_until'),
    )
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) =>
      down ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('c.since', 'desc')
    .orderBy('c.organization_id', 'desc');
}

const anybody = { text: '', state: null } as const;

/** One of them; null for any other. */
export async function findCustomer(db: Database | Tx, scope: Scope, id: string): Promise<CustomerRow | null> {
  const row = await customerRows(db, scope, anybody).where('c.organization_id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Whether the caller may act for this organization. */
export async function mayActFor(db: Database | Tx, scope: Scope, id: string): Promise<boolean> {
  const { rows } = await sql`select from ${reachable(scope, 'act-as')} as r(id) where r.id = ${id}::uuid`.execute(db);
  return rows.length > 0;
}
