import { expect, test } from 'vitest';
import { countries, parseCountry } from './country.ts';
import { parseMailAddress } from './mail-address.ts';
import { formatPhone, parsePhone, phoneSample } from './phone.ts';
import { formatPostalCode, parsePostalCode } from './postal-code.ts';

test.each([
  ['03-1234-5678', 'JP', '+81312345678'],
  ['０３－１２３４－５６７８', 'JP', '+81312345678'],
  ['０９０ー１２３４ー５６７８', 'JP', '+819012345678'],
  ['(03) 1234 5678', 'JP', '+81312345678'],
  ['+81 3-1234-5678', 'US', '+81312345678'],
  ['212 555 0123', 'US', '+12125550123'],
  ['020 7946 0123', 'GB', '+442079460123'],
])('P-18 reads the phone number %s of %s', (typed, country, expected) => {
  expect(parsePhone(typed, country)).toEqual({ ok: true, value: expected });
});

test.each(['12', 'none', '03-1234-567890123456', 'call 03-1234-5678', '電話', `03${'1'.repeat(50)}`])(
  'P-18 refuses the phone number %s with a sample',
  (typed) => {
    expect(parsePhone(typed, 'JP')).toEqual({ ok: false, code: 'phone', params: { sample: '03-1234-5678' } });
  },
);

test('P-18 shows for every country a sample that can be read there', () => {
  expect([phoneSample('JP'), phoneSample('GB'), phoneSample('AQ')]).toEqual([
    '03-1234-5678',
    '+44 20 7946 0123',
    '+81 3-1234-5678',
  ]);
  expect(countries.filter((country) => !parsePhone(phoneSample(country), country).ok)).toEqual([]);
  expect(countries.filter((country) => phoneSample(country) === '+81 3-1234-5678').length).toBeLessThan(12);
});

test('P-18 reads no number without a prefix where the country has no numbering plan', () => {
  expect(parsePhone('12345678', 'AQ')).toMatchObject({ ok: false, code: 'phone' });
  expect(parsePhone('+81312345678', 'AQ')).toMatchObject({ ok: true });
  expect(parsePhone('', 'JP')).toEqual({ ok: false, code: 'required' });
});

test('P-18 shows a number the local way at home and internationally abroad', () => {
  expect(formatPhone('+81312345678', 'JP')).toBe('03-1234-5678');
  expect(formatPhone('+81312345678', 'US')).toBe('+81 3 1234 5678');
  expect(formatPhone('not a number', 'JP')).toBe('not a number');
});

test.each([
  ['123-4567', 'JP', { ok: true, value: '1234567' }],
  ['１２３ー４５６７', 'JP', { ok: true, value: '1234567' }],
  ['〒123-4567', 'JP', { ok: true, value: '1234567' }],
  ['123-456', 'JP', { ok: false, code: 'postal-code-japan' }],
  ['SW1A 1AA', 'GB', { ok: true, value: 'SW1A 1AA' }],
  ['1234567890', 'US', { ok: true, value: '1234567890' }],
  ['12345678901', 'US', { ok: false, code: 'postal-code' }],
  ['12_34', 'US', { ok: false, code: 'postal-code' }],
  ['', 'JP', { ok: false, code: 'required' }],
])('P-18 postal code %j of %s', (typed, country, expected) => {
  expect(parsePostalCode(typed, country)).toEqual(expected);
});

test('P-18 shows a Japanese postal code with its hyphen', () => {
  expect(formatPostalCode('1234567', 'JP')).toBe('123-4567');
  expect(formatPostalCode('SW1A 1AA', 'GB')).toBe('SW1A 1AA');
});

test('P-18 knows the countries of ISO 3166-1', () => {
  expect(countries.length).toBe(249);
  expect(new Set(countries).size).toBe(249);
  expect(parseCountry(' jp ')).toEqual({ ok: true, value: 'JP' });
  expect(parseCountry('ZZ')).toEqual({ ok: false, code: 'country' });
  expect(parseCountry('')).toEqual({ ok: false, code: 'required' });
});

test.each([
  ['hanako@example.jp', 'hanako@example.jp'],
  ['  Hanako.Mihon@EXAMPLE.JP ', 'Hanako.Mihon@example.jp'],
  ['.old..carrier.@example.jp', '.old..carrier.@example.jp'],
  ['ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'hanako@example.jp'],
  ["o'neil+shop@mail.example.jp", "o'neil+shop@mail.example.jp"],
])('P-18 reads the mail address %s', (typed, expected) => {
  expect(parseMailAddress(typed)).toEqual({ ok: true, value: expected });
});

test.each([
  'hanako',
  '@example.jp',
  'hanako@',
  'hanako@example',
  'hanako@-example.jp',
  'hanako@example..jp',
  'hana ko@example.jp',
  'a@b@example.jp',
  'hanako@example.jp\nbcc: x@example.jp',
  '花子@example.jp',
  `${'a'.repeat(65)}@example.jp`,
])('P-18 refuses the mail address %j', (typed) => {
  expect(parseMailAddress(typed)).toEqual({ ok: false, code: 'mail-address' });
});

test('P-18 takes a mail address of 254 characters and none of 255', () => {
  const ofLength = (length: number) =>
    `${'x'.repeat(64)}@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(length - 196)}.jp`;
  expect(ofLength(254).length).toBe(254);
  expect(parseMailAddress(ofLength(254))).toEqual({ ok: true, value: ofLength(254) });
  expect(parseMailAddress(ofLength(255))).toEqual({ ok: false, code: 'mail-address-long', params: { max: 254 } });
  expect(parseMailAddress('')).toEqual({ ok: false, code: 'required' });
});
