import { expect, test } from 'vitest';
import { fillAddress, wouldOverwrite } from './fill-address.ts';

const place = { prefecture: '東京都', city: '千代田区', town: '千代田', street: '' };
const lines = ['address1', 'address2', 'address3', 'address4', 'address5'] as const;

test.each([
  [5, { address1: '東京都', address2: '千代田区', address3: '千代田' }],
  [3, { address1: '東京都', address2: '千代田区', address3: '千代田' }],
  [2, { address1: '東京都千代田区', address2: '千代田' }],
  [1, { address1: '東京都千代田区千代田' }],
  [0, {}],
])('P-18 a postal code fills a form of %i address lines', (count, expected) => {
  const asked = count === 0 ? [] : [...lines.slice(0, count), 'phone' as const];
  expect(fillAddress(place, count === 0 ? ['phone'] : asked)).toMatchObject(expected);
});

test('P-18 a house with a code of its own brings its number along', () => {
  const own = { ...place, street: '１－１' };
  expect(fillAddress(own, lines)).toEqual({ address1: '東京都', address2: '千代田区', address3: '千代田１－１' });
});

test.each([
  ['nothing typed yet', {}, false],
  ['blanks', { address1: ' ' }, false],
  ['the same', { address1: '東京都', address2: '千代田区' }, false],
  ['a line that is not filled', { address4: '見本ビル' }, false],
  ['another city', { address2: '港区' }, true],
])('P-18 asks before it overwrites: %s', (_, typed, asks) => {
  expect(wouldOverwrite(typed, fillAddress(place, lines))).toBe(asks);
});
