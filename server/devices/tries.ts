import { createHash } from 'node:crypto';
import { missesPerHourAndAddressMax, missesPerHourMax, trips, waitUntil } from '../../domain/devices/tries.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { deviceProblem } from './problems.ts';

/** Who misses serial numbers: an organization, and where it is known the address that a request came from. */
type Counted = { purpose: string; subject: string; max: number; misses: Date[] };
export type Tries = { counted: Counted[]; refused: Problem | null };

/** The misses of the last hour, locked, and whether the caller has to wait (U-03). */
export async function judgeTries(tx: Tx, scope: Scope, address: string | null): Promise<Tries> {
  const subjects = [
    { purpose: 'device-serial', subject: scope.organizationId, max: missesPerHourMax },
    ...(address === null
      ? []
      : [{ purpose: 'device-serial-address', subject: nameOf(address), max: missesPerHourAndAddressMax }]),
  ];
  const counted: Counted[] = [];
  for (const one of subjects) {
    const misses = await lockTries(tx, scope.siteId, one.purpose, one.subject, after(scope.now, -hoursMs));
    counted.push({ ...one, misses });
  }
  const waits = counted.flatMap(({ misses, max }) => waitUntil(misses, scope.now, max)?.getTime() ?? []);
  if (waits.length === 0) return { counted, refused: null };
  const seconds = Math.ceil((Math.max(...waits) - scope.now.getTime()) / 1000);
  return { counted, refused: deviceProblem('too-many-tries', { params: { seconds }, retryAfterSeconds: seconds }) };
}

/** Counts so many more misses; when they fill a quota the operators are to hear of it. */
export async function countMisses(tx: Tx, scope: Scope, { counted }: Tries, more: number): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { purpose, subject, max, misses } of counted) {
    const added = Array.from({ length: more }, () => scope.now);
    await storeTries(tx, scope.siteId, purpose, subject, [...misses, ...added]);
    if (trips(misses.length, more, max)) events.push(guessed(scope, max));
  }
  return events;
}

function guessed(scope: Scope, misses: number): NewEvent {
  return {
    what: 'devices.serials-guessed',
    subject: `organization/${scope.organizationId}`,
    data: { organization: scope.organizationId, misses },
  };
}

/** Enough to know an address again; the address itself is not kept. */
function nameOf(address: string): string {
  return createHash('sha256').update(address).digest('base64url');
}
