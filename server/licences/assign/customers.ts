import { sql } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

/** Whose customers they are; of a plan that runs by itself there is nobody else. */
type Viewer = Omit<Scope, 'userId'>;

export const suggestionsMax = 10;

export type FoundCustomer = {
  id: string;
  name: string;
  /** Where its first owner is reached: the mail address, or the login ID of who has none. */
  address: string;
  /** False as long as nobody of it has opened a link that went there. */
  proved: boolean;
};

type Row = {
  site_id: string;
  organization_id: string;
  name: string;
  closed_at: Date | null;
  login_id: string | null;
  mail: string | null;
  proved: boolean;
};

/** Customers with the address of their first owner, for `from` and `join`. */
export const customerAddresses = sql<Row>`v_customer_addresses`.as('c');

const address = sql<string>`coalesce(nullif(c.mail, ''), c.login_id, '')`;

/** The caller's own customers: those whose devices it may configure, which a sub-dealer's are not (L-03, L-10). */
function ownCustomers(db: Database | Tx, scope: Viewer) {
  return db
    .selectFrom(customerAddresses)
    .select(['c.organization_id as id', 'c.name', 'c.proved'])
    .select(address.as('address'))
    .where('c.site_id', '=', scope.siteId)
    .where('c.closed_at', 'is', null)
    .where('c.organization_id', 'in', reachable({ ...scope, userId: '' }, 'configure'));
}

/** Those whose address or name has this text, by address. */
export async function suggestCustomers(db: Database, scope: Scope, text: string): Promise<FoundCustomer[]> {
  const pattern = asSearched(text.trim());
  return ownCustomers(db, scope)
    .where(sql<boolean>`lower(normalize(${address} || ' ' || c.name, NFKC)) like ${pattern}`)
    .orderBy(address)
    .orderBy('c.organization_id')
    .limit(suggestionsMax)
    .execute();
}

/** One of the caller's own customers; null for any other organization, closed ones too. */
export async function findCustomer(db: Database | Tx, scope: Viewer, id: string): Promise<FoundCustomer | null> {
  const row = await ownCustomers(db, scope).where('c.organization_id', '=', id).executeTakeFirst();
  return row ?? null;
}
