import { describe, expect, test } from 'vitest';
import { addressesMax, changesOf, readAddresses, type MaintenanceAddress } from './addresses.ts';

const ja = (...mails: string[]): MaintenanceAddress[] => mails.map((mail) => ({ mail, language: 'ja' }));
const many = (count: number) => ja(...Array.from({ length: count }, (_, at) => `hoshu${at}@example.jp`));

describe('E-02 maintenance addresses', () => {
  test('are stored normalised, empty places are passed over', () => {
    expect(readAddresses(ja('', ' ｈｏｓｈｕ@EXAMPLE.jp ', ''))).toEqual({ ok: true, value: ja('hoshu@example.jp') });
    expect(readAddresses([])).toEqual({ ok: true, value: [] });
  });

  test('are five at most: a sixth is refused at its field', () => {
    expect(readAddresses(many(addressesMax))).toEqual({ ok: true, value: many(5) });
    expect(readAddresses([...ja(''), ...many(addressesMax + 1)])).toEqual({
      ok: false,
      faults: [{ at: 6, code: 'maintenance-addresses/too-many', params: { max: 5 } }],
    });
  });

  test('stand once each, whatever their case and width, and every fault is told at its place', () => {
    expect(readAddresses(ja('a@example.jp', 'nobody', 'Ａ@EXAMPLE.JP', 'b@example.jp'))).toEqual({
      ok: false,
      faults: [
        { at: 1, code: 'identifiers/mail-address' },
        { at: 2, code: 'maintenance-addresses/repeated' },
      ],
    });
  });

  test('one that is there already is neither added nor removed; its language may be another', () => {
    const [a, b, c] = ['a@example.jp', 'b@example.jp', 'c@example.jp'] as const;
    const after: MaintenanceAddress[] = [...ja('A@example.jp', c), { mail: b, language: 'en' }];
    expect(changesOf(ja(a, b), after)).toEqual({
      added: ja(c),
      changed: [{ mail: b, language: 'en' }],
      removed: [],
    });
    expect(changesOf(ja(a, b), [])).toEqual({ added: [], changed: [], removed: ja(a, b) });
  });
});
