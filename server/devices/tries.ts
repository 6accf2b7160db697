import { missesPerHourAndAddressMax, missesPerHourMax } from '../../domain/devices/tries.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { countMiss as count, judgeMisses, type Misses, type MissQuota } from '../kernel/misses.ts';
import type { Scope } from '../kernel/session.ts';
import { deviceProblem } from './problems.ts';

/** Serial numbers that are not there to be registered (U-03). */
const quota: MissQuota = {
  purpose: 'device-serial',
  perHour: missesPerHourMax,
  perHourAndAddress: missesPerHourAndAddressMax,
  filled: 'devices.serials-guessed',
};

export type Tries = Misses & { refused: Problem | null };

/** The misses of the last hour, locked, and whether the caller has to wait. */
export async function judgeTries(tx: Tx, scope: Scope, address: string | null): Promise<Tries> {
  const misses = await judgeMisses(tx, scope, quota, address);
  const { waitSeconds: seconds } = misses;
  const refused =
    seconds === null ? null : deviceProblem('too-many-tries', { params: { seconds }, retryAfterSeconds: seconds });
  return { ...misses, refused };
}

/** Counts one more miss; when it fills a quota the operators are to hear of it. */
export function countMiss(tx: Tx, scope: Scope, tries: Tries): Promise<NewEvent[]> {
  return count(tx, scope, quota, tries);
}
