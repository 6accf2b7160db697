import { randomBytes } from 'node:crypto';
import { makeInitialPassword } from '../../../domain/accounts/initial-password.ts';
import { preparePassword } from '../../../domain/accounts/password.ts';
import { handedProofs, type SignUp } from '../../../domain/accounts/policy.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import type { Life } from '../../../domain/accounts/policy.ts';
import type { Site } from '../../kernel/app.ts';
import type { Problem } from '../../kernel/http/problem.ts';
import { noPassword } from '../create-user.ts';
import { refusePassword } from '../new-password.ts';
import { hashPassword } from '../password-hash.ts';
import { accountProblem } from '../problems.ts';

/**
 * How an account that somebody makes for somebody else opens at first: by a link in a mail, by an initial password that is
 * handed over and changed at the first login, or by a temporary one that who makes it sets (camera, L-01).
 */
export const openings = ['link', 'initial', 'temporary'] as const;
export type Opening = (typeof openings)[number];

/** Ready to be stored. `shown` is told once to who makes the account, and nobody can show it again. */
export type PreparedOpening = { opening: Opening; passwordHash: string; shown: string | null };

const lifeOfLink: Life = { hours: 24 };

/** What may be chosen for people of a kind at a site. Whose address is proved can always be sent a link. */
export function openingsOf(site: Site, kind: OrganizationKind, way: SignUp | null): readonly Opening[] {
  const made = way ?? site.accounts.signUps.find(({ organization, by }) => organization === kind && by !== 'self');
  return made ? handedProofs(made) : ['link'];
}

/** How long a link or an initial password is good. */
export function lifeOf(site: Site, kind: OrganizationKind): Life {
  const made = site.accounts.signUps.find(({ organization, by }) => organization === kind && by !== 'self');
  return made?.proof.life ?? lifeOfLink;
}

/**
 * Makes or checks the password of an opening. Comes before the transaction: a hash waits its turn, and no database connection
 * should wait with it.
 */
export async function prepareOpening(
  site: Site,
  opening: Opening,
  offered: readonly Opening[],
  password: string | undefined,
): Promise<PreparedOpening | Problem> {
  if (!offered.includes(opening)) {
    const errors = [{ pointer: '/opening', code: 'accounts/opening-not-offered' }];
    return accountProblem('opening-not-offered', { errors });
  }
  if (opening === 'link') return { opening, passwordHash: noPassword, shown: null };
  const policy = site.accounts.password;
  if (opening === 'temporary') {
    const refused = refusePassword(site, password ?? '', false);
    return (
      refused ?? { opening, passwordHash: await hashPassword(preparePassword(password ?? '', policy)), shown: null }
    );
  }
  const shown = makeInitialPassword(policy, (count) => randomBytes(count));
  return { opening, passwordHash: await hashPassword(preparePassword(shown, policy)), shown };
}
