import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitLeftMs } from './waits.ts';

const at = new Date('2026-11-20T00:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const seconds = 1000;
const hours = 3600 * seconds;

test.each([
  [0, 0],
  [2, 0],
  [3, 30 * seconds],
  [4, 60 * seconds],
  [5, 120 * seconds],
  [10, 3840 * seconds],
  [14, 61_440 * seconds],
  [15, 24 * hours],
  [1000, 24 * hours],
])('U-10 after %d wrong codes the unit waits %d ms', (count, waitMs) => {
  const state = { count, lastAt: count === 0 ? null : at };
  expect(waitLeftMs(state, at)).toBe(waitMs);
  if (waitMs === 0) return;
  expect(waitLeftMs(state, later(waitMs - 1))).toBe(1);
  expect(waitLeftMs(state, later(waitMs))).toBe(0);
});

test('U-10 a wait never grows while time passes, and a clock put back lengthens none', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e9), (count, offsetMs, moreMs) => {
      const state = { count, lastAt: at };
      const now = later(offsetMs);
      const left = waitLeftMs(state, now);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(24 * hours);
      expect(waitLeftMs(state, new Date(now.getTime() + moreMs))).toBeLessThanOrEqual(left);
      expect(waitLeftMs({ count: count + 1, lastAt: at }, now)).toBeGreaterThanOrEqual(left);
    }),
  );
});

test('U-10 trying all codes of ten bits takes years', () => {
  let now = at;
  for (let count = 1; count <= 1023; count += 1)
    now = new Date(now.getTime() + waitLeftMs({ count, lastAt: now }, now));
  expect(now.getTime() - at.getTime()).toBeGreaterThan(2.5 * 365 * 24 * hours);
});
