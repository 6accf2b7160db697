import { expect, it } from 'vitest';
import { area, axisFor, linePath, xOf, yOf } from './scale.ts';

it.each([
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [9.1, [0, 2.5, 5, 7.5, 10]],
  [43, [0, 20, 40, 60]],
])('E-07 an axis up to %d ends with a round number and has few marks', (most, ticks) => {
  const axis = axisFor(most);
  expect(axis.top).toBeGreaterThanOrEqual(most);
  expect(axis.ticks.length).toBeLessThanOrEqual(6);
  expect(axis.ticks).toEqual(ticks);
});

it('E-07 a line is broken off where values are missing, and never falls to zero there', () => {
  const at = (share: number, value: number | null) => ({ share, value });
  const path = linePath([at(0, 1), at(0.1, 2), at(0.2, null), at(0.3, 2), at(0.8, 2)], 2, 0.15);
  expect(path.match(/M/g)).toHaveLength(3);
  expect(path.match(/L/g)).toHaveLength(1);
  expect(path).not.toContain(String(yOf(0, 2)));
  expect(path.startsWith(`M${xOf(0)} ${yOf(1, 2)}h0L${xOf(0.1)} ${area.top}`)).toBe(true);
});

it('E-07 an axis of nothing but zeros has an end, too', () => {
  expect(axisFor(0).top).toBeGreaterThan(0);
});
