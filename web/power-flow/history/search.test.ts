import { expect, test } from 'vitest';
import { comparedWith, readWish } from './search.ts';

test.each([
  [{}, { kind: 'day', at: null, compare: 'none' }],
  [
    { kind: 'year', at: 2026, compare: 'before' },
    { kind: 'year', at: '2026', compare: 'before' },
  ],
  [
    { kind: 'week', at: '2026-13', compare: 'me' },
    { kind: 'day', at: null, compare: 'none' },
  ],
])('E-07 an address %j asks for %j', (search, wish) => {
  expect(readWish(search)).toEqual(wish);
});

test.each([
  ['day', '2028-02-29', 'year', '2027-02-28'],
  ['day', '2026-03-01', 'before', '2026-02-28'],
  ['month', '2026-01', 'before', '2025-12'],
  ['month', '2026-01', 'year', '2025-01'],
  ['year', '2026', 'year', '2025'],
] as const)('E-07 %s %s is compared (%s) with %s', (kind, at, compare, other) => {
  expect(comparedWith({ kind, at }, compare)?.at).toBe(other);
  expect(comparedWith({ kind, at }, 'none')).toBeNull();
});
