import { expect, test } from 'vitest';
import { readTyped } from './calendar.ts';

test.each([
  ['2021-08', '2021-08'],
  ['２０２１／８', '2021-08'],
  [' 2021年8月 ', '2021-08'],
  ['2021/8/1', '2021-08-01'],
  ['2021年11月30日', '2021-11-30'],
  ['', ''],
  ['next month', 'next-month'],
])('C-04 %j is read as %j where there is no calendar', (typed, period) => {
  expect(readTyped(typed)).toBe(period);
});
