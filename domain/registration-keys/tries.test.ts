import { expect, test } from 'vitest';
import { waitUntil } from './tries.ts';

const start = Date.UTC(2026, 10, 1);
const at = (minutes: number) => new Date(start + minutes * 60_000);
const times = (count: number, minutes: number) => Array.from({ length: count }, () => at(minutes));

test.each([
  ['9 failures are free', times(9, 0), at(0), null],
  ['the 10th waits a minute', times(10, 0), at(0), at(1)],
  ['at the end of the wait a try is looked at', times(10, 0), at(1), null],
  ['the 11th waits two', [...times(10, 0), at(1)], at(1), at(3)],
  ['the 14th waits 15, and no further one longer', [...times(13, 0), at(20)], at(20), at(35)],
  ['the 40th waits 15 as well', times(40, 0), at(0), at(15)],
  ['after an hour they count no more', times(10, 0), at(60), null],
  ['a moment before they do', [...times(9, 0), at(59.5)], at(59.9), at(60.5)],
  ['order does not matter', [at(5), ...times(9, 0)], at(5), at(6)],
  ['nothing failed', [], at(0), null],
] as const)('K-04 slowed down after 10 failures an hour: %s', (_, failures, now, expected) => {
  expect(waitUntil(failures, now)).toEqual(expected);
});

test('K-04 who only guesses gets 10 tries at once and then 6 more in the first hour', () => {
  const failures: Date[] = [];
  for (let second = 0; second < 3600; second += 1) {
    const now = new Date(start + second * 1000);
    if (waitUntil(failures, now) === null) failures.push(now);
  }
  expect(failures.length).toBe(16);
});
