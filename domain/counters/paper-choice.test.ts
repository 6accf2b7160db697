import { describe, expect, test } from 'vitest';
import { checkSizes, displayedSizes, sizesIn } from './paper-choice.ts';
import type { PaperSize } from './places.ts';

const counted: PaperSize[] = ['A3', 'A4', 'A5', 'B4', 'B5', 'Postcard'];

describe('C-10 sizes of paper', () => {
  test('what the models count, in the order of sizes', () => {
    expect(sizesIn(['total', 'paperB5', 'paperA3', 'scan'])).toEqual(['A3', 'B5']);
    expect(sizesIn(['total', 'dutyA'])).toEqual([]);
  });

  test.each([
    [null, counted, ['A3', 'A4', 'B4', 'B5']],
    [['B5', 'A5'], counted, ['A5', 'B5']],
    [['Envelope', 'A4'], counted, ['A4']],
    [['Envelope'], counted, counted],
    [null, ['Letter', 'Legal'], ['Letter', 'Legal']],
    [null, [], []],
  ] as const)('of the choice %j, where %j are counted, %j are displayed', (stored, there, displayed) => {
    expect(displayedSizes(stored, there)).toEqual(displayed);
  });

  test.each([
    [['A4'], ['A4']],
    [
      ['B5', 'A3', 'A3'],
      ['A3', 'B5'],
    ],
    [['Envelope', 'A4'], ['A4']],
    [[], null],
    [['Envelope'], null],
  ] as const)('choosing %j: at least one that is counted', (wanted, stored) => {
    const { ok, ...rest } = checkSizes(wanted, counted);
    expect([ok, rest]).toEqual(stored ? [true, { value: stored }] : [false, { code: 'paper-none' }]);
  });
});
