import { missesPerHourAndAddressMax, missesPerHourMax } from '../../domain/maintenance-links/tries.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { countMiss as count, judgeMisses, type Misses, type MissQuota } from '../kernel/misses.ts';
import type { Scope } from '../kernel/session.ts';
import { maintenanceLinkProblem } from './problems.ts';

/** Pairs of login ID and phone number that belong to no dealer (E-04). */
const quota: MissQuota = {
  purpose: 'dealer-pair',
  perHour: missesPerHourMax,
  perHourAndAddress: missesPerHourAndAddressMax,
  filled: 'maintenance-links.dealers-guessed',
};

export type Tries = Misses & { refused: Problem | null };

/** The missed pairs of the last hour, locked, and whether the caller has to wait. */
export async function judgeTries(tx: Tx, scope: Scope, address: string): Promise<Tries> {
  const misses = await judgeMisses(tx, scope, quota, address);
  const { waitSeconds: seconds } = misses;
  if (seconds === null) return { ...misses, refused: null };
  const params = { minutes: Math.ceil(seconds / 60) };
  return { ...misses, refused: maintenanceLinkProblem('too-many-tries', { params, retryAfterSeconds: seconds }) };
}

/** Counts one more miss; when it fills a quota the operators are to hear of it. */
export function countMiss(tx: Tx, scope: Scope, tries: Tries): Promise<NewEvent[]> {
  return count(tx, scope, quota, tries);
}
