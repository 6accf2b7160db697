import { Temporal } from 'temporal-polyfill';
import { fail, pass, type Verdict } from '../verdict.ts';

export type CivilTimeCode = 'time-unreadable' | 'time-skipped';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant of a civil date and time (`2026-12-01T22:00`) in a time zone. One that the zone's clocks show twice is the
 * earlier; one that they skip is refused.
 */
export function instantOfCivil(text: string, timeZone: string): Verdict<Date, CivilTimeCode> {
  if (!shape.test(text)) return fail('time-unreadable');
  try {
    const civil = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    const zoned = civil.toZonedDateTime(timeZone);
    if (!zoned.toPlainDateTime().equals(civil)) return fail('time-skipped');
    return pass(new Date(zoned.epochMilliseconds));
  } catch {
    return fail('time-unreadable');
  }
}

/** The civil date and time of an instant in a zone, to the minute, as a date field holds it: `2026-12-01T22:00`. */
export function civilOfInstant(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The instant at which a civil day (`2026-12-01`) begins in a zone; one o'clock where the zone's clocks skip midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  const start = instantOfCivil(`${day}T00:00`, timeZone);
  const later = start.ok ? start : instantOfCivil(`${day}T01:00`, timeZone);
  if (!later.ok) throw new Error(`${day} does not begin in ${timeZone}`);
  return later.value;
}

/** The instants from which and before which something is within civil days of a zone, both of them included; null for a side that is open. */
export function daySpan(
  first: string | undefined,
  last: string | undefined,
  timeZone: string,
): { from: Date | null; before: Date | null } {
  return {
    from: first ? startOfDay(first, timeZone) : null,
    before: last ? startOfDay(Temporal.PlainDate.from(last).add({ days: 1 }).toString(), timeZone) : null,
  };
}
