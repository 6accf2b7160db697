import type { RenewalOutlook } from './codes.ts';
import { courseOf, outlookOf, type Holding } from './course.ts';
import { addDays } from '../counters/civil.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import { remindersDue, type DueReminder, type ReminderAudience, type ReminderRule } from './reminders.ts';

/** How far ahead somebody may look. */
export const rehearsalDaysMax = 1_100;

/** What is known of a customer: its licences, its dealer and the dealer above, where there are these. */
export type CustomerFacts = { customerId: string; dealerId: string | null; aboveId: string | null; holding: Holding };

export type OutlookCounts = Record<RenewalOutlook, number>;

/** A mail that would go out. `aboutId` is the customer; for the dealer above it is the sub-dealer, with all its customers in one (L-10). */
export type RehearsedReminder = {
  at: Date;
  audience: ReminderAudience;
  receiverId: string;
  aboutId: string;
  step: string;
  expiresAt: Date;
  outlooks: OutlookCounts;
};

/** A licence that would end; what takes over its camera by itself, if anything does. */
export type RehearsedEnd = {
  at: Date;
  customerId: string;
  licenceId: string;
  type: string;
  deviceId: string | null;
  takenOverBy: string | null;
};

export type Rehearsal = { reminders: RehearsedReminder[]; ends: RehearsedEnd[] };
type Setting = { rule: ReminderRule; timeZone: string };
type Span = { now: Date; until: Date };

/**
 * What would happen from `now` (not it) to `until` (it too) when nobody did anything (L-13): the same rules that remind and settle, over the facts of now.
 * In order of moments; licences that are to be assigned meanwhile count from their `since` on.
 */
export function rehearse(facts: readonly CustomerFacts[], setting: Setting, span: Span): Rehearsal {
  const reminders = new Map<string, RehearsedReminder>();
  const due = dueByExpiry(facts, setting, span);
  for (const customer of facts)
    for (const reminder of remindersOf(customer, due, span)) {
      const key = [reminder.receiverId, reminder.aboutId, reminder.step, reminder.expiresAt.getTime()].join(' ');
      const known = reminders.get(key);
      if (known) known.outlooks = sumOf(known.outlooks, reminder.outlooks);
      else reminders.set(key, reminder);
    }
  return {
    reminders: [...reminders.values()].toSorted(byMoment),
    ends: facts.flatMap((customer) => endsOf(customer, span)).toSorted(byMoment),
  };
}

/** Few moments of expiry are shared by all licences: what falls due for each is worked out once. */
function dueByExpiry(
  facts: readonly CustomerFacts[],
  { rule, timeZone }: Setting,
  { now, until }: Span,
): Map<number, DueReminder[]> {
  const expiries = new Set(
    facts.flatMap(({ holding }) => holding.licences.map(({ expiresAt }) => expiresAt.getTime())),
  );
  const due = remindersDue(
    [...expiries].map((ms) => new Date(ms)),
    rule,
    timeZone,
    { after: now, until },
  );
  return Map.groupBy(due, ({ expiresAt }) => expiresAt.getTime());
}

function remindersOf(
  customer: CustomerFacts,
  due: ReadonlyMap<number, readonly DueReminder[]>,
  span: Span,
): RehearsedReminder[] {
  const { licences, cameras } = customer.holding;
  const expiries = [...new Set(licences.map(({ expiresAt }) => expiresAt.getTime()))];
  return expiries
    .flatMap((expiry) => due.get(expiry) ?? [])
    .flatMap(({ audience, step, expiresAt, dueAt }) => {
      const place = placeOf(customer, audience);
      if (!place || !licences.some((one) => isRemindedOf(one, expiresAt, dueAt))) return [];
      const known = licences.filter(({ since }) => since < dueAt);
      const outlooks = countsOf(outlookOf({ cameras, licences: known }, span.now, expiresAt));
      return [{ at: dueAt, audience, ...place, step, expiresAt, outlooks }];
    });
}

/** What was assigned after a reminder fell due is not reminded of it. */
function isRemindedOf(one: { since: Date; expiresAt: Date }, expiresAt: Date, dueAt: Date): boolean {
  return one.expiresAt.getTime() === expiresAt.getTime() && one.since < dueAt;
}

/** Who is reminded, and of whom; null where there is nobody. */
function placeOf({ customerId, dealerId, aboveId }: CustomerFacts, audience: ReminderAudience) {
  if (audience === 'customer') return { receiverId: customerId, aboutId: customerId };
  if (audience === 'dealer') return dealerId ? { receiverId: dealerId, aboutId: customerId } : null;
  return dealerId && aboveId ? { receiverId: aboveId, aboutId: dealerId } : null;
}

function endsOf({ customerId, holding }: CustomerFacts, { now, until }: Span): RehearsedEnd[] {
  const types = new Map(holding.licences.map(({ id, type }) => [id, type]));
  return courseOf(holding, now, until).flatMap(({ at, ended, takenOver }) =>
    ended.map(({ licenceId, deviceId }) => ({
      at,
      customerId,
      licenceId,
      type: types.get(licenceId) ?? '',
      deviceId,
      takenOverBy: takenOver.find((next) => next.deviceId === deviceId)?.licenceId ?? null,
    })),
  );
}

/** How many of each. */
export function countsOf(outlooks: readonly { outlook: RenewalOutlook }[]): OutlookCounts {
  const counts: OutlookCounts = { renewed: 0, waiting: 0, 'not-renewed': 0, unused: 0 };
  for (const { outlook } of outlooks) counts[outlook] += 1;
  return counts;
}

function sumOf(one: OutlookCounts, other: OutlookCounts): OutlookCounts {
  return {
    renewed: one.renewed + other.renewed,
    waiting: one.waiting + other.waiting,
    'not-renewed': one['not-renewed'] + other['not-renewed'],
    unused: one.unused + other.unused,
  };
}

function byMoment(one: { at: Date }, other: { at: Date }): number {
  return one.at.getTime() - other.at.getTime();
}

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** The day up to whose end somebody wants to know, as `2027-12-31`: from `today` on, where the site is (L-13). */
export function readRehearsalDay(text: string, today: string): Verdict<string, 'rehearsal-day'> {
  const latest = addDays(today, rehearsalDaysMax);
  const day = text.normalize('NFKC').trim();
  const instant = shape.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  const isDay = instant !== null && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return isDay && today <= day && day <= latest ? pass(day) : fail('rehearsal-day', { earliest: today, latest });
}
