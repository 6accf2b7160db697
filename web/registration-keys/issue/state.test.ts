import { describe, expect, it } from 'vitest';
import {
  checkEntries,
  deviceIdOf,
  emptyIssue,
  entryOfPointer,
  fingerprint,
  openSteps,
  requestOf,
  type IssueDraft,
} from './state.ts';

const name = { ja: '会議ユニット', en: 'Conference unit' };
const category = { id: 'conference-unit', name, idFormat: 'hex16', issuedHere: true } as const;
const deviceId = '0123456789ABCDEF';
const entries = [
  { number: '0000-1111-2222-3333', registrationId: '4444555566667777' },
  { number: '8888-9999-AAAA-BBBB', registrationId: 'CCCCDDDDEEEEFFFF' },
];
const filled: IssueDraft = {
  ...emptyIssue(category.id),
  deviceId: '0123-4567-89AB-CDEF',
  confirmed: deviceId,
  entries,
  checked: fingerprint(deviceId, entries),
};

describe('K-03 the steps of the wizard', () => {
  it('open one after the other, also by a typed address', () => {
    expect(openSteps(emptyIssue(), undefined)).toEqual(['category']);
    expect(openSteps(emptyIssue(category.id), category)).toEqual(['category', 'device']);
    expect(openSteps({ ...filled, checked: '' }, category)).toEqual(['category', 'device', 'activation-keys']);
    expect(openSteps(filled, category)).toEqual(['category', 'device', 'activation-keys', 'review']);
  });

  it('stop at a category that is not issued here', () => {
    expect(openSteps(filled, { ...category, issuedHere: false })).toEqual(['category']);
  });

  it('ask again when the device ID or an entry was changed', () => {
    expect(openSteps({ ...filled, deviceId: '0123-4567-89AB-CDEE' }, category)).toEqual(['category', 'device']);
    expect(openSteps({ ...filled, entries: entries.slice(0, 1) }, category)).not.toContain('review');
  });

  it('leave only the keys once they are issued', () => {
    const issued = { deviceId, category: category.id, keys: [], mailedTo: [] };
    expect(openSteps({ ...filled, issued }, category)).toEqual(['keys']);
  });
});

describe('K-03 the entries of step 3', () => {
  it('pass in any writing', () => {
    expect(
      checkEntries([{ number: '００００－１１１１－２２２２－３３３３', registrationId: 'cccc dddd eeee ffff' }], 16),
    ).toEqual([]);
  });

  it('refuse the same number at the second', () => {
    const twice = ['0000-1111-2222-3333', '0000111122223333'].map((number) => ({
      number,
      registrationId: '4444555566667777',
    }));
    expect(checkEntries(twice, 16)).toEqual([{ index: 1, part: 'number', code: 'registration-keys/repeated-number' }]);
  });

  it('say what is missing at each field', () => {
    expect(checkEntries([{ number: '', registrationId: '12' }], 16)).toMatchObject([
      { index: 0, part: 'number', code: 'identifiers/required' },
      { index: 0, part: 'registrationId', code: 'identifiers/hex-length' },
    ]);
  });

  it('go out in their plain form', () => {
    expect(deviceIdOf(filled, category)).toBe(deviceId);
    expect(requestOf(filled, deviceId).activationKeys[1]).toEqual({
      number: '88889999AAAABBBB',
      registrationId: 'CCCCDDDDEEEEFFFF',
    });
  });

  it('find their faults by pointer', () => {
    expect(entryOfPointer('/activationKeys/2/number')).toEqual({ index: 2, part: 'number' });
    expect(entryOfPointer('/activationKeys/0')).toEqual({ index: 0, part: 'number' });
    expect(entryOfPointer('/deviceId')).toBeNull();
  });
});
