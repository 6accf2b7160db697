import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { median, rankSumDistance } from './rank-sum.ts';

const random = seededRandom(20_261_121);
const sample = (count: number, shift: number) =>
  Array.from({ length: count }, () => random.below(1_000) / 1_000 + shift);

test('K-07 samples of one source lie near each other, also where all values tie', () => {
  expect(rankSumDistance(sample(500, 0), sample(500, 0))).toBeLessThan(3);
  expect(rankSumDistance([25, 25, 25], [25, 25, 25])).toBe(0);
});

test('K-07 a shift of a tenth of the spread is seen in 500 values, a whole one in 20', () => {
  expect(rankSumDistance(sample(500, 0), sample(500, 0.1))).toBeGreaterThan(4);
  expect(rankSumDistance(sample(20, 0), sample(20, 1))).toBeGreaterThan(5);
  expect(median([3, 1, 2])).toBe(2);
});
