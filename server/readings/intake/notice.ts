import { isClockOff } from '../../../domain/alarms/causes.ts';
import type { Noticed } from '../report-taker.ts';
import type { Gathered } from './gather.ts';

/** What is odd about the devices of a batch: values that cannot be, clocks that are off, and clocks of those that asked. */
export function noticedIn({ rows, clocks, faults }: Gathered): Noticed[] {
  const noticed: Noticed[] = [];
  for (const { deviceKey, timeMs, receivedAt, reading, subject } of rows.values()) {
    if (reading.marks) {
      const metrics = reading.marks.flatMap((ordinal) => subject.table.metrics[ordinal]?.code ?? []);
      noticed.push({ kind: 'values', deviceKey, receivedAt, at: new Date(timeMs), metrics });
    }
    const aheadMs = timeMs - receivedAt.getTime();
    // What lies behind may have been kept while its sender was offline, and says nothing of its clock.
    if (aheadMs > 0 && isClockOff(aheadMs)) noticed.push({ kind: 'clock', deviceKey, receivedAt, aheadMs });
  }
  for (const [deviceKey, { aheadMs, askedAt }] of clocks)
    noticed.push({ kind: 'clock', deviceKey, receivedAt: askedAt, aheadMs });
  for (const { code, deviceKey, receivedAt } of faults.values())
    if (code === 'time-ahead') noticed.push({ kind: 'clock', deviceKey, receivedAt, aheadMs: null });
  return noticed;
}
