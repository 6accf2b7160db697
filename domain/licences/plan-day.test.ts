import { expect, test } from 'vitest';
import { addDays } from '../counters/civil.ts';
import { planDaysMax, readPlanDay } from './plan-day.ts';

const today = '2026-11-22';
const latest = addDays(today, planDaysMax);

test.each([
  ['2026-11-23', '2026-11-23'],
  [' ２０２６-１１-２３ ', '2026-11-23'],
  [latest, latest],
  [today, 'plan-day-past'],
  ['2020-01-01', 'plan-day-past'],
  [addDays(latest, 1), 'plan-day-far'],
  ['2027-02-29', 'plan-day'],
  ['2028-02-29', '2028-02-29'],
  ['2026-13-01', 'plan-day'],
  ['1. December', 'plan-day'],
  ['', 'plan-day'],
])('L-06 the day of a plan: %s', (typed, expected) => {
  const read = readPlanDay(typed, today);
  expect(read.ok ? read.value : read.code).toBe(expected);
});
