import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { passwordState } from '../../../domain/accounts/password-expiry.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { passkeyLogsIn } from '../../../domain/accounts/second-factor.ts';
import type { App, Site } from '../../kernel/app.ts';
import { waitForGrid } from '../../kernel/even-time.ts';
import { writeEvents, type Cause } from '../../kernel/events.ts';
import type { Problem } from '../../kernel/http/problem.ts';
import type { Browser } from '../../kernel/http/route.ts';
import { enter } from '../enter.ts';
import { counterOf } from '../login-counters.ts';
import { accountProblem } from '../problems.ts';
import { usePasskey } from './passkeys.ts';

const refusalGridMs = 100;

/**
 * Logs in by a passkey alone: it asks its holder for a finger, a face or a PIN, so it is two factors in one. It cannot be
 * guessed, so a lock after wrong passwords does not hold it up. Every refusal reads the same.
 */
export async function logInByPasskey(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  response: AuthenticationResponseJSON,
  earlierToken: string | undefined,
): Promise<{ token: string; userId: string } | Problem> {
  if (!passkeyLogsIn(site.accounts.secondFactor)) return accountProblem('second-factor-not-offered');
  const startedAtMs = performance.now();
  const { now } = cause;
  const entered = await app.db.transaction().execute(async (tx) => {
    const asked = { purpose: 'log-in', browserId: browser.id, userId: null } as const;
    const used = await usePasskey(app, tx, site, asked, response, now);
    if (!used) {
      await writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
        { what: 'login.refused', subject: 'login/unknown', data: { reason: 'passkey' } },
      ]);
      return null;
    }
    const account = await tx
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select(['u.id', 'u.organization_id as organizationId', 'o.kind'])
      .select(['u.password_changed_at as changedAt', 'u.password_initial as initial'])
      .where('u.site_id', '=', site.id)
      .where('u.id', '=', used.userId)
      .executeTakeFirstOrThrow();
    const facts = { ...account, kind: account.kind as OrganizationKind };
    if (passwordState(facts, site.accounts, site.timeZone, now).state === 'reset')
      return accountProblem('password-expired');
    const { counter } = await counterOf(tx, site.id, account.id, browser.id, now);
    return enter(tx, site, cause, browser, account, counter, earlierToken, 'passkey');
  });
  if (entered) return entered;
  await waitForGrid(startedAtMs, refusalGridMs);
  return accountProblem('passkey-refused');
}
