import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDayAt, datesOf, expiresAt } from './terms.ts';

const dayMs = 86_400_000;
const terms = [12, 36, 60, 84];

/** Another way to the same dates: the day before the first of a month, by the calendar of `Date.UTC`. */
function expected(year: number, month: number, day: number, termMonths: number) {
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return {
    assignedOn: iso(Date.UTC(year, month, day)),
    freeUntil: iso(Date.UTC(year, month + 2, 0)),
    paidFrom: iso(Date.UTC(year, month + 2, 1)),
    lastDay: iso(Date.UTC(year, month + 2 + termMonths, 0)),
  };
}

describe('L-04 the term of a licence', () => {
  test.each([
    ['2026-11-20', 12, '2026-12-31', '2027-01-01', '2027-12-31'],
    ['2026-11-01', 12, '2026-12-31', '2027-01-01', '2027-12-31'],
    ['2026-12-31', 12, '2027-01-31', '2027-02-01', '2028-01-31'],
    ['2027-01-31', 12, '2027-02-28', '2027-03-01', '2028-02-29'],
    ['2027-12-31', 1, '2028-01-31', '2028-02-01', '2028-02-29'],
    ['2028-01-01', 12, '2028-02-29', '2028-03-01', '2029-02-28'],
    ['2028-02-29', 84, '2028-03-31', '2028-04-01', '2035-03-31'],
    ['2099-12-15', 12, '2100-01-31', '2100-02-01', '2101-01-31'],
    ['2098-12-15', 13, '2099-01-31', '2099-02-01', '2100-02-28'],
  ])('assigned %s for %i months: free until %s, paid from %s to %s', (day, months, freeUntil, paidFrom, lastDay) => {
    expect(datesOf(day, months)).toEqual({ assignedOn: day, freeUntil, paidFrom, lastDay });
  });

  test('every day of 2027 and 2028 and every term, against another calculation', () => {
    let seen = 0;
    for (let ms = Date.UTC(2027, 0, 1); ms < Date.UTC(2029, 0, 1); ms += dayMs) {
      const day = new Date(ms);
      for (const months of terms) {
        const want = expected(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), months);
        expect(datesOf(want.assignedOn, months)).toEqual(want);
        seen += 1;
      }
    }
    expect(seen).toBe((365 + 366) * terms.length);
  });

  const anyDay = fc
    .integer({ min: Date.UTC(2020, 0, 1) / dayMs, max: Date.UTC(2120, 0, 1) / dayMs })
    .map((number) => new Date(number * dayMs).toISOString().slice(0, 10));
  const anyTerm = fc.integer({ min: 1, max: 240 });

  test('29 to 62 days are free, the day of the assignment counted; it ends with a month', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (day, months) => {
        const { freeUntil, paidFrom, lastDay } = datesOf(day, months);
        const free = (Date.parse(freeUntil) - Date.parse(day)) / dayMs + 1;
        expect(free).toBeGreaterThanOrEqual(29);
        expect(free).toBeLessThanOrEqual(62);
        expect(Date.parse(paidFrom) - Date.parse(freeUntil)).toBe(dayMs);
        expect(new Date(Date.parse(lastDay) + dayMs).getUTCDate()).toBe(1);
      }),
    );
  });

  test('a later day never ends earlier, a longer term always later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyTerm, (one, other, months) => {
        const [early, late] = [one, other].toSorted() as [string, string];
        expect(datesOf(early, months).lastDay <= datesOf(late, months).lastDay).toBe(true);
        expect(datesOf(early, months).lastDay < datesOf(early, months + 1).lastDay).toBe(true);
      }),
    );
  });
});

describe('L-04 the moment at which a licence is over', () => {
  test.each([
    ['2027-12-31', 'Asia/Tokyo', '2027-12-31T15:00:00Z'],
    ['2027-12-31', 'UTC', '2028-01-01T00:00:00Z'],
    ['2027-03-31', 'Europe/Berlin', '2027-03-31T22:00:00Z'],
    ['2027-10-31', 'Europe/Berlin', '2027-10-31T23:00:00Z'],
    ['2027-10-31', 'America/New_York', '2027-11-01T04:00:00Z'],
    ['2027-03-31', 'Australia/Lord_Howe', '2027-03-31T13:00:00Z'],
    ['2027-09-30', 'Australia/Lord_Howe', '2027-09-30T13:30:00Z'],
    // Clocks go from midnight to one o’clock: the day begins there.
    ['2027-04-29', 'Africa/Cairo', '2027-04-29T22:00:00Z'],
    // Midnight comes twice: the first counts.
    ['2026-10-31', 'America/Havana', '2026-11-01T04:00:00Z'],
  ])('last day %s in %s: %s', (lastDay, zone, at) => {
    expect(expiresAt(lastDay, zone)).toEqual(new Date(at));
  });

  test('it is the first moment of another day, in every zone', () => {
    const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'];
    for (const zone of zones)
      for (let month = 0; month < 24; month += 1) {
        const lastDay = new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10);
        const over = expiresAt(lastDay, zone);
        expect(civilDayAt(new Date(over.getTime() - 1), zone)).toBe(lastDay);
        expect(civilDayAt(over, zone) > lastDay).toBe(true);
      }
  });
});
