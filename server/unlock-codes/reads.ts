import { trips } from '../../domain/hourly-quota.ts';
import { readsPerHourMax, readsWaitUntil } from '../../domain/unlock-codes/reads.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { unlockCodeProblem } from './problems.ts';

const purpose = 'unlock-code-read';

/**
 * Counts that the caller opens a code again. `harvested` is true at the one that fills the quota of the hour: then operators are to
 * hear of it.
 */
export async function countRead(tx: Tx, scope: Scope): Promise<{ refused: Problem } | { harvested: boolean }> {
  const reads = await lockTries(tx, scope.siteId, purpose, scope.userId, after(scope.now, -hoursMs));
  const wait = readsWaitUntil(reads, scope.now);
  if (wait) {
    const seconds = Math.ceil((wait.getTime() - scope.now.getTime()) / 1000);
    return {
      refused: unlockCodeProblem('too-many-reads', {
        params: { minutes: Math.ceil(seconds / 60) },
        retryAfterSeconds: seconds,
      }),
    };
  }
  await storeTries(tx, scope.siteId, purpose, scope.userId, [...reads, scope.now]);
  return { harvested: trips(reads.length, 1, readsPerHourMax) };
}
