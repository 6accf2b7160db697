import type { OwedStep } from '../../domain/accounts/owed.ts';
import type { OrganizationKind, Permission, Role } from '../../domain/accounts/permissions.ts';

/** Who is logged in at this site with this request. */
export type Session = {
  /** Names the session for as long as it runs, whatever its token. */
  id: string;
  userId: string;
  startedAt: Date;
  organizationId: string;
  organizationKind: OrganizationKind;
  role: Role;
  permissions: ReadonlySet<Permission>;
  /** What has to be done before anything else works, in its order; computed from facts with each request. */
  owed: readonly OwedStep[];
  acting?: Acting;
  /** A program that came with this API key of the organization; `userId` is who made it and answers for it. */
  key?: { id: string };
};

/**
 * A session in which somebody works for another organization (P-17): `organizationId` of the session is that one, this says who
 * does it. `ended` when the browser still believes so and it is over: nothing goes on until it has been told.
 */
export type Acting =
  | { state: 'runs'; id: string; organizationId: string; organizationKind: OrganizationKind; endsAt: Date }
  | { state: 'ended' };

/** Whose rows a store function may touch: always the first argument, always in the query. */
export type Scope = { siteId: string; organizationId: string; userId: string; now: Date };
