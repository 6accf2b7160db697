import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { counterTabs, type CounterPlace } from './places.ts';
import { differs, displayedIn, othersOf, partsOf, stacksOf, type Counts } from './stacks.ts';

const paper: CounterPlace[] = ['total', 'paperA3', 'paperA4', 'paperA5', 'paperB4', 'paperPostcard'];
const displayed: CounterPlace[] = ['paperA3', 'paperA4', 'paperB4', 'paperB5'];

describe('C-06 what a graph draws', () => {
  test('A12 copy, receive and print make the total; scan (send) stands beside, sheets on both sides nowhere', () => {
    const columns: CounterPlace[] = [...figures.A12.input.columns];
    const { stack, beside } = stacksOf('function', columns, [], []);
    expect([stack, beside]).toEqual([['copy', 'receive', 'print'], ['scanSend']]);
    const months = Object.values(figures.A12.input.rows).map((row): Counts =>
      Object.fromEntries(columns.map((place, at) => [place, row[at] ?? null])),
    );
    const parts = months.map((month) => partsOf(month, stack, columns, []));
    expect(parts.at(-1)).toEqual(figures.A12.expected.stack);
    expect(partsOf(months.at(-1) ?? {}, beside, columns, [])).toEqual([17]);
    expect(months.map((month, at) => differs(month, parts[at] ?? []))).toEqual([false, false, false, false]);
  });

  test.each([
    [
      'counters',
      counterTabs.counters.filter((place) => !place.startsWith('duty')),
      'colourLarge colourSmall monoLarge monoSmall',
    ],
    ['counters', ['total', 'mono', 'monoLarge', 'monoSmall'], 'monoLarge monoSmall'],
    ['counters', ['total', 'mono'], 'mono'],
    ['counters', ['total', 'dutyA', 'dutyB', 'dutyC', 'dutyD'], 'dutyA dutyB dutyC dutyD'],
    ['colour-mode', [...counterTabs['colour-mode']], 'colourCopy colourPrint monoCopy monoPrint'],
    ['colour-mode', ['total', 'monoCopy', 'monoPrint'], 'monoCopy monoPrint'],
    ['function', ['total', 'copy', 'print', 'scanSend', 'duplex'], 'copy print'],
  ] as const)('%s of %j: %s', (tab, columns, expected) => {
    expect(stacksOf(tab, [...columns], displayed, []).stack.join(' ')).toBe(expected);
  });
});

describe('C-10 sizes that are not displayed', () => {
  test.each([
    ['all displayed', { total: 30, paperA3: 10, paperA4: 20 }, 0, 'paperA3 paperA4 paperB4'],
    [
      'some are not',
      { total: 37, paperA3: 10, paperA4: 20, paperA5: 5, paperPostcard: 2 },
      7,
      'paperA3 paperA4 paperB4 others',
    ],
    ['none displayed has a figure', { total: 5, paperA3: null, paperA5: 5 }, 5, 'paperA3 paperA4 paperB4 others'],
    ['no size is known: days before sizes are kept', { total: 5, paperA3: null }, null, 'paperA3 paperA4 paperB4'],
    ['no total', { total: null, paperA4: 5 }, null, 'paperA3 paperA4 paperB4'],
    ['more than the total, as reported', { total: 9, paperA4: 10 }, -1, 'paperA3 paperA4 paperB4 others'],
  ])('%s: %j has others %j', (_, counts, expected, series) => {
    expect(othersOf(counts, paper, displayed)).toBe(expected);
    expect(stacksOf('paper', paper, displayed, [counts]).stack.join(' ')).toBe(series);
  });

  test('whatever is displayed, the parts make the total', () => {
    const count = fc.nat(10_000);
    const row = fc.record({ total: count, paperA3: count, paperA4: count, paperA5: count, paperB4: count });
    fc.assert(
      fc.property(row, fc.subarray(paper.slice(1), { minLength: 1 }), (counts, shown) => {
        const { stack } = stacksOf('paper', paper, shown, [counts]);
        expect(differs(counts, partsOf(counts, stack, paper, shown))).toBe(false);
        expect(stack.filter((part) => part !== 'others')).toEqual(displayedIn(paper, shown));
      }),
    );
  });

  test('parts that are not the total are told; without a total nothing is', () => {
    expect(differs({ total: 20273 }, [2618, 17653])).toBe(true);
    expect(differs({ total: 20271 }, [2618, 17653])).toBe(false);
    expect(differs({ total: null }, [2618])).toBe(false);
    expect(differs({ total: 4 }, [null, 3])).toBe(true);
    expect(differs({ total: 4 }, [null, null])).toBe(false);
  });
});
