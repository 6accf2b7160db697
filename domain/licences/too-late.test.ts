import { expect, test } from 'vitest';
import { tooLateFor } from './too-late.ts';

test.each([
  ['2027-12-30', []],
  ['2027-12-31', []],
  ['2028-01-01', [{ lastDay: '2027-12-31', uncoveredDays: 0 }]],
  ['2028-01-11', [{ lastDay: '2027-12-31', uncoveredDays: 10 }]],
  [
    '2028-03-01',
    [
      { lastDay: '2027-12-31', uncoveredDays: 60 },
      { lastDay: '2028-02-29', uncoveredDays: 0 },
    ],
  ],
])('L-06 what is assigned on %s comes too late for', (day, expected) => {
  expect(tooLateFor([{ lastDay: '2027-12-31' }, { lastDay: '2028-02-29' }], day)).toEqual(expected);
});
