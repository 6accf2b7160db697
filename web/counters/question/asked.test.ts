import { expect, test } from 'vitest';
import { daysIn, queryOf, readAsked, writeAsked, type Asked } from './asked.ts';

const plain: Asked = { by: 'month', from: '2021-08', to: '2021-11', kind: 'usage', group: null, type: null };
const full: Asked = {
  by: 'day',
  from: '2021-08-01',
  to: '2021-08-31',
  kind: 'cumulative',
  group: 'none',
  type: 'mfp-colour',
};

test.each([plain, full])('C-04 a question comes back out of the address as it was written: %j', (asked) => {
  expect(readAsked(writeAsked(asked))).toEqual(asked);
});

test('C-04 a plain question has a plain address', () => {
  expect(writeAsked(plain)).toEqual({ from: '2021-08', to: '2021-11' });
  expect(queryOf(plain)).toEqual({ by: 'month', from: '2021-08', to: '2021-11', kind: 'usage' });
  expect(queryOf(full)).toEqual(full);
});

test.each([
  [{}, null],
  [{ kind: 'cumulative', group: 'none' }, null],
  [
    { from: '2021-13', by: 'week', kind: 'much' },
    { ...plain, from: '2021-13', to: '' },
  ],
])('C-04 the address %j asks %j', (address, asked) => {
  expect(readAsked(address)).toEqual(asked);
});

test.each([
  ['2021-08', '2021-08-01', '2021-08-31'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2021-11', '2021-11-01', '2021-11-17'],
])('C-05 the days of %s are %s to %s, as far as they have begun', (month, from, to) => {
  expect(daysIn(plain, month, '2021-11-17')).toEqual({ ...plain, by: 'day', from, to });
});
