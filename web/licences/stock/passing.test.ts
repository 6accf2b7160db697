import { expect, test } from 'vitest';
import { lineQuantityMax } from '../../../domain/licences/order.ts';
import { readChosen, readNumber, writeChosen } from './passing.ts';

const chosen = {
  to: 'org_1',
  lines: [
    { type: 'recorder', termMonths: 12, quantity: 3 },
    { type: 'direct.4k', termMonths: 84, quantity: 1 },
  ],
  key: 'k',
};

test('L-10 what was chosen stands in the address and is read out of it again', () => {
  expect(readChosen(writeChosen(chosen))).toEqual(chosen);
  expect(readChosen({})).toEqual({ to: '', lines: [], key: '' });
  expect(readChosen({ to: 3, lines: 'recorder,recorder.x.1,.12.1,recorder.12.3' })).toEqual({
    to: '',
    lines: [{ type: 'recorder', termMonths: 12, quantity: 3 }],
    key: '',
  });
});

test.each([
  ['3', 3],
  [' １２ ', 12],
  [String(lineQuantityMax), lineQuantityMax],
  [String(lineQuantityMax + 1), null],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
])('L-10 a number is typed "%s": %s', (typed, expected) => {
  expect(readNumber(typed)).toBe(expected);
});
