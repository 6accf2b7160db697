import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['demo', 'start', 'migrate', 'site check', 'operator create'];

const typed: [typed: string, nearest: string | null][] = [
  ['strat', 'start'],
  ['Demo', 'demo'],
  ['migrat', 'migrate'],
  ['site chekc', 'site check'],
  ['backup', null],
  ['x', null],
];

test.each(typed)('who types %s means %s', (word, nearest) => {
  expect(nearestName(word, names)).toBe(nearest);
});
