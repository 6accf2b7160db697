import { expect, test } from 'vitest';
import type { Measured } from '../../cli/measured.ts';
import { printPerformance } from './performance.ts';

const held: Measured = {
  name: 'list',
  summary: 'A list of 50 against the same bare',
  on: '2026-11-23',
  machine: '2 × a processor, 8 GiB, Linux x64, Node 24.12.0',
  seconds: 61.4,
  seed: 7,
  held: true,
  said: ['      a second', 'API      1,000'],
  figures: { 'API ÷ bare (at least 0.65)': 0.71, 'rows | bytes': 1_234_567 },
  fault: null,
};

test('what was measured stands on the page with its machine, its table and its figures', () => {
  const page = printPerformance([held]);
  expect(page).toContain('| [list](#list) | held | 2026-11-23 |');
  expect(page).toContain('2026-11-23, 2 × a processor, 8 GiB, Linux x64, Node 24.12.0; 61 s, seed 7.');
  expect(page).toContain('```text\n      a second\nAPI      1,000\n```');
  expect(page).toContain('| API ÷ bare (at least 0.65) | 0.71 |');
  expect(page).toContain('| rows \\| bytes | 1,234,567 |');
});

test('a measurement that missed its limit says so, and why', () => {
  const page = printPerformance([{ ...held, held: false, figures: {}, fault: 'list: 0.5 of bare, at least 0.65' }]);
  expect(page).toContain('| [list](#list) | **missed** | 2026-11-23 |');
  expect(page).toContain('seed 7; **missed its limit**.');
  expect(page).toContain('API      1,000\nlist: 0.5 of bare, at least 0.65\n```');
});
