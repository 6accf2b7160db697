import { expect, test } from 'vitest';
import {
  findTypeNamed,
  lineQuantityMax,
  orderNumberCharactersMax,
  parseOrderNumber,
  readQuantity,
  readTerm,
} from './order.ts';

const types = [
  { id: 'recorder', name: { ja: 'レコーダー接続カメラ用', en: 'For a camera on a recorder' }, models: ['A'] },
  { id: 'direct', name: { ja: 'ダイレクトカメラ用', en: 'For a direct camera' }, models: ['B'] },
];

test.each([
  ['direct', 'direct'],
  [' ＤＩＲＥＣＴ ', 'direct'],
  ['ﾚｺｰﾀﾞｰ接続カメラ用', 'recorder'],
  ['for a Camera on a recorder', 'recorder'],
  ['camera', null],
  ['', null],
])('L-02 a type is named "%s": %s', (typed, expected) => {
  expect(findTypeNamed({ types }, typed)).toBe(expected);
});

test.each([
  ['12', 12],
  ['１年', 12],
  ['3 years', 36],
  ['1 year', 12],
  ['36か月', 36],
  ['36 months', 36],
  ['2年', null],
  ['12.0', null],
  ['1年半', null],
  ['-12', null],
  ['', null],
])('L-02 a term is written "%s": %s months', (typed, expected) => {
  expect(readTerm({ terms: [12, 36] }, typed)).toBe(expected);
});

test.each([
  ['1', 1],
  ['１，０００', 1000],
  [`${lineQuantityMax}`, lineQuantityMax],
  [`${lineQuantityMax + 1}`, null],
  ['0', null],
  ['1,00', null],
  ['1.5', null],
  ['', null],
])('L-02 a quantity is written "%s": %s', (typed, expected) => {
  const read = readQuantity(typed);
  expect(read.ok ? read.value : null).toBe(expected);
});

test('L-02 the number of an order has an end', () => {
  expect(parseOrderNumber(` ${'A'.repeat(orderNumberCharactersMax)} `).ok).toBe(true);
  expect(parseOrderNumber('A'.repeat(orderNumberCharactersMax + 1)).ok).toBe(false);
  expect(parseOrderNumber(' ')).toMatchObject({ ok: false, code: 'required' });
});
