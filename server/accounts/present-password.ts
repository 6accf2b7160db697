import { noFailures } from '../../domain/accounts/lockout.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import type { App, Site } from '../kernel/app.ts';
import { writeEvents, type Cause } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { countTry, storeCounter } from './login-counters.ts';
import { verifyPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';

/**
 * Whether somebody who is logged in knows the present password, asked again before what matters most is changed (P-13,
 * K-09). Null when it is right. A wrong one counts like a failed login, on the same counter.
 */
export async function checkPresentPassword(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  who: { userId: string; organizationId: string; browserId: string },
  password: string,
): Promise<Problem | null> {
  const { userId, browserId } = who;
  const judged = await app.db.transaction().execute(async (tx) => {
    const user = await tx
      .selectFrom('users')
      .select('password_hash')
      .where('site_id', '=', site.id)
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    return { hash: user.password_hash, counted: await countTry(tx, site, userId, browserId, cause.now) };
  });
  const locked = 'refused' in judged.counted ? judged.counted.refused : null;
  const right = await verifyPassword(
    preparePassword(password, site.accounts.password),
    locked === null ? judged.hash : null,
  );
  return app.db.transaction().execute(async (tx) => {
    if (right && 'counter' in judged.counted) {
      await storeCounter(tx, site.id, userId, judged.counted.counter, noFailures);
      return null;
    }
    const actor = { kind: 'user', id: userId, organizationId: who.organizationId } as const;
    await writeEvents(tx, { ...cause, actor }, [
      { what: 'password.refused', subject: `user/${userId}`, data: { reason: locked ? 'locked' : 'wrong' } },
    ]);
    return (
      locked ??
      accountProblem('present-password-wrong', {
        errors: [{ pointer: '/password', code: 'accounts/present-password-wrong' }],
      })
    );
  });
}
