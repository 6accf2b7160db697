import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAsInsiders, schemaOf, type AskAll, type Json } from '../tools/test/ask-as-insiders.ts';
import { withEverySite } from '../tools/test/every-capability.ts';
import type { Answer } from '../tools/test/person.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { allRoutes } from './capabilities.ts';

let server: TestServer;
let askAll: AskAll;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withEverySite });
  askAll = await askAsInsiders(server);
});
afterAll(() => server.close());

const ofSite = allRoutes.filter(({ route }) => route.path.includes('{site}'));
const changing = ofSite.filter(({ route }) => route.method !== 'get');
const withBody = ofSite.filter(({ route }) => route.body && !route.upload);
const named = (routes: typeof ofSite) => routes.map(({ route }) => ({ name: route.operationId, route }));

const types = (answers: readonly Answer[]) => answers.map(({ status, body }) => `${status} ${String(body.type)}`);
const pointers = ({ body }: Answer) =>
  ((body.errors ?? []) as { pointer: string; code: string }[]).map((one) => `${one.pointer} ${one.code}`);
/** Who may not call a route learns nothing of what it thinks of the body; all others are told what is wrong with it. */
const refusedAs = [
  '400 /problems/platform/malformed',
  '403 /problems/platform/not-permitted',
  '404 /problems/platform/not-found',
];

test('P-24 the sweeps below see every route that changes something or takes a body', () => {
  expect(changing.length).toBeGreaterThanOrEqual(80);
  expect(withBody.length).toBeGreaterThanOrEqual(55);
});

describe('P-24 no other page makes a browser change anything', () => {
  test.each(named(changing))('$name', async ({ route }) => {
    for (const [name, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['origin', 'https://evil.example'],
      ['origin', 'null'],
    ] as const) {
      const answers = await askAll(route, '{}', { [name]: value });
      for (const answer of types(answers)) expect(answer).toBe('403 /problems/platform/cross-site');
    }
  });
});

describe('P-24 nobody gives themselves what they do not have', () => {
  const wished = [
    'role',
    'siteId',
    'organizationId',
    'userId',
    'verified',
    'kind',
    'isAdmin',
    '__proto__',
    'constructor',
  ];

  test.each(named(withBody))('$name', async ({ route }) => {
    for (const properties of shapesOf(schemaOf(route))) {
      const strange = wished.filter((name) => !Object.hasOwn(properties, name));
      const kind = Object.entries(kindOf(properties)).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
      const fields = [...kind, ...strange.map((name) => `"${name}":{"role":"owner"}`)];
      const answers = await askAll(route, `{${fields.join(',')}}`);
      for (const answer of types(answers)) expect(refusedAs).toContain(answer);
      const looked = answers.filter((answer) => answer.status === 400);
      expect(looked.length).toBeGreaterThan(0);
      const expected = strange.map((name) => `/${name} platform/unknown-field`);
      for (const answer of looked) expect(pointers(answer)).toEqual(expect.arrayContaining(expected));
    }
  });

  test.each(named(withBody))('$name takes no unknown field at any depth', ({ route }) => {
    expect(openObjects(schemaOf(route), '')).toEqual([]);
  });
});

describe('P-24 a value of the wrong type is refused, and never another meaning', () => {
  const wrong = [['a', 'b'], { $ne: '' }, 12.5, null, true, 'x'] as const;

  test.each(named(withBody))('$name', async ({ route }) => {
    for (const properties of shapesOf(schemaOf(route)))
      for (const value of wrong) {
        const given = Object.keys(properties).filter((name) => !takes(properties[name], value));
        if (given.length === 0) continue;
        const body = JSON.stringify({
          ...kindOf(properties),
          ...Object.fromEntries(given.map((name) => [name, value])),
        });
        const answers = await askAll(route, body);
        for (const answer of types(answers)) expect(refusedAs).toContain(answer);
        for (const answer of answers.filter(({ status }) => status === 400))
          expect(pointers(answer).map((one) => one.split('/')[1]?.split(' ')[0])).toEqual(
            expect.arrayContaining(given),
          );
      }
    for (const body of ['[]', '"x"', '1', 'null', '{', '']) {
      const answers = await askAll(route, body);
      for (const answer of types(answers)) expect([...refusedAs, '400 /problems/platform/not-json']).toContain(answer);
    }
  });
});

/** The properties of each form that a body may have. */
function shapesOf(schema: Json): Record<string, Json>[] {
  const forms = [schema['anyOf'] ?? schema['oneOf'] ?? schema].flat() as Json[];
  return forms.map(({ properties = {} }) => properties);
}

/** What tells one form of a body from the others, where there are several. */
function kindOf(properties: Record<string, Json>): Record<string, unknown> {
  const fixed = Object.entries(properties).filter(([, one]) => one['const'] !== undefined);
  return Object.fromEntries(fixed.map(([name, one]) => [name, one['const']]));
}

/** The places of objects that would take a field nobody knows. */
function openObjects(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, additionalProperties } = schema as Json;
  const open = properties !== undefined && additionalProperties !== false ? [place || '/'] : [];
  return [...open, ...Object.entries(schema).flatMap(([key, inner]) => openObjects(inner, `${place}/${key}`))];
}

/** Whether a schema may take a value of this type, so that it is no wrong one. */
function takes(schema: Json | undefined, value: unknown): boolean {
  if (!schema) return true;
  const alternatives = [schema['anyOf'], schema['oneOf']].flat().filter(Boolean) as Json[];
  if (alternatives.length > 0) return alternatives.some((one) => takes(one, value));
  const name = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  // What tells the forms apart is left as it is: with another value it would be another form.
  if (schema['const'] !== undefined) return true;
  const ofSchema = schema['enum'] ? ['one of a list'] : [schema.type ?? ['any']].flat();
  return ofSchema.includes('any') || ofSchema.includes(name);
}
