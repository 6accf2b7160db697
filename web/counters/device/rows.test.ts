import { expect, test } from 'vitest';
import type { Mark } from '../../../domain/counters/marks.ts';
import { sorted, viewOf, type TabAnswer } from './rows.ts';

const figure = (value: number | null, ...marks: Mark[]) => ({ value, marks });
const paper: TabAnswer = {
  tab: 'paper',
  columns: ['total', 'paperA3', 'paperA4', 'paperA5'],
  rows: [
    { period: '2021-11', figures: [figure(10), figure(null), figure(7), figure(3)] },
    { period: '2021-10', figures: [figure(null), figure(null), figure(null), figure(null)] },
    { period: '2021-09', figures: [figure(25, 'first'), figure(5, 'first'), figure(20), figure(0)] },
  ],
  adjustments: [{ ofMonth: '2021-09', inMonth: '2021-11', values: [4, 1, 1, 2] }],
  total: [39, 6, 28, 5],
};

test('C-10 sizes that are not displayed stand in one column, adjustments too', () => {
  const { columns, rows, total } = viewOf(paper, ['A3', 'A4', 'B5']);
  expect(columns).toEqual(['total', 'paperA3', 'paperA4', 'others']);
  expect(rows.map(({ period, cells }) => [period, ...columns.map((part) => cells.get(part)?.value)])).toEqual([
    ['2021-11', 10, null, 7, 3],
    ['2021-10', null, null, null, null],
    ['2021-09', 25, 5, 20, 0],
  ]);
  expect(rows[0]?.cells.get('others')?.adjustments).toEqual([{ ofMonth: '2021-09', value: 2 }]);
  expect(rows[2]?.cells.get('paperA3')?.marks).toEqual(['first']);
  expect(total && [...total.values()].map(({ value, first }) => [value, first])).toEqual([
    [39, true],
    [6, true],
    [28, false],
    [5, false],
  ]);
});

test('C-10 there is no column of others where they are zero', () => {
  const whole = { ...paper, adjustments: [], rows: paper.rows.slice(1), total: null };
  expect(viewOf(whole, ['A3', 'A4'])).toMatchObject({ columns: ['total', 'paperA3', 'paperA4'], total: null });
  expect(viewOf({ ...whole, tab: 'function' }, []).columns).toEqual(paper.columns);
});

test.each([
  [null, '2021-11 2021-10 2021-09'],
  ['period', '2021-09 2021-10 2021-11'],
  ['-period', '2021-11 2021-10 2021-09'],
  ['total', '2021-11 2021-09 2021-10'],
  ['-total', '2021-09 2021-11 2021-10'],
  ['paperA3', '2021-09 2021-11 2021-10'],
  ['nothing', '2021-11 2021-10 2021-09'],
])('C-06 sorted by %s: %s; what has no value comes last', (sort, expected) => {
  const { rows } = viewOf(paper, ['A3']);
  expect(
    sorted(rows, sort)
      .map(({ period }) => period)
      .join(' '),
  ).toBe(expected);
});
