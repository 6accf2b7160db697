import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keysOf, printSiteKeys, siteKeysFile } from './site-keys.ts';
import { printSiteSchema, siteDataSchema, siteSchemaFile } from './site-schema.ts';

test('P-01 every key of site.yaml has a meaning in the schema, which is where the page and editors have it from', () => {
  const keys = keysOf(siteDataSchema());
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter(({ meaning }) => meaning === '').map(({ path }) => path)).toEqual([]);
  expect(keys.filter(({ type }) => type === 'anything').map(({ path }) => path)).toEqual([]);
});

test('P-01 what editors check a site with, and the page of its keys, are current', () => {
  expect(readFileSync(siteSchemaFile, 'utf8') === printSiteSchema(), 'run ./engawa openapi').toBe(true);
  expect(readFileSync(siteKeysFile, 'utf8') === printSiteKeys(), 'run ./engawa openapi').toBe(true);
});

test('a key that kinds share stands once, one that differs stands for each', () => {
  const integer = (standard: number, description: string) => ({
    type: 'integer',
    minimum: 1,
    default: standard,
    description,
  });
  const branch = (kind: string, length: number) => ({
    type: 'object',
    properties: {
      kind: { type: 'string', const: kind, description: `${kind}!` },
      same: integer(1, 'a'),
      other: integer(length, 'b'),
    },
    required: ['kind'],
  });
  const keys = keysOf({ properties: { lock: { oneOf: [branch('x', 1), branch('y', 2)], description: 'c' } } });
  expect(keys.map(({ path, kinds, standard }) => [path, kinds.join(), standard])).toEqual([
    ['lock', '', 'left out'],
    ['lock.kind', 'x', 'must be given'],
    ['lock.same', 'x,y', '`1`'],
    ['lock.other', 'x', '`1`'],
    ['lock.kind', 'y', 'must be given'],
    ['lock.other', 'y', '`2`'],
  ]);
});
