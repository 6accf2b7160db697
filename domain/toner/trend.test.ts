import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../counters/civil.ts';
import { daysAheadMax, forecastOf } from './forecast.ts';
import { shareOf } from './levels.ts';
import { daysMin, isRefill, refillRise, trendDays, trendOf, type DayLevel } from './trend.ts';

const monday = '2026-09-07';

/** Levels of days in a row, each beginning where the one before ended. */
function daysOf(levels: readonly (number | null)[], start?: number): DayLevel[] {
  let before = start;
  return levels.flatMap((last, at) => {
    if (last === null) return [];
    const first = before ?? last;
    before = last;
    return [{ day: addDays(monday, at), first, last, most: Math.max(first, last) }];
  });
}

/** What an office uses: so much on each weekday, nothing at the weekend; told in whole per cent, as printers do. */
function office(perWeekday: number, days: number, start = 100): number[] {
  let level = start;
  return Array.from({ length: days }, (_, at) => {
    if (at % 7 < 5) level -= perWeekday;
    return Math.round(Math.max(0, level));
  });
}

const usualOf = (levels: readonly DayLevel[]) => trendOf(levels).rates?.usual;

describe('C-12 how fast a supply is used up', () => {
  test(`with fewer than ${daysMin} days nobody knows, with ${daysMin} it is known`, () => {
    const levels = daysOf([90, 89, 88, 87, 86, 85, 84]);
    expect(trendOf(levels.slice(0, daysMin - 1))).toEqual({ days: daysMin - 1, rates: null, refilledOn: null });
    expect(trendOf(levels)).toMatchObject({ days: daysMin, rates: { usual: expect.closeTo(6 / 7, 10) } });
    expect(trendOf([])).toEqual({ days: 0, rates: null, refilledOn: null });
  });

  test('weeks tell what single days cannot: their median is 0 though the supply is empty in a year', () => {
    const levels = daysOf(office(0.4, 30));
    const falls = levels.slice(1).map(({ last }, at) => (levels[at]?.last ?? 0) - last);
    expect(falls.toSorted((a, b) => a - b)[Math.floor(falls.length / 2)]).toBe(0);
    expect(usualOf(levels)).toBeCloseTo((0.4 * 5) / 7, 1);
  });

  test('the law: an even use is found to a seventh of a point a day, in whole per cent and with weekends', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 3, noNaN: true }), fc.integer({ min: 14, max: 60 }), (each, days) => {
        const found = usualOf(daysOf(office(each, Math.min(days, Math.floor(100 / each))), 100)) ?? NaN;
        expect(Math.abs(found - (each * 5) / 7)).toBeLessThanOrEqual(1 / 7 + 1e-9);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('slow and fast weeks make the range', () => {
    const slow = Array.from({ length: 15 }, (_, at) => 100 - at);
    const fast = Array.from({ length: 15 }, (_, at) => 86 - (at + 1) * 3);
    const rates = trendOf(daysOf([...slow, ...fast])).rates;
    expect(rates).toMatchObject({ slow: expect.closeTo(1, 5), fast: expect.closeTo(3, 5) });
    expect(rates?.usual).toBeGreaterThan(1);
    expect(rates?.usual).toBeLessThan(3);
  });

  test(`only the last ${trendDays} days count`, () => {
    const before = Array.from({ length: 10 }, (_, at) => 100 - at * 4);
    const after = Array.from({ length: trendDays }, (_, at) => 60 - at);
    const trend = trendOf(daysOf([...before, ...after]));
    expect(trend.days).toBe(trendDays);
    expect(trend.rates).toMatchObject({ usual: 1, slow: 1, fast: 1 });
  });

  test('days without a report: what was used is spread over them', () => {
    const whole = trendOf(daysOf([100, 98, 96, 94, 92, 90, 88, 86, 84, 82]));
    const gaps = trendOf(daysOf([100, 98, null, null, 92, 90, null, 86, 84, 82]));
    expect(gaps).toEqual(whole);
  });
});

describe('C-12 a new cartridge', () => {
  test.each([
    [5, 5 + refillRise, true],
    [5, 5 + refillRise - 1, false],
    [70, 100, true],
    [71, 100, false],
  ])('from %d to %d: %s', (before, after, expected) => {
    expect(isRefill(before, after)).toBe(expected);
  });

  test('is remembered by its day, and what it adds is no use', () => {
    const levels = [20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 100, 98, 96, 94, 92, 90];
    expect(trendOf(daysOf(levels, 22))).toMatchObject({
      refilledOn: addDays(monday, 10),
      rates: { usual: 2, slow: 2, fast: 2 },
    });
  });

  test('within one day counts as well, whatever the day ended with', () => {
    const used = daysOf([20, 18, 16, 14, 12, 10, 8], 22);
    const swapped = { day: addDays(monday, 7), first: 8, last: 20, most: 100 };
    expect(trendOf([...used, swapped])).toMatchObject({ refilledOn: swapped.day, rates: { usual: 2 } });
  });

  test('a shaken cartridge is none: its rise takes away from the use', () => {
    const levels = daysOf([50, 48, 46, 44, 46, 44, 42, 40], 52);
    expect(trendOf(levels)).toMatchObject({ refilledOn: null, rates: { usual: 10 / 7 } });
  });
});

describe('C-12 when it will be empty', () => {
  const rates = { usual: 2, slow: 1, fast: 4 };
  const day = '2026-11-20';

  test.each([
    [
      'its days and their range',
      { level: 40, day, rates },
      { kind: 'day', day: '2026-12-10', earliest: '2026-11-30', latest: '2026-12-30' },
    ],
    ['empty already', { level: 0, day, rates: null }, { kind: 'day', day, earliest: day, latest: day }],
    ['weeks without use have no end', { level: 40, day, rates: { ...rates, slow: 0 } }, { kind: 'day', latest: null }],
    ['no level', { level: null, day, rates }, { kind: 'unknown', reason: 'no-level' }],
    ['too few days', { level: 40, day, rates: null }, { kind: 'unknown', reason: 'few-days' }],
    ['not used', { level: 40, day, rates: { usual: 0, slow: 0, fast: 1 } }, { kind: 'unknown', reason: 'no-use' }],
    [
      'at the limit',
      { level: daysAheadMax / 10, day, rates: { usual: 0.1, slow: 0.1, fast: 0.1 } },
      { kind: 'day', day: '2028-11-19' },
    ],
    [
      'one day above',
      { level: (daysAheadMax + 1) / 10, day, rates: { usual: 0.1, slow: 0.1, fast: 0.1 } },
      { kind: 'unknown', reason: 'far' },
    ],
  ])('%s', (_, known, expected) => {
    expect(forecastOf(known)).toMatchObject(expected);
  });

  test('levels are per cent of what is full', () => {
    expect([shareOf(null, 100), shareOf(62, 100), shareOf(350, 700), shareOf(-1, 100), shareOf(101, 100)]).toEqual([
      null,
      62,
      50,
      0,
      100,
    ]);
  });
});
