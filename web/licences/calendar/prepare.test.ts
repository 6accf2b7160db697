import { expect, test } from 'vitest';
import { quantitiesFor } from './prepare.ts';

const row = (type: string, termMonths: number, inStock: number) => ({ type, termMonths, inStock });

test.each([
  ['the shortest term of which there are enough', [row('direct', 36, 5), row('direct', 12, 2)], { '12 direct': '2' }],
  ['a longer one where the shorter are too few', [row('direct', 12, 1), row('direct', 36, 5)], { '36 direct': '2' }],
  ['as many as there are where no term has enough', [row('direct', 12, 1)], { '12 direct': '1' }],
  ['none of another type', [row('recorder', 12, 9)], {}],
])('L-11 what a press in the calendar fills in: %s', (_, stock, expected) => {
  expect(quantitiesFor('direct', 2, stock)).toEqual(expected);
});
