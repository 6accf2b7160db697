import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oldestFirst } from './oldest-first.ts';

const lots = [
  { lot: 'a', quantity: 2 },
  { lot: 'b', quantity: 0 },
  { lot: 'c', quantity: 3 },
];

test.each([
  [1, [{ lot: 'a', quantity: 1 }]],
  [2, [{ lot: 'a', quantity: 2 }]],
  [
    4,
    [
      { lot: 'a', quantity: 2 },
      { lot: 'c', quantity: 2 },
    ],
  ],
  [
    5,
    [
      { lot: 'a', quantity: 2 },
      { lot: 'c', quantity: 3 },
    ],
  ],
  [6, null],
])('L-02 %i of five come from the oldest lots', (quantity, expected) => {
  expect(oldestFirst(lots, quantity)).toEqual(expected);
});

test('L-02 what is taken is what was asked for, and never more of a lot than it has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ quantity: fc.nat(50) }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 600 }),
      (some, wanted) => {
        const taken = oldestFirst(some, wanted);
        const given = (taken ?? []).map(({ quantity }) => quantity);
        const held = some.map(({ quantity }) => quantity).filter((quantity) => quantity > 0);
        const all = held.reduce((sum, quantity) => sum + quantity, 0);
        expect(given.reduce((sum, quantity) => sum + quantity, 0)).toBe(all < wanted ? 0 : wanted);
        expect(taken === null).toBe(all < wanted);
        expect(given.every((quantity, at) => quantity > 0 && quantity <= held[at]!)).toBe(true);
        expect(given.slice(0, -1)).toEqual(held.slice(0, Math.max(0, given.length - 1)));
      },
    ),
  );
});
