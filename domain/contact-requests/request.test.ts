import { expect, test } from 'vitest';
import { contactRequestOptionsSchema } from './options.ts';
import {
  aboutCharactersMax,
  keptUntil,
  mayAcknowledge,
  nameCharactersMax,
  quoted,
  readAsked,
  readAskedBy,
} from './request.ts';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const asked = { kind: 'usage', about: '', text: '使い方を教えてください。' } as const;
const faultsOf = (typed: Partial<typeof asked | { kind: 'key'; about: string; text: string }>) =>
  readAsked({ ...asked, ...typed }, ['usage', 'other']).faults.map(({ field, code }) => `${field} ${code}`);

test('P-06 a request has a kind that the site offers and a text; what it is about may be left out', () => {
  expect(readAsked({ ...asked, about: ' SB1500-R ', text: ' 一行目\r\n二行目 ' }, ['usage'])).toEqual({
    values: { kind: 'usage', about: 'SB1500-R', text: '一行目\n二行目' },
    faults: [],
  });
  expect(faultsOf({ kind: 'key' })).toEqual(['kind contact-requests/kind-not-offered']);
  expect(faultsOf({ text: ' \n ' })).toEqual(['text identifiers/required']);
  expect(faultsOf({ text: 'あ'.repeat(2000) })).toEqual([]);
  expect(faultsOf({ text: 'あ'.repeat(2001) })).toEqual(['text identifiers/text-long']);
  expect(faultsOf({ about: 'a'.repeat(aboutCharactersMax) })).toEqual([]);
  expect(faultsOf({ about: 'a'.repeat(aboutCharactersMax + 1) })).toEqual(['about identifiers/text-long']);
  expect(faultsOf({ about: 'one\ntwo' })).toEqual(['about identifiers/text-control']);
});

test('P-06 who is not logged in says name and address, and the organization where there is one', () => {
  const by = { name: '見本 花子', mail: 'hanako@EXAMPLE.jp', organization: '' };
  expect(readAskedBy(by)).toEqual({ values: { ...by, mail: 'hanako@example.jp' }, faults: [] });
  const wrong = { name: ' ', mail: 'hanako', organization: '見'.repeat(nameCharactersMax + 1) };
  expect(readAskedBy(wrong).faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'name identifiers/required',
    'mail identifiers/mail-address',
    'organization identifiers/text-long',
  ]);
  expect(readAskedBy({ ...by, name: 'A\r\nBcc: x@example.jp' }).faults).toMatchObject([{ field: 'name' }]);
});

test.each([
  [[], true],
  [['21T09:00:01'], false],
  [['21T09:00:00'], true],
  [['01T00:00:00', '22T08:59:59'], false],
])('P-06 acknowledged at %j, an address is mailed again: %s', (before, may) => {
  expect(mayAcknowledge(before.map(at), at('22T09:00:00'))).toBe(may);
});

test.each([
  ['open', null, null],
  ['answered', '01T00:00:00', '2026-12-01T00:00:00.000Z'],
  ['closed', '02T00:00:00', '2026-12-02T00:00:00.000Z'],
  ['open', '02T00:00:00', null],
] as const)('P-06 one that is %s since %s is kept until %s', (state, since, until) => {
  expect(keptUntil(state, since && at(since), 30)?.toISOString() ?? null).toBe(until);
});

test('P-06 every line of a quoted text says that it is quoted', () => {
  expect(quoted('一行目\n\n-- \nEngawa')).toBe('> 一行目\n>\n> --\n> Engawa');
});

test('P-06 what a site says: kinds and readers once each, and keeping between a month and ten years', () => {
  expect(contactRequestOptionsSchema.parse({})).toEqual({
    kinds: ['account', 'usage', 'other'],
    strangers: true,
    tells: ['contact-address'],
    keptDays: 365,
  });
  for (const wrong of [
    { kinds: [] },
    { kinds: ['key', 'key'] },
    { kinds: ['weather'] },
    { tells: [] },
    { keptDays: 29 },
    { keptDays: 3651 },
  ])
    expect(contactRequestOptionsSchema.safeParse(wrong).success).toBe(false);
});
