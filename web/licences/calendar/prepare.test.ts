import { expect, test } from 'vitest';
import { quantitiesFor } from './prepare.ts';

const row = (type: string, termMonths: number, inStock: number) => ({ type, termMonths, inStock });

test.each([
  ['as many as devices where there is one term', [row('direct', 12, 5)], { '12 direct': '2' }],
  ['as many as there are where there are fewer', [row('direct', 12, 1)], { '12 direct': '1' }],
  ['nothing where a person has to choose between terms', [row('direct', 12, 5), row('direct', 36, 5)], {}],
  [
    'a term of which there is none left is no choice',
    [row('direct', 12, 0), row('direct', 36, 5)],
    { '36 direct': '2' },
  ],
  ['none of another type', [row('recorder', 12, 9)], {}],
])('L-11 what a press in the calendar fills in: %s', (_, stock, expected) => {
  expect(quantitiesFor('direct', 2, stock)).toEqual(expected);
});
