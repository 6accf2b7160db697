import { expect, test } from 'vitest';
import { goneAfterMs, look, type Sightings } from './sightings.ts';

test('U-04 a code that stays before the camera is told once, however many pictures show it', () => {
  let sightings: Sightings = new Map();
  const told: string[] = [];
  for (let nowMs = 0; nowMs < 10 * goneAfterMs; nowMs += 100) {
    const seen = look(sightings, nowMs < 5 * goneAfterMs ? ['A'] : ['A', 'B', 'B'], nowMs);
    sightings = seen.sightings;
    told.push(...seen.fresh);
  }
  expect(told).toEqual(['A', 'B']);
});

test('U-04 a code that comes back is told again, a blurred picture between does not make it new', () => {
  const first = look(new Map(), ['A'], 0);
  const blurred = look(first.sightings, [], goneAfterMs - 1);
  expect(look(blurred.sightings, ['A'], goneAfterMs - 1).fresh).toEqual([]);
  expect(look(blurred.sightings, ['A'], goneAfterMs).fresh).toEqual(['A']);
});
