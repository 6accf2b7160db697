import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { existenceFaultsMax, isExistenceFault, weighFile } from './bulk-tries.ts';
import { decideFile, deviceOf, type FileRow } from './file.ts';
import { decideBatch, type IssueFacts } from './issue.ts';
import type { Category } from './options.ts';

const unit: Category = { id: 'unit', name: { ja: 'u', en: 'u' }, idFormat: 'hex16', issuedHere: true, product: 'room' };
const link: Category = { id: 'link', name: { ja: 'l', en: 'l' }, idFormat: 'mac', issuedHere: true, product: 'link' };
const version = 1;

function facts(number: string, more: Partial<IssueFacts> = {}): IssueFacts {
  const activationKey = { category: 'unit', productNumber: 'EX-1' };
  return { number, activationKey, registrationIdMatches: true, feature: 1, held: false, binding: null, ...more };
}
const row = (number: string, deviceId: string, more: Partial<IssueFacts> = {}, category = unit): FileRow => ({
  facts: facts(number, more),
  category,
  deviceId,
});
const slotsOf = (rows: readonly FileRow[], keysBefore = new Map<string, Map<number, number>>()) =>
  decideFile(rows, { version, keysBefore }).map((verdict) => (verdict.ok ? verdict.value.slot : verdict.code));

describe('K-05 the rule for a file', () => {
  test('K-05 rows of one device take its slots in their order, each feature and each device on its own', () => {
    const before = new Map([[deviceOf({ category: unit, deviceId: 'A' }), new Map([[1, 2]])]]);
    const rows = [row('1', 'A'), row('2', 'B'), row('3', 'A'), row('4', 'A', { feature: 2 }), row('5', 'B')];
    expect(slotsOf(rows, before)).toEqual([2, 0, 3, 0, 1]);
  });

  test('K-05 the same digits as another kind of ID are another device', () => {
    const other = { activationKey: { category: 'link', productNumber: 'EX-2' } };
    expect(slotsOf([row('1', 'A'), row('2', 'A', other, link)])).toEqual([0, 0]);
  });

  test('K-05 a number on an earlier row is refused at the later one; a refused row takes no slot', () => {
    const unknown = { activationKey: null };
    expect(slotsOf([row('1', 'A'), row('1', 'B'), row('2', 'A', unknown), row('3', 'A')])).toEqual([
      0,
      'repeated-number',
      'unknown-activation-key',
      1,
    ]);
  });

  test('K-05 sixteen keys of a feature fit one device, the seventeenth does not', () => {
    const rows = Array.from({ length: 17 }, (_, at) => row(String(at), 'A'));
    expect(slotsOf(rows).slice(-2)).toEqual([15, 'slots-used-up']);
  });

  test('K-05 a file for one device is judged as the wizard judges a batch', () => {
    const entry = fc.record({
      number: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      known: fc.boolean(),
      matches: fc.boolean(),
      feature: fc.constantFrom(1, 2, null),
      bound: fc.constantFrom('A', 'B', null),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.nat(16), (entries, had) => {
        const all = entries.map(({ number, known, matches, feature, bound }) =>
          facts(number, {
            ...(!known && { activationKey: null }),
            registrationIdMatches: matches,
            feature,
            binding: bound && { deviceId: bound, own: false, version, feature: 1, slot: 0, firstIssuedAt: new Date(0) },
          }),
        );
        const keysBefore = new Map([[1, had]]);
        const batch = decideBatch(all, { category: unit, deviceId: 'A', version, keysBefore });
        const device = deviceOf({ category: unit, deviceId: 'A' });
        const rows = all.map((one): FileRow => ({ facts: one, category: unit, deviceId: 'A' }));
        const verdicts = decideFile(rows, { version, keysBefore: new Map([[device, keysBefore]]) });
        const faults = verdicts.flatMap((verdict, index) => (verdict.ok ? [] : [{ index, code: verdict.code }]));
        const issued = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.value] : []));
        const expected = batch.ok
          ? { issued: batch.value, faults: [] }
          : { issued, faults: batch.faults.map(({ index, code }) => ({ index, code })) };
        expect({ issued, faults }).toEqual(expected);
      }),
    );
  });
});

describe('K-05 what wrong pairs count for', () => {
  test.each([
    [0, 'nothing'],
    [1, 'one-try'],
    [existenceFaultsMax, 'one-try'],
    [existenceFaultsMax + 1, 'refused'],
  ])('K-05 %i of them: %s', (count, weight) => expect(weighFile(count)).toBe(weight));

  test('K-05 faults of form and of the own keys tell nothing of existence', () => {
    expect(isExistenceFault('unknown-activation-key')).toBe(true);
    expect(isExistenceFault('bound-to-other-device')).toBe(true);
    for (const code of ['hex-length', 'bound-to-own-device', 'file-other-category', 'slots-used-up'])
      expect(isExistenceFault(code)).toBe(false);
  });
});
