import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideBatch, decideIssue, type IssueFacts, type IssueTarget } from './issue.ts';
import type { Category } from './options.ts';

const category: Category = {
  id: 'units',
  name: { ja: '会議ユニット', en: 'Conference units' },
  idFormat: 'hex16',
  issuedHere: true,
  product: 'unit',
};
const target: IssueTarget = { category, deviceId: '0123456789ABCDEF', version: 2, keysBefore: new Map() };
const facts: IssueFacts = {
  number: '1111222233334444',
  activationKey: { category: 'units', productNumber: 'MK-100' },
  registrationIdMatches: true,
  feature: 5,
  held: false,
  binding: null,
};
const firstIssuedAt = new Date('2026-10-01T00:00:00Z');
const binding = { version: 1, feature: 5, slot: 3, deviceId: target.deviceId, own: true, firstIssuedAt };
const otherDevice = { ...binding, deviceId: 'FFFF456789ABCDEF' };

test.each([
  [
    'a free activation key gives a new key in the first slot',
    facts,
    { ok: true, value: { state: 'new', version: 2, feature: 5, slot: 0 } },
  ],
  [
    'the same pair gives the stored key again, in its old version',
    { ...facts, binding },
    { ok: true, value: { state: 'again', version: 1, feature: 5, slot: 3, firstIssuedAt } },
  ],
  [
    'the same pair from another organization gives the same key',
    { ...facts, binding: { ...binding, own: false } },
    { ok: true, value: { state: 'again', version: 1, feature: 5, slot: 3, firstIssuedAt } },
  ],
  [
    'the same pair works after its feature is sold no more',
    { ...facts, binding, feature: null },
    { ok: true, value: { state: 'again', version: 1, feature: 5, slot: 3, firstIssuedAt } },
  ],
  [
    'another device is refused without saying which',
    { ...facts, binding: { ...otherDevice, own: false } },
    { ok: false, code: 'bound-to-other-device' },
  ],
  [
    'another device is named to who issued it',
    { ...facts, binding: otherDevice },
    { ok: false, code: 'bound-to-own-device', params: { deviceId: 'FFFF-4567-89AB-CDEF' } },
  ],
  [
    'a key of which nobody knows since a restore is not bound',
    { ...facts, held: true },
    { ok: false, code: 'held-after-restore' },
  ],
  [
    'one that is bound is shown again all the same',
    { ...facts, held: true, binding },
    { ok: true, value: { state: 'again', version: 1, feature: 5, slot: 3, firstIssuedAt } },
  ],
  [
    'a wrong registration ID tells nothing of that',
    { ...facts, held: true, registrationIdMatches: false },
    { ok: false, code: 'unknown-activation-key' },
  ],
  ['an unknown number', { ...facts, activationKey: null }, { ok: false, code: 'unknown-activation-key' }],
  [
    'a wrong registration ID',
    { ...facts, registrationIdMatches: false },
    { ok: false, code: 'unknown-activation-key' },
  ],
  [
    'a wrong registration ID of a bound key tells nothing of the binding',
    { ...facts, registrationIdMatches: false, binding: otherDevice },
    { ok: false, code: 'unknown-activation-key' },
  ],
  [
    'another category is named',
    { ...facts, activationKey: { category: 'links', productNumber: 'LK-1' } },
    { ok: false, code: 'other-category', params: { category: 'links' } },
  ],
  [
    'another category with a wrong registration ID is not',
    { ...facts, registrationIdMatches: false, activationKey: { category: 'links', productNumber: 'LK-1' } },
    { ok: false, code: 'unknown-activation-key' },
  ],
  [
    'a product number that is sold no more',
    { ...facts, feature: null },
    { ok: false, code: 'product-not-offered', params: { productNumber: 'MK-100' } },
  ],
] as const)('K-04 %s', (_, given, expected) => {
  expect(decideIssue(given, target)).toEqual(expected);
});

test('K-03 nothing is issued in a category that is issued elsewhere', () => {
  const elsewhere = { ...category, issuedHere: false };
  expect(decideIssue(facts, { ...target, category: elsewhere })).toEqual({
    ok: false,
    code: 'not-issued-here',
    params: { category: 'units' },
  });
});

test('K-04 a device gets 16 keys of one feature; the 17th is refused', () => {
  const withKeys = (count: number) => decideIssue(facts, { ...target, keysBefore: new Map([[5, count]]) });
  expect(withKeys(15)).toEqual({ ok: true, value: { state: 'new', version: 2, feature: 5, slot: 15 } });
  expect(withKeys(16)).toEqual({ ok: false, code: 'slots-used-up', params: { max: 16 } });
});

test('K-04 a batch takes slot after slot per feature and keeps the order of entry', () => {
  const batch = [
    facts,
    { ...facts, number: '2', binding },
    { ...facts, number: '3', feature: 6 },
    { ...facts, number: '4' },
  ];
  const decided = decideBatch(batch, { ...target, keysBefore: new Map([[5, 4]]) });
  expect(decided).toEqual({
    ok: true,
    value: [
      { state: 'new', version: 2, feature: 5, slot: 4 },
      { state: 'again', version: 1, feature: 5, slot: 3, firstIssuedAt },
      { state: 'new', version: 2, feature: 6, slot: 0 },
      { state: 'new', version: 2, feature: 5, slot: 5 },
    ],
  });
});

test('K-04 a batch is all or nothing, with every fault at its row', () => {
  const batch = [
    facts,
    { ...facts, number: '2', activationKey: null },
    { ...facts, number: '3', feature: null },
    facts,
  ];
  expect(decideBatch(batch, target)).toEqual({
    ok: false,
    faults: [
      { index: 1, code: 'unknown-activation-key' },
      { index: 2, code: 'product-not-offered', params: { productNumber: 'MK-100' } },
      { index: 3, code: 'repeated-number' },
    ],
  });
});

test('K-04 whatever is bound where, an activation key serves one device and never shares a slot', () => {
  const entry = fc.record({ feature: fc.nat(3), bound: fc.constantFrom('free', 'here', 'elsewhere') });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const batch = entries.map(({ feature, bound }, index) => ({
        ...facts,
        number: String(index),
        feature,
        binding: bound === 'free' ? null : { ...(bound === 'here' ? binding : otherDevice), feature, slot: index },
      }));
      const decided = decideBatch(batch, {
        ...target,
        keysBefore: new Map([0, 1, 2, 3].map((feature) => [feature, 8])),
      });
      expect(decided.ok).toBe(entries.every(({ bound }) => bound !== 'elsewhere'));
      if (!decided.ok) return;
      const places = decided.value.map(({ version, feature, slot }) => `${version}/${feature}/${slot}`);
      expect(new Set(places).size).toBe(entries.length);
      expect(decided.value.map(({ feature }) => feature)).toEqual(entries.map(({ feature }) => feature));
    }),
  );
});
