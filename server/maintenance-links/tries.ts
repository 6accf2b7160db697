import { createHash } from 'node:crypto';
import { trips, waitUntil } from '../../domain/devices/tries.ts';
import { missesPerHourAndAddressMax, missesPerHourMax } from '../../domain/maintenance-links/tries.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { maintenanceLinkProblem } from './problems.ts';

type Counted = { purpose: string; subject: string; max: number; misses: Date[] };
export type Tries = { counted: Counted[]; refused: Problem | null };

/** The missed pairs of the last hour, of the organization and of the address, locked, and whether the caller has to wait (E-04). */
export async function judgeTries(tx: Tx, scope: Scope, address: string): Promise<Tries> {
  const subjects = [
    { purpose: 'dealer-pair', subject: scope.organizationId, max: missesPerHourMax },
    { purpose: 'dealer-pair-address', subject: nameOf(address), max: missesPerHourAndAddressMax },
  ];
  const counted: Counted[] = [];
  for (const one of subjects) {
    const misses = await lockTries(tx, scope.siteId, one.purpose, one.subject, after(scope.now, -hoursMs));
    counted.push({ ...one, misses });
  }
  const waits = counted.flatMap(({ misses, max }) => waitUntil(misses, scope.now, max)?.getTime() ?? []);
  if (waits.length === 0) return { counted, refused: null };
  const seconds = Math.ceil((Math.max(...waits) - scope.now.getTime()) / 1000);
  const minutes = Math.ceil(seconds / 60);
  return {
    counted,
    refused: maintenanceLinkProblem('too-many-tries', { params: { minutes }, retryAfterSeconds: seconds }),
  };
}

/** Counts one more miss; when it fills a quota the operators are to hear of it. */
export async function countMiss(tx: Tx, scope: Scope, { counted }: Tries): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { purpose, subject, max, misses } of counted) {
    await storeTries(tx, scope.siteId, purpose, subject, [...misses, scope.now]);
    if (trips(misses.length, 1, max)) events.push(guessed(scope, max));
  }
  return events;
}

function guessed(scope: Scope, misses: number): NewEvent {
  return {
    what: 'maintenance-links.dealers-guessed',
    subject: `organization/${scope.organizationId}`,
    data: { organization: scope.organizationId, misses },
  };
}

/** Enough to know an address again; the address itself is not kept. */
function nameOf(address: string): string {
  return createHash('sha256').update(address).digest('base64url');
}
