import { expect, test } from 'vitest';
import { lookOf } from './textures.tsx';

test('C-06 no two series of a graph look alike, and neighbours differ in colour and texture', () => {
  const looks = Array.from({ length: 64 }, (_, at) => lookOf(at));
  expect(new Set(looks.map(({ colour, texture }) => `${colour} ${texture}`)).size).toBe(64);
  for (const [at, { colour, texture }] of looks.entries()) {
    expect(colour).not.toBe(looks[at + 1]?.colour);
    expect(texture).not.toBe(looks[at + 1]?.texture);
  }
});
