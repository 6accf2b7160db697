import { Temporal } from 'temporal-polyfill';
import { addDays } from '../counters/civil.ts';
import { civilDay } from '../site/civil-day.ts';
import type { LicenceOptions } from './options.ts';

const hourMs = 3_600_000;

export type ReminderRule = LicenceOptions['reminders'];

/** Who is reminded of a licence's end; `above` is the dealer above the customer's dealer (L-10). */
export const reminderAudiences = ['dealer', 'above', 'customer'] as const;
export type ReminderAudience = (typeof reminderAudiences)[number];

/** How long before an expiry somebody is reminded: civil days at the site's time of day, or hours. */
export type ReminderStep = { unit: 'days' | 'hours'; count: number };

/** The steps of an audience, longest first (L-07). */
export function stepsFor(audience: ReminderAudience, rule: ReminderRule): ReminderStep[] {
  const days = [...new Set(audience === 'customer' ? rule.customer : rule.dealer)].toSorted((a, b) => b - a);
  const steps: ReminderStep[] = days.map((count) => ({ unit: 'days', count }));
  return audience === 'customer' ? steps : [...steps, { unit: 'hours', count: rule.hours }];
}

/** A step as it is kept: `d90`, `h24`. */
export function stepCode({ unit, count }: ReminderStep): string {
  return `${unit === 'days' ? 'd' : 'h'}${count}`;
}

/** The step that a code names; null for anything else. */
export function stepOf(code: string): ReminderStep | null {
  const [, unit, count] = /^([dh])(\d{1,4})$/.exec(code) ?? [];
  return unit === undefined ? null : { unit: unit === 'd' ? 'days' : 'hours', count: Number(count) };
}

/**
 * The moment of a reminder of an expiry (L-07): N days before is the civil day of the expiry less N at the site's time of day, also where clocks change in
 * between; hours are those that pass. A time of day that clocks skip is the moment after the gap, one that they show twice the earlier.
 */
export function reminderDueAt(step: ReminderStep, expiresAt: Date, rule: ReminderRule, timeZone: string): Date {
  if (step.unit === 'hours') return new Date(expiresAt.getTime() - step.count * hourMs);
  const day = addDays(civilDay(expiresAt, timeZone), -step.count);
  const due = Temporal.PlainDateTime.from(`${day}T${rule.at}`).toZonedDateTime(timeZone);
  return new Date(due.epochMilliseconds);
}

export type DueReminder = { audience: ReminderAudience; step: string; expiresAt: Date; dueAt: Date };

/** From `after` (not it) to `until` (it too). */
export type Window = { after: Date; until: Date };

/**
 * The reminders that fall into a window (L-07), of moments at which licences expire; in order of their moments. Whoever holds the facts leaves out those
 * that fell due before a licence was assigned.
 */
export function remindersDue(
  expiries: readonly Date[],
  rule: ReminderRule,
  timeZone: string,
  { after, until }: Window,
): DueReminder[] {
  return expiries
    .flatMap((expiresAt) =>
      reminderAudiences.flatMap((audience) =>
        stepsFor(audience, rule).map((step) => ({
          audience,
          step: stepCode(step),
          expiresAt,
          dueAt: reminderDueAt(step, expiresAt, rule, timeZone),
        })),
      ),
    )
    .filter(({ dueAt }) => after < dueAt && dueAt <= until)
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

/** How far before an expiry the first reminder can fall due, in days; one more for the time of day and the zone. */
export function daysAheadMost(rule: ReminderRule): number {
  return Math.max(...rule.dealer, ...rule.customer, Math.ceil(rule.hours / 24), 0) + 2;
}
