import { sql, type RawBuilder } from 'kysely';
import { owedConsents, owedOrder, type DocumentVersion, type OwedStep } from '../../../domain/accounts/owed.ts';
import { passwordState } from '../../../domain/accounts/password-expiry.ts';
import { holds, type OrganizationKind, type Role } from '../../../domain/accounts/permissions.ts';
import { demandsSecondFactor } from '../../../domain/accounts/second-factor.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { documentsForPeople } from '../../sites/documents.ts';

/** What decides what a session owes; read anew with each request. */
export type OwedFacts = {
  kind: OrganizationKind;
  /** `<document> <version>` for each that the person agreed to. */
  agreed: readonly string[];
  /** When the session began: new terms are met at the next login, not in the middle of work. */
  startedAt: Date;
  changedAt: Date;
  initial: boolean;
  role: string;
  /** An app or a passkey is set up. */
  secondFactor: boolean;
  /** The organization has not given its data yet. */
  dataOwed: boolean;
};

export type Owed = {
  steps: OwedStep[];
  consents: DocumentVersion[];
  /** Whole days until the password expires, from so many before as the site says; else null. */
  passwordDaysLeft: number | null;
  /** The password opens nothing any more, not even the page to change it. */
  onlyReset: boolean;
};

/** What a session owes at `now`, its steps in the order of the site. */
export function owedOf(site: Site, facts: OwedFacts, now: Date): Owed {
  const consents = owedConsents(documentsForPeople(site, facts.startedAt), facts.agreed.map(readVersion), facts.kind);
  const password = passwordState(facts, site.accounts, site.timeZone, now);
  const owes: Record<OwedStep, boolean> = {
    consent: consents.length > 0,
    password: password.state === 'change' || password.state === 'reset',
    // Who may not change the organization cannot be held up by what it lacks.
    'customer-data': facts.dataOwed && holds(facts.kind, facts.role as Role, 'organization:change'),
    'second-factor':
      !facts.secondFactor && demandsSecondFactor(site.accounts.secondFactor, facts.kind, facts.role as Role),
  };
  return {
    steps: owedOrder(site.accounts, facts.kind).filter((step) => owes[step]),
    consents,
    passwordDaysLeft: password.state === 'warned' ? password.daysLeft : null,
    onlyReset: password.state === 'reset',
  };
}

function readVersion(text: string): DocumentVersion {
  const [document = '', version = ''] = text.split(' ');
  return { document, version };
}

/** What the user `u` of a query agreed to, for `OwedFacts.agreed`. */
export function agreedByUser(): RawBuilder<string[]> {
  return sql<string[]>`array(select c.document || ' ' || to_char(c.version, 'YYYY-MM-DD') from consents c
    where c.site_id = u.site_id and c.user_id = u.id)`;
}

/** Whether the user `u` of a query has a second factor, for `OwedFacts.secondFactor`. */
export function secondFactorOfUser(): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from totp_secrets t where t.site_id = u.site_id and t.user_id = u.id)
    or exists (select from passkeys p where p.site_id = u.site_id and p.user_id = u.id))`;
}

/** What a user owes in a session that began at `startedAt`. */
export async function findOwed(
  db: Database | Tx,
  site: Site,
  userId: string,
  startedAt: Date,
  now: Date,
): Promise<Owed> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['o.kind', 'o.data_owed as dataOwed', 'u.role'])
    .select(['u.password_changed_at as changedAt', 'u.password_initial as initial'])
    .select([agreedByUser().as('agreed'), secondFactorOfUser().as('secondFactor')])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow();
  return owedOf(site, { ...row, kind: row.kind as OrganizationKind, startedAt }, now);
}
