import { expect, test } from 'vitest';
import { gapsIn, marksOf } from './said.ts';

const row = (value: number | null, marks: ('first' | 'gap' | 'restart')[] = [], adjustments: unknown[] = []) => ({
  figures: [{ value, marks }],
  adjustments,
});

test.each([
  [[row(3)], [], false],
  [[row(0)], [], false],
  [[row(3), row(null)], [], true],
  [[row(3, ['gap'])], ['gap'], true],
  [[row(3, ['first', 'restart'], [{}]), row(5, ['first'])], ['first', 'restart', 'adjustment'], false],
] as const)('C-05 C-14 of %j is said %j; something is missing: %s', (rows, said, gaps) => {
  const marks = marksOf(rows, null);
  expect([...marks]).toEqual(said);
  expect(gapsIn(rows, marks)).toBe(gaps);
});

test('C-08 a first value on another page is said of the sums', () => {
  expect([...marksOf([row(3)], { firsts: [false, true] })]).toEqual(['first']);
  expect([...marksOf([row(3)], { firsts: [false, false] })]).toEqual([]);
});
