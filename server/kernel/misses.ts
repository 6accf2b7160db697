import type { EventKind } from '../../domain/events/kinds.ts';
import { createHash } from 'node:crypto';
import { trips, waitUntil } from '../../domain/hourly-quota.ts';
import { after, hoursMs } from './clock.ts';
import type { Tx } from './database.ts';
import type { NewEvent } from './events.ts';
import type { Scope } from './session.ts';
import { lockTries, storeTries } from './tries.ts';

/** What may be guessed at, and how often an hour it may be missed by an organization and from an address, behind which several may sit. */
export type MissQuota = {
  /** What is counted is kept under this name. */
  purpose: string;
  perHour: number;
  perHourAndAddress: number;
  /** The event by which operators hear that a quota is full. */
  filled: EventKind;
};

type Counted = { purpose: string; subject: string; max: number; misses: Date[] };
export type Misses = { counted: Counted[]; waitSeconds: number | null };

/** The misses of the last hour, locked, and how long the caller has to wait. The address of one who is not at the line is null. */
export async function judgeMisses(tx: Tx, scope: Scope, quota: MissQuota, address: string | null): Promise<Misses> {
  const { purpose, perHour, perHourAndAddress } = quota;
  const subjects = [{ purpose, subject: scope.organizationId, max: perHour }];
  if (address !== null)
    subjects.push({ purpose: `${purpose}-address`, subject: nameOf(address), max: perHourAndAddress });
  const counted: Counted[] = [];
  for (const one of subjects) {
    const misses = await lockTries(tx, scope.siteId, one.purpose, one.subject, after(scope.now, -hoursMs));
    counted.push({ ...one, misses });
  }
  const waits = counted.flatMap(({ misses, max }) => waitUntil(misses, scope.now, max)?.getTime() ?? []);
  if (waits.length === 0) return { counted, waitSeconds: null };
  return { counted, waitSeconds: Math.ceil((Math.max(...waits) - scope.now.getTime()) / 1000) };
}

/** Counts one more miss; when it fills a quota the operators are to hear of it. */
export async function countMiss(tx: Tx, scope: Scope, { filled }: MissQuota, { counted }: Misses): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { purpose, subject, max, misses } of counted) {
    await storeTries(tx, scope.siteId, purpose, subject, [...misses, scope.now]);
    if (!trips(misses.length, 1, max)) continue;
    const { organizationId } = scope;
    events.push({
      what: filled,
      subject: `organization/${organizationId}`,
      data: { organization: organizationId, misses: max },
    });
  }
  return events;
}

/** Enough to know an address again; the address itself is not kept. */
function nameOf(address: string): string {
  return createHash('sha256').update(address).digest('base64url');
}
