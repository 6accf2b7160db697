import { describe, expect, test } from 'vitest';
import { noValues, registrationFields } from './fields.ts';
import { changedFields, charactersMax, readValues, readWrittenDay } from './form.ts';
import { checkPurchase, decideRegistration, type DeviceFact } from './register.ts';
import { trips, waitUntil } from '../hourly-quota.ts';
import { missesPerHourMax } from './tries.ts';
import { lengthensWarranty, warrantyState, warrantyUntil } from './warranty.ts';

const all = registrationFields.map((field) => ({ field, required: false }));
const today = '2026-11-20';

describe('U-07 warranty', () => {
  test.each([
    ['2026-11-20', 12, '2027-11-19'],
    ['2026-01-31', 1, '2026-02-27'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2024-02-28', 36, '2027-02-27'],
    [null, 12, null],
    ['2026-11-20', undefined, null],
  ])('U-07 bought on %s with %s months it runs until %s', (day, months, until) => {
    expect(warrantyUntil(day, months)).toBe(until);
  });

  test('U-07 it runs to the end of its last day', () => {
    expect(warrantyState('2026-11-20', '2026-11-20')).toBe('running');
    expect(warrantyState('2026-11-20', '2026-11-21')).toBe('over');
    expect(warrantyState(null, today)).toBe('none');
  });

  test.each([
    ['2026-11-01', '2026-11-02', true],
    ['2026-11-01', '2026-10-31', false],
    ['2026-11-01', null, false],
    [null, '2026-11-10', false],
    [null, '2026-11-11', true],
  ])('U-07 from %s to %s lengthens it: %s', (purchasedOn, next, expected) => {
    expect(lengthensWarranty({ purchasedOn, registeredOn: '2026-11-10' }, next)).toBe(expected);
  });
});

describe('U-03 what may be registered', () => {
  const free: DeviceFact = { modelKnown: true, shippedOn: '2026-10-01', locked: false, claimed: null, owner: null };
  test.each<[string, DeviceFact | null, string]>([
    ['made and free', free, 'ok'],
    ['with the right claim code', { ...free, claimed: true }, 'ok'],
    ['not made', null, 'not-registrable'],
    ['locked', { ...free, locked: true }, 'not-registrable'],
    ['taken', { ...free, owner: 'other' }, 'not-registrable'],
    ['without the claim code', { ...free, claimed: false }, 'not-registrable'],
    ['of a model that is gone', { ...free, modelKnown: false }, 'not-registrable'],
    ['one’s own', { ...free, owner: 'own' }, 'registered-already'],
    ['one’s own, typed without its code', { ...free, owner: 'own', claimed: false }, 'registered-already'],
  ])('U-03 %s', (_, fact, expected) => {
    const verdict = decideRegistration(fact);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  test('U-07 a purchase is not before the shipping', () => {
    expect(checkPurchase('2026-09-30', '2026-10-01')).toMatchObject({ ok: false, params: { shippedOn: '2026-10-01' } });
    for (const [day, shipped] of [
      ['2026-10-01', '2026-10-01'],
      ['', '2026-10-01'],
      ['2020-01-01', null],
    ] as const)
      expect(checkPurchase(day, shipped).ok).toBe(true);
  });
});

describe('U-03 the fields', () => {
  test('P-18 they are stored normalised, and only those that are asked for', () => {
    const typed = { purchasedOn: '２０２６／１１／１', postalCode: '〒123ー4567', kana: 'みほん', remarks: ' 2階 ' };
    expect(readValues(typed, all, today)).toEqual({
      ok: true,
      value: { ...noValues, purchasedOn: '2026-11-01', postalCode: '1234567', kana: 'ミホン', remarks: '2階' },
    });
    expect(readValues(typed, [{ field: 'remarks', required: true }], today)).toEqual({
      ok: true,
      value: { ...noValues, remarks: '2階' },
    });
  });

  test('U-03 what is demanded and missing is told at its field', () => {
    expect(readValues({}, [{ field: 'company', required: true }], today)).toEqual({
      ok: false,
      faults: [{ field: 'company', code: 'identifiers/required' }],
    });
  });

  test.each(Object.entries(charactersMax))('U-03 %s takes %i characters and no more', (field, max) => {
    const read = (characters: number) => readValues({ [field]: 'ア'.repeat(characters) }, all, today);
    expect(read(max).ok).toBe(true);
    expect(read(max + 1)).toMatchObject({ ok: false, faults: [{ field, code: 'identifiers/text-long' }] });
  });

  test('P-34 a time zone is one of those that the site offers, or none', () => {
    const asked = [{ field: 'timeZone', required: false, choices: ['Asia/Tokyo', 'Asia/Seoul'] }] as const;
    expect(readValues({ timeZone: 'Asia/Seoul' }, asked, today)).toMatchObject({ value: { timeZone: 'Asia/Seoul' } });
    expect(readValues({ timeZone: ' ' }, asked, today)).toMatchObject({ value: { timeZone: '' } });
    for (const timeZone of ['Asia/Pyongyang', 'asia/seoul', '+09:00'])
      expect(readValues({ timeZone }, asked, today)).toEqual({
        ok: false,
        faults: [{ field: 'timeZone', code: 'devices/time-zone-unknown' }],
      });
  });

  test('U-04 days are read as people write them in files', () => {
    for (const typed of ['2026-11-01', '2026/11/1', '2026.11.01', '２０２６－１１－０１'])
      expect(readWrittenDay(typed)).toEqual({ ok: true, value: '2026-11-01' });
    for (const typed of ['2026/13/1', '11/1/2026', '2026-11', 'x']) expect(readWrittenDay(typed).ok).toBe(false);
    expect(readWrittenDay(' ')).toEqual({ ok: true, value: null });
  });

  test('U-09 the fields that differ are named in their order', () => {
    expect(changedFields(noValues, { ...noValues, remarks: 'x', city: 'y' })).toEqual(['city', 'remarks']);
  });
});

describe('U-03 tries', () => {
  const now = new Date('2026-11-20T01:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  test('U-03 one more than the quota waits until the oldest of them is an hour ago', () => {
    const misses = Array.from({ length: missesPerHourMax }, (_, at) => ago(at + 1));
    expect(waitUntil(misses.slice(1), now, missesPerHourMax)).toBeNull();
    expect(waitUntil(misses, now, missesPerHourMax)).toEqual(new Date(ago(20).getTime() + 3_600_000));
    expect(waitUntil([...misses.slice(0, -1), ago(60)], now, missesPerHourMax)).toBeNull();
  });

  test('U-03 operators hear of it once, when the quota is full', () => {
    expect([trips(18, 1, 20), trips(19, 1, 20), trips(20, 1, 20), trips(0, 50, 20)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
