import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licenceOptionsSchema } from './options.ts';
import { daysAheadMost, reminderDueAt, remindersDue, stepCode, stepOf, stepsFor } from './reminders.ts';
import { expiresAt } from './terms.ts';

const rule = licenceOptionsSchema.shape.reminders.parse({});
const zone = 'Asia/Tokyo';
const year = { after: new Date('2027-01-01T00:00:00Z'), until: new Date('2029-01-01T00:00:00Z') };

/** The reminders of an expiry as people see them: whom, and the civil day and time. */
function shown(lastDay: string, timeZone: string, window = year) {
  return remindersDue([expiresAt(lastDay, timeZone)], rule, timeZone, window).map(
    ({ audience, step, dueAt }) => `${audience} ${step} ${dueAt.toLocaleString('sv-SE', { timeZone })}`,
  );
}

describe('L-07 the days of reminders', () => {
  test('a licence that ends with 2027-12-31', () => {
    expect(shown('2027-12-31', zone).filter((line) => !line.startsWith('above'))).toEqual([
      'dealer d90 2027-10-03 09:00:00',
      'dealer d60 2027-11-02 09:00:00',
      'dealer d30 2027-12-02 09:00:00',
      'dealer d14 2027-12-18 09:00:00',
      'customer d14 2027-12-18 09:00:00',
      'dealer h24 2027-12-31 00:00:00',
      'customer d1 2027-12-31 09:00:00',
    ]);
  });

  test('the dealer above is reminded when the dealer is (L-10)', () => {
    const lines = shown('2027-12-31', zone);
    const own = (audience: string) =>
      lines.filter((line) => line.startsWith(audience)).map((line) => line.replace(audience, ''));
    expect(own('above')).toHaveLength(5);
    expect(own('above')).toEqual(own('dealer'));
  });

  test.each([
    // Clocks change between the reminder and the end: still nine o’clock there, and 24 hours are 24 hours.
    ['2027-03-31', 'Europe/Berlin', 'dealer d14 2027-03-18 09:00:00', 'dealer h24 2027-03-31 00:00:00'],
    ['2027-10-31', 'Europe/Berlin', 'dealer d14 2027-10-18 09:00:00', 'dealer h24 2027-10-31 01:00:00'],
    ['2027-11-30', 'America/New_York', 'dealer d30 2027-11-01 09:00:00', 'dealer h24 2027-11-30 00:00:00'],
    ['2027-10-31', 'Australia/Lord_Howe', 'dealer d30 2027-10-02 09:00:00', 'dealer h24 2027-10-31 00:00:00'],
    ['2028-02-29', 'Africa/Cairo', 'customer d1 2028-02-29 09:00:00', 'customer d14 2028-02-16 09:00:00'],
  ])('last day %s in %s', (lastDay, timeZone, ...lines) => {
    expect(shown(lastDay, timeZone)).toEqual(expect.arrayContaining(lines));
  });

  test('a time of day that clocks skip is the moment after, one that comes twice the earlier', () => {
    const night = { ...rule, at: '02:30' };
    const days = (count: number) => ({ unit: 'days', count }) as const;
    const summer = reminderDueAt(days(4), expiresAt('2027-03-31', 'Europe/Berlin'), night, 'Europe/Berlin');
    expect(summer).toEqual(new Date('2027-03-28T01:30:00Z'));
    const winter = reminderDueAt(days(1), expiresAt('2027-10-31', 'Europe/Berlin'), night, 'Europe/Berlin');
    expect(winter).toEqual(new Date('2027-10-31T00:30:00Z'));
  });

  test('a window holds its end and not its beginning', () => {
    const due = new Date('2027-12-18T00:00:00Z');
    const millisecond = (count: number) => new Date(due.getTime() + count);
    const steps = (after: Date, until: Date) => shown('2027-12-31', zone, { after, until }).length;
    expect(steps(millisecond(-1), due)).toBe(3);
    expect(steps(due, millisecond(1))).toBe(0);
    expect(steps(millisecond(-2), millisecond(-1))).toBe(0);
  });

  test('windows one after another give each reminder once, wherever they are cut', () => {
    const expiries = ['2027-11-30', '2027-12-31', '2028-02-29'].map((lastDay) => expiresAt(lastDay, zone));
    const whole = remindersDue(expiries, rule, zone, year);
    expect(whole).toHaveLength(3 * 12);
    const cuts = fc.array(fc.integer({ min: year.after.getTime(), max: year.until.getTime() }), { maxLength: 30 });
    fc.assert(
      fc.property(cuts, (some) => {
        const edges = [year.after.getTime(), ...some.toSorted((a, b) => a - b), year.until.getTime()];
        const pieces = edges
          .slice(1)
          .flatMap((until, index) =>
            remindersDue(expiries, rule, zone, { after: new Date(edges[index] ?? 0), until: new Date(until) }),
          );
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('each step has a code that names it; others name none', () => {
    const steps = [...stepsFor('dealer', rule), ...stepsFor('customer', rule)];
    expect(steps.map(stepCode)).toEqual(['d90', 'd60', 'd30', 'd14', 'h24', 'd14', 'd1']);
    expect(steps.map((step) => stepOf(stepCode(step)))).toEqual(steps);
    expect(['', 'd', 'x1', 'd-1', 'd12345'].map(stepOf)).toEqual([null, null, null, null, null]);
  });

  test('none falls due further ahead than is looked', () => {
    for (const timeZone of ['Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const end = expiresAt('2027-12-31', timeZone);
      const first = remindersDue([end], rule, timeZone, year)[0];
      expect(end.getTime() - (first?.dueAt.getTime() ?? 0)).toBeLessThan(daysAheadMost(rule) * 86_400_000);
    }
  });
});
