import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthOf } from '../counters/civil.ts';
import { bestDay, losesNothingFrom, renewalEffect, renewalsOn } from './best-day.ts';

const none = { lostDays: 0, wonDays: 0, uncoveredDays: 0 };

describe('L-06 days lost and won by renewing early', () => {
  test.each([
    ['2027-12-31', '2027-12-01', { ...none, wonDays: 31 }],
    ['2027-12-31', '2027-12-31', { ...none, wonDays: 31 }],
    ['2027-12-31', '2027-11-01', none],
    ['2027-12-31', '2027-11-30', none],
    ['2027-12-31', '2027-10-31', { ...none, lostDays: 31 }],
    ['2027-12-31', '2027-09-30', { ...none, lostDays: 61 }],
    // 60 days before are no rule: here a month is lost …
    ['2027-02-28', '2026-12-30', { ...none, lostDays: 28 }],
    ['2027-03-31', '2027-01-30', { ...none, lostDays: 31 }],
    // … and here 61 days before lose nothing.
    ['2027-08-31', '2027-07-01', none],
    ['2028-02-29', '2028-02-10', { ...none, wonDays: 31 }],
    ['2028-01-31', '2028-01-10', { ...none, wonDays: 29 }],
    ['2027-12-31', '2028-01-01', { ...none, wonDays: 60 }],
    ['2027-12-31', '2028-01-11', { ...none, wonDays: 50, uncoveredDays: 10 }],
  ])('ends with %s, assigned on %s', (lastDay, day, effect) => {
    expect(renewalEffect(lastDay, day)).toEqual(effect);
  });

  test.each([
    ['2027-12-31', '2027-06-15', '2027-12-01'],
    ['2027-12-31', '2027-12-01', '2027-12-01'],
    ['2027-12-31', '2027-12-20', '2027-12-20'],
    ['2027-12-31', '2028-01-05', '2028-01-05'],
    ['2028-02-29', '2028-01-31', '2028-02-01'],
  ])('the best day for %s, seen on %s, is %s', (lastDay, today, day) => {
    expect(bestDay(lastDay, today)).toBe(day);
  });

  test('each term has its dates; days lost are the same for all', () => {
    expect(renewalsOn('2027-12-31', '2027-10-05', [12, 36])).toEqual([
      expect.objectContaining({ termMonths: 12, freeUntil: '2027-11-30', lastDay: '2028-11-30', lostDays: 31 }),
      expect.objectContaining({ termMonths: 36, freeUntil: '2027-11-30', lastDay: '2030-11-30', lostDays: 31 }),
    ]);
  });

  test('no day before the end wins more than the best one, and none from the month before on loses', () => {
    const months = fc.integer({ min: 0, max: 240 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 400 }), (month, before) => {
        const lastDay = new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10);
        const day = addDays(lastDay, -before);
        const effect = renewalEffect(lastDay, day);
        const best = renewalEffect(lastDay, bestDay(lastDay, day));
        expect(best.wonDays - best.lostDays).toBeGreaterThanOrEqual(effect.wonDays - effect.lostDays);
        expect(effect.wonDays > 0).toBe(monthOf(day) === monthOf(lastDay));
        expect(effect.lostDays > 0).toBe(day < losesNothingFrom(lastDay));
        expect(effect.uncoveredDays).toBe(0);
      }),
    );
  });
});
