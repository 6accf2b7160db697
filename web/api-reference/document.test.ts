import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOperations, operationsOf, outline, type ApiDocument } from './document.ts';

const file = join(import.meta.dirname, '..', '..', 'server', 'openapi.generated.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
const all = operationsOf(document);
const namesOf = (found: ReturnType<typeof findOperations>) => found.flatMap(([, some]) => some.map(({ id }) => id));

test('P-24 every operation of the document is there, with what it takes and gives', () => {
  expect(all.length).toBeGreaterThanOrEqual(250);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { body, answer, parameters, status } of all) {
    expect(status).toMatch(/^(?:20\d|303)$/);
    for (const schema of [body, answer]) expect(schema ? outline(schema) : '-').not.toContain('undefined');
    for (const { schema } of parameters) expect(outline(schema)).not.toBe('');
  }
});

test('P-24 what keys can do is told from what they cannot, and words find it', () => {
  const withKeys = namesOf(findOperations(all, { text: '', keysOnly: true }));
  expect(withKeys).toContain('listDevices');
  expect(withKeys).toContain('listEvents');
  expect(withKeys).not.toContain('makeApiKey');
  expect(withKeys).not.toContain('changeRole');
  expect(namesOf(findOperations(all, { text: ' LISTdevices ', keysOnly: false }))).toContain('listDevices');
  expect(findOperations(all, { text: 'nothing like it', keysOnly: false })).toEqual([]);
});

test('a schema is written as an example would be', () => {
  expect(
    outline({
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string' },
        at: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
      },
    }),
  ).toBe('{\n  id: string\n  at?: string (date-time) | null\n}');
  expect(outline({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('["a" | "b"]');
});
