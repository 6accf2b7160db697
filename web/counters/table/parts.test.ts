import { expect, test } from 'vitest';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import { readerOf, tabOf } from './parts.ts';

const columns: CounterPlace[] = ['total', 'paperA3', 'paperA4', 'paperPostcard'];

test.each([
  ['sizes that are not displayed', [10, 3, 5, 2], ['total', 'paperA3', 'paperA4', 'others']],
  ['sizes that are not counted', [10, 3, 5, null], ['total', 'paperA3', 'paperA4', 'others']],
  ['none but those displayed', [8, 3, 5, 0], ['total', 'paperA3', 'paperA4']],
  ['no size at all', [8, null, null, null], ['total', 'paperA3', 'paperA4']],
] as const)('C-07 C-10 the tab of paper with %s', (_, values, parts) => {
  const reader = readerOf(columns, ['A3', 'A4']);
  expect(reader.partsIn('paper', [reader.countsOf(values)])).toEqual(parts);
});

test.each([
  [['total', 'copy', 'duplex'], 'paper', 'function'],
  [['total', 'paperA4'], 'paper', 'paper'],
  [['total'], 'paper', 'paper'],
  [['total', 'colour'], 'function', 'counters'],
] as const)('C-07 while %j are still shown and %s is wished, the tab is %s', (shown, wished, tab) => {
  expect(tabOf(shown, wished)).toBe(tab);
});
