import { waitUntil } from '../../domain/registration-keys/tries.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { registrationKeyProblem } from './problems.ts';

const purpose = 'activation-key';

export type Tries = { failures: Date[]; refused: Problem | null };

/** The organization's failures at activation keys within the hour, locked, and whether it has to wait (K-04). */
export async function judgeTries(tx: Tx, scope: Scope): Promise<Tries> {
  const failures = await lockTries(tx, scope.siteId, purpose, scope.organizationId, after(scope.now, -hoursMs));
  const wait = waitUntil(failures, scope.now);
  if (!wait) return { failures, refused: null };
  const seconds = Math.ceil((wait.getTime() - scope.now.getTime()) / 1000);
  return {
    failures,
    refused: registrationKeyProblem('too-many-tries', { params: { seconds }, retryAfterSeconds: seconds }),
  };
}

/** Counts so many more failures, now. */
export async function countTries(tx: Tx, scope: Scope, failures: readonly Date[], more: number): Promise<void> {
  const counted = Array.from({ length: more }, () => scope.now);
  await storeTries(tx, scope.siteId, purpose, scope.organizationId, [...failures, ...counted]);
}
