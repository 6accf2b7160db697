import { expect, test } from 'vitest';
import { axisFor } from './scale.ts';
import { cutTo, highestOf, labelsEvery, piecesOf } from './stack.ts';

test('C-06 parts stand on each other; what is missing or zero takes no room', () => {
  expect(piecesOf([54, 0, 669])).toEqual([
    { series: 0, from: 0, to: 54 },
    { series: 2, from: 54, to: 723 },
  ]);
  expect(piecesOf([null, -2, 3])).toEqual([{ series: 2, from: 0, to: 3 }]);
  expect(highestOf([[54, 0, 669], [17], [null], []])).toBe(723);
  expect(highestOf([])).toBe(0);
});

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 5, 10]],
  [723, [0, 200, 400, 600, 800]],
  [1_000_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
])('C-06 an axis of pages up to %d has whole numbers', (most, ticks) => {
  expect(axisFor(most, true)).toEqual({ top: ticks.at(-1), ticks });
});

test('C-06 labels that have no room are left out, evenly', () => {
  const months = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(2, '0')}`);
  expect(labelsEvery(months, 1_000)).toBe(1);
  expect(labelsEvery(months, 500)).toBe(2);
  expect(labelsEvery(months, 0)).toBeGreaterThan(12);
  expect(labelsEvery([], 500)).toBe(1);
});

test('C-07 names that are too long are cut', () => {
  expect(cutTo('Office 1', 200)).toBe('Office 1');
  expect(cutTo('見本ビル 3階 総務部の複合機', 100)).toBe('見本ビル 3…');
  expect(cutTo('Office 1', 0)).toBe('…');
});
