import { sql } from 'kysely';
import { reachable } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';

/** Who agreed to a document, in whichever version; or who has to agree to the one that counts before anything else works. */
export const agreementStates = ['agreed', 'owing'] as const;
export type AgreementState = (typeof agreementStates)[number];
export const agreementSorts = ['agreedAt', 'name', 'organization', 'version'] as const;
type Key = (typeof agreementSorts)[number];
export type AgreementSort = Key | `-${Key}`;

export type AgreementFilter = {
  document: string;
  state: AgreementState;
  /** Of those who agreed, to this version alone; of those who have to, the version that counts, null where none does. */
  version: string | null;
  text: string;
  from: Date | null;
  before: Date | null;
};

/** How many agreed to each version of each document, of the people whom the caller may read; those who left stay counted. */
export async function countAgreed(db: Database | Tx, scope: Scope) {
  return db
    .selectFrom('consents as c')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'c.site_id').onRef('u.id', '=', 'c.user_id'))
    .select((eb) => ['c.document', 'c.version', eb.fn.countAll<number>().as('agreed')])
    .where('c.site_id', '=', scope.siteId)
    .where('u.organization_id', 'in', reachable(scope, 'read'))
    .groupBy(['c.document', 'c.version'])
    .execute();
}

/**
 * The people of a document whom the caller may read. Whoever has an account and did not agree to a version as new as the one that counts
 * meets it at the next login, but for the maker's own people, whose word it is (`owedConsents`).
 */
export function matchingPeople(db: Database | Tx, scope: Scope, filter: AgreementFilter) {
  const { document, state, version, text } = filter;
  let matching = db
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .leftJoin('consents as c', (join) => {
      const given = join
        .onRef('c.site_id', '=', 'u.site_id')
        .onRef('c.user_id', '=', 'u.id')
        .on('c.document', '=', document);
      return version === null ? given : given.on('c.version', state === 'owing' ? '>=' : '=', version);
    })
    .where('u.site_id', '=', scope.siteId)
    .where('u.organization_id', 'in', reachable(scope, 'read'))
    .where('c.user_id', state === 'owing' ? 'is' : 'is not', null);
  if (state === 'owing')
    matching = matching
      .where('u.ended_at', 'is', null)
      .where('u.erased_at', 'is', null)
      .where('o.kind', '<>', 'maker')
      .where(sql<boolean>`${version !== null}`);
  if (filter.from) matching = matching.where('c.agreed_at', '>=', filter.from);
  if (filter.before) matching = matching.where('c.agreed_at', '<', filter.before);
  if (text) {
    const searched = sql`lower(normalize(concat_ws(' ', u.name, u.login_id, u.mail, o.name), NFKC))`;
    matching = matching.where('u.erased_at', 'is', null).where(sql<boolean>`${searched} like ${asSearched(text)}`);
  }
  return matching;
}

const places = {
  agreedAt: sql`c.agreed_at`,
  name: sql`lower(u.name)`,
  organization: sql`lower(o.name)`,
  version: sql`c.version`,
} as const;

/** Their rows in order: by themselves who agreed last first, and of those who have to, by name. */
export function peopleRows(db: Database | Tx, scope: Scope, filter: AgreementFilter, sort?: AgreementSort) {
  const wished = sort ?? (filter.state === 'owing' ? 'name' : '-agreedAt');
  const down = wished.startsWith('-');
  return matchingPeople(db, scope, filter)
    .select(['u.id', 'u.login_id as loginId', 'u.name', 'u.ended_at as endedAt', 'u.erased_at as erasedAt'])
    .select(['o.id as organizationId', 'o.name as organization', 'c.version', 'c.agreed_at as agreedAt'])
    .orderBy(places[wished.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('u.id')
    .orderBy('c.version', 'desc');
}

export type AgreementRow = Awaited<ReturnType<ReturnType<typeof peopleRows>['execute']>>[number];
