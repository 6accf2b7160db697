import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { secondStepMinutes, secondStepTriesMax, type SecondStepKind } from '../../../domain/accounts/second-factor.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, minutesMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { writeEvents, type Cause } from '../../kernel/events.ts';
import type { Problem } from '../../kernel/http/problem.ts';
import type { Browser } from '../../kernel/http/route.ts';
import { beginCodeTry, takeBackCodeTry } from '../code-tries.ts';
import { enter } from '../enter.ts';
import { countTry } from '../login-counters.ts';
import { accountProblem } from '../problems.ts';
import { hashToken, newToken } from '../sessions.ts';
import { findFactors, stepKinds } from './factors.ts';
import { usePasskey } from './passkeys.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { spendTotp } from './totp.ts';

export type SecondStep = { userId: string; organizationId: string; tries: number; expiresAt: Date };

export type StepAnswer =
  | { kind: 'totp' | 'recovery-code'; code: string }
  | { kind: 'passkey'; response: AuthenticationResponseJSON };

/** The way between the right password and the session: good in this browser, for minutes, and for nothing else. */
export async function beginSecondStep(
  tx: Tx,
  site: Site,
  userId: string,
  browserId: string,
  now: Date,
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('login_steps')
    .values({
      site_id: site.id,
      token_hash: hashToken(token),
      user_id: userId,
      browser_id: browserId,
      tries: 0,
      expires_at: after(now, secondStepMinutes * minutesMs),
    })
    .execute();
  return token;
}

function selectStep(db: Database | Tx, siteId: string, token: string, browserId: string, now: Date) {
  return db
    .selectFrom('login_steps as s')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 's.site_id').onRef('u.id', '=', 's.user_id'))
    .select(['s.user_id as userId', 'u.organization_id as organizationId', 's.tries', 's.expires_at as expiresAt'])
    .where('s.site_id', '=', siteId)
    .where('s.token_hash', '=', hashToken(token))
    .where('s.browser_id', '=', browserId)
    .where('s.expires_at', '>', now);
}

/** The step that this browser stands at, or null when it is over. */
export async function findSecondStep(
  db: Database | Tx,
  site: Site,
  token: string | undefined,
  browserId: string,
  now: Date,
): Promise<SecondStep | null> {
  if (!token) return null;
  return (await selectStep(db, site.id, token, browserId, now).executeTakeFirst()) ?? null;
}

export async function kindsOf(db: Database | Tx, site: Site, userId: string): Promise<SecondStepKind[]> {
  return stepKinds(await findFactors(db, site.id, userId));
}

async function endStep(tx: Tx, siteId: string, token: string): Promise<void> {
  await tx.deleteFrom('login_steps').where('site_id', '=', siteId).where('token_hash', '=', hashToken(token)).execute();
}

/**
 * Checks the answer to a second step (P-16). Step and counter are locked and the try is counted before the answer is looked
 * at, so that answers in parallel cannot outrun either. A wrong one counts on the counter of wrong passwords, which a right
 * password alone does not set back: beginning over gives no new tries.
 */
export async function answerSecondStep(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  token: string | undefined,
  answer: StepAnswer,
  earlierToken: string | undefined,
): Promise<{ token: string; userId: string } | Problem> {
  if (!token) return accountProblem('second-step-over');
  const { now } = cause;
  // What is typed counts on the site's guard of codes; the step itself never leaves the browser it began in.
  const codeTry = 'code' in answer ? await beginCodeTry(app, site, { ...cause, browserId: browser.id }) : null;
  return app.db.transaction().execute(async (tx) => {
    const step = await selectStep(tx, site.id, token, browser.id, now).forUpdate('s').executeTakeFirst();
    if (!step) return accountProblem('second-step-over');
    const { userId, organizationId } = step;
    const refuse = async (reason: string, over: boolean) => {
      if (over) await endStep(tx, site.id, token);
      await writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
        { what: 'second-factor.refused', subject: `user/${userId}`, data: { reason, with: answer.kind } },
      ]);
      return accountProblem(over ? 'second-step-over' : 'second-factor-wrong');
    };
    const counted = await countTry(tx, site, userId, browser.id, now);
    if ('refused' in counted) return refuse('locked', true);
    if (!(await isRight(app, tx, site, { userId, browserId: browser.id }, answer, cause))) {
      await tx
        .updateTable('login_steps')
        .set({ tries: step.tries + 1 })
        .where('site_id', '=', site.id)
        .where('token_hash', '=', hashToken(token))
        .execute();
      return refuse('wrong', step.tries + 1 >= secondStepTriesMax);
    }
    await endStep(tx, site.id, token);
    if (codeTry) await takeBackCodeTry(tx, site, codeTry);
    if (answer.kind === 'recovery-code') await tellRecoveryCodeUsed(tx, site, cause, { id: userId, organizationId });
    const account = { id: userId, organizationId };
    return enter(tx, site, cause, browser, account, counted.counter, earlierToken, `password+${answer.kind}`);
  });
}

async function isRight(
  app: App,
  tx: Tx,
  site: Site,
  { userId, browserId }: { userId: string; browserId: string },
  answer: StepAnswer,
  { now }: Pick<Cause, 'now'>,
): Promise<boolean> {
  switch (answer.kind) {
    case 'totp':
      return spendTotp(app, tx, site.id, userId, answer.code, now);
    case 'recovery-code':
      return spendRecoveryCode(app, tx, site.id, userId, answer.code, now);
    case 'passkey': {
      const asked = { purpose: 'second-step', browserId, userId } as const;
      return (await usePasskey(app, tx, site, asked, answer.response, now)) !== null;
    }
  }
}

async function tellRecoveryCodeUsed(
  tx: Tx,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  user: { id: string; organizationId: string },
): Promise<void> {
  const { recoveryCodes } = await findFactors(tx, site.id, user.id);
  await writeEvents(tx, { ...cause, actor: { kind: 'user', ...user } }, [
    { what: 'recovery-code.used', subject: `user/${user.id}`, data: { user: user.id, left: recoveryCodes } },
  ]);
}
