import { expect, test } from 'vitest';
import { factsOf } from './changes.ts';

test.each([
  ['nothing', {}, {}, null, []],
  ['erased details', { user: 'x' }, null, null, []],
  [
    'fields before and after',
    {},
    { before: { mail: 'a@example.jp', name: '見本' }, after: { mail: 'b@example.jp', name: '見本' } },
    null,
    [{ field: 'mail', before: 'a@example.jp', after: 'b@example.jp' }],
  ],
  [
    'a field that came and one that went',
    {},
    { before: { fax: '03' }, after: { kana: 'ミホン' } },
    null,
    [
      { field: 'fax', before: '03', after: null },
      { field: 'kana', before: null, after: 'ミホン' },
    ],
  ],
  ['from and to that are IDs', { from: 'one', to: 'other' }, {}, null, []],
  [
    'from and to that are values',
    { from: 'viewer', to: 'owner' },
    {},
    'role',
    [{ field: 'role', before: 'viewer', after: 'owner' }],
  ],
  [
    'data before and after',
    { before: ['a'], after: ['a', 'b'] },
    {},
    null,
    [{ field: 'value', before: 'a', after: 'a, b' }],
  ],
  ['a reason', {}, { reason: '電話で依頼' }, null, [{ field: 'reason', before: null, after: '電話で依頼' }]],
  [
    'values that are no texts',
    {},
    { before: { limit: 1.5, on: false }, after: { limit: 2, on: true } },
    null,
    [
      { field: 'limit', before: '1.5', after: '2' },
      { field: 'on', before: 'false', after: 'true' },
    ],
  ],
  ['an object', {}, { lines: { one: 1 } }, null, [{ field: 'lines', before: null, after: '{"one":1}' }]],
  [
    'an own key named like the parent of all',
    {},
    { before: {}, after: { constructor: 'x' } },
    null,
    [{ field: 'constructor', before: null, after: 'x' }],
  ],
])('P-25 before and after of an event with %s', (_, data, details, sides, facts) => {
  expect(factsOf(data, details, sides)).toEqual(facts);
});

test('P-25 long values and long lists are cut', () => {
  const [fact] = factsOf({}, { note: 'x'.repeat(501) }, null);
  expect(fact?.after).toBe(`${'x'.repeat(500)}…`);
  expect(factsOf({}, { note: 'x'.repeat(500) }, null)[0]?.after).toBe('x'.repeat(500));
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`field${at}`, at]));
  expect(factsOf({}, many, null)).toHaveLength(100);
});
