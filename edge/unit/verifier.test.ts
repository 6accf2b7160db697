import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { countAccepted } from '../../proof/random-keys.ts';
import { type Vectors, vectorsText } from './vectors.ts';
import { verifierOf } from './verifier.ts';

const text = readFileSync(new URL('vectors.generated.json', import.meta.url), 'utf8');
const vectors = JSON.parse(text) as Vectors;

const verify = (unit: number, typed: string) => {
  const found = vectors.units[unit];
  if (!found) throw new RangeError(`no unit ${unit}`);
  return verifierOf(found)(typed);
};

test('K-11 the published test vectors are current', () => {
  expect(text).toBe(vectorsText());
});

test.each(vectors.accepted)('K-11 vector accepted: $typed on unit $unit', ({ unit, typed, ...fields }) => {
  expect(verify(unit, typed)).toEqual({ ok: true, value: fields });
});

test.each(vectors.refused)('K-11 vector refused: $why', ({ unit, typed, code }) => {
  expect(verify(unit, typed)).toMatchObject({ ok: false, code });
});

test('K-11 there are vectors of every unit, of both key versions and of every refusal', () => {
  expect(vectors.units.length).toBe(3);
  expect(vectors.accepted.length).toBe(15);
  expect(new Set(vectors.accepted.map((one) => one.version)).size).toBe(2);
  expect(new Set(vectors.refused.map((one) => one.code)).size).toBe(6);
});

test('K-11 every vector is refused on the other units and with any one digit flipped', () => {
  let tried = 0;
  for (const { unit, typed } of vectors.accepted) {
    const digits = typed.replaceAll('-', '');
    const flipped = digits.split('').flatMap((digit, at) => {
      const others = '0123456789ABCDEF'.replace(digit, '').split('');
      return others.map((other) => digits.slice(0, at) + other + digits.slice(at + 1));
    });
    const answers = [
      ...flipped.map((key) => verify(unit, key)),
      ...[0, 1, 2].filter((other) => other !== unit).map((other) => verify(other, typed)),
    ];
    tried += answers.length;
    expect(answers.filter((answer) => answer.ok)).toEqual([]);
  }
  expect(tried).toBe(15 * (240 + 2));
});

test('K-11 of 20,000 random keys none is accepted; of 2,000 with right version and check digit neither', () => {
  expect(countAccepted({ count: 20_000, seed: 'unit test' })).toMatchObject({ tried: 20_000, accepted: 0 });
  expect(countAccepted({ count: 2_000, seed: 'unit test', guess: 'informed' })).toEqual({
    tried: 2_000,
    accepted: 0,
    reachedTag: 2_000,
  });
});

test('K-12 the verifier needs nothing but its own files and node:crypto: no network, no files, no server', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: URL) => {
    const path = fileURLToPath(file).slice(root.length);
    if (seen.has(path)) return;
    seen.add(path);
    // Imports of types alone are gone when the file runs.
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )[^'"]*['"]([^'"]+)['"]/gm)) {
      if (target.startsWith('.')) visit(new URL(target, file));
      else outside.add(target);
    }
  };
  visit(new URL('verifier.ts', import.meta.url));
  expect(seen.size).toBeGreaterThanOrEqual(6);
  expect([...seen].filter((path) => !path.startsWith('domain/') && path !== 'edge/unit/verifier.ts')).toEqual([]);
  expect([...outside]).toEqual(['node:crypto']);
});
