import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDays } from './choices.ts';
import { lastWholeMonth, mailingIn, mailingsUntil, monthsMadeUpMax, nextMailing } from './schedule.ts';

const zone = 'Asia/Tokyo';
const at = (civil: string) => new Date(`${civil}+09:00`);

describe('C-13 the day of a report', () => {
  test.each([
    ['2026-11', 1, '2026-11-01', '2026-10'],
    ['2026-11', 28, '2026-11-28', '2026-10'],
    ['2026-11', 'last', '2026-11-30', '2026-10'],
    ['2027-02', 'last', '2027-02-28', '2027-01'],
    ['2028-02', 'last', '2028-02-29', '2028-01'],
    ['2027-01', 5, '2027-01-05', '2026-12'],
  ] as const)('in %s on %s: %s, about %s', (month, day, civil, ofMonth) => {
    expect(mailingIn(month, day, zone)).toEqual({ inMonth: month, ofMonth, dueAt: at(`${civil}T07:00`) });
  });

  test('comes with seven o’clock and not before', () => {
    const months = (now: string) => mailingsUntil(at(now), 5, zone).map(({ inMonth }) => inMonth);
    expect(months('2026-11-05T06:59').at(-1)).toBe('2026-10');
    expect(months('2026-11-05T07:00').at(-1)).toBe('2026-11');
    expect(months('2026-11-05T07:00')).toHaveLength(monthsMadeUpMax);
  });

  test.each([
    ['switched on before its day', '2026-11-01T09:00', [], '2026-11'],
    ['switched on after its day', '2026-11-06T09:00', [], '2026-12'],
    ['mailed already', '2026-10-01T09:00', ['2026-10', '2026-11'], '2026-12'],
    ['missed while nothing ran', '2026-08-20T09:00', ['2026-09'], '2026-10'],
  ])('next: %s', (_, since, mailed, inMonth) => {
    expect(nextMailing(at('2026-11-10T12:00'), { day: 5, since: at(since), mailed }, zone).inMonth).toBe(inMonth);
  });

  test('each month once, whatever the day, however late somebody looks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reportDays),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
        (day, steps) => {
          let now = at('2026-01-01T00:00');
          const since = now;
          const mailed: string[] = [];
          for (const days of steps) {
            now = new Date(now.getTime() + days * 86_400_000);
            for (const { inMonth, dueAt } of mailingsUntil(now, day, zone))
              if (dueAt > since && !mailed.includes(inMonth)) mailed.push(inMonth);
          }
          const due = mailingsUntil(now, day, zone).filter(({ dueAt }) => dueAt > since);
          expect(mailed.slice(-due.length)).toEqual(due.map(({ inMonth }) => inMonth));
          expect(new Set(mailed).size).toBe(mailed.length);
        },
      ),
    );
  });

  test('one that is asked for is about the last month that is over, in the zone', () => {
    expect(lastWholeMonth(new Date('2026-11-30T15:00:00Z'), zone)).toBe('2026-11');
    expect(lastWholeMonth(new Date('2026-11-30T14:59:00Z'), zone)).toBe('2026-10');
  });
});
