import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDeviceId, parseDeviceId } from './device-id.ts';
import { groupHex, parseHex } from './hex.ts';

const right = { ok: true, value: '0123456789ABCDEF' };

test.each([
  ['whole', '0123456789ABCDEF'],
  ['in lower case', '0123456789abcdef'],
  ['with hyphens', '0123-4567-89ab-cdef'],
  ['with blanks', ' 0123 4567 89AB CDEF '],
  ['in full width with full-width hyphens', '０１２３－４５６７－８９ＡＢ－ＣＤＥＦ'],
  ['in full width with long-vowel marks for hyphens', '０１２３ー４５６７ー８９ａｂーｃｄｅｆ'],
  ['broken over lines', '0123-4567-\n89AB-CDEF\n'],
])('K-03 reads a device ID %s', (_, typed) => {
  expect(parseDeviceId(typed, 'hex16')).toEqual(right);
});

test.each([
  ['with colons', '01:23:45:67:89:ab'],
  ['with hyphens', '01-23-45-67-89-AB'],
  ['with dots', '0123.4567.89ab'],
  ['bare', '0123456789AB'],
])('K-03 reads a MAC address %s', (_, typed) => {
  expect(parseDeviceId(typed, 'mac')).toEqual({ ok: true, value: '0123456789AB' });
});

test.each([
  ['nothing', '', { ok: false, code: 'required' }],
  ['only hyphens', '---', { ok: false, code: 'required' }],
  ['a letter beyond F', '0123-4567-89AB-CDEG', { ok: false, code: 'hex-characters', params: { character: 'G' } }],
  ['the letter O for a zero', 'O123456789ABCDEF', { ok: false, code: 'hex-characters', params: { character: 'O' } }],
  [
    'a character outside the BMP',
    '0123456789ABCDE😀',
    { ok: false, code: 'hex-characters', params: { character: '😀' } },
  ],
  ['one digit too few', '0123456789ABCDE', { ok: false, code: 'hex-length', params: { digits: 16, found: 15 } }],
  ['one digit too many', '0123456789ABCDEF0', { ok: false, code: 'hex-length', params: { digits: 16, found: 17 } }],
])('K-03 refuses a device ID: %s', (_, typed, expected) => {
  expect(parseDeviceId(typed, 'hex16')).toEqual(expected);
});

test('K-03 reads back every ID it shows, in both formats', () => {
  const digit = fc.constantFrom(...'0123456789ABCDEF'.split(''));
  const cases = fc.oneof(
    fc.record({ format: fc.constant('hex16' as const), id: fc.string({ unit: digit, minLength: 16, maxLength: 16 }) }),
    fc.record({ format: fc.constant('mac' as const), id: fc.string({ unit: digit, minLength: 12, maxLength: 12 }) }),
  );
  fc.assert(
    fc.property(cases, ({ format, id }) => {
      expect(parseDeviceId(formatDeviceId(id, format), format)).toEqual({ ok: true, value: id });
    }),
  );
});

test('K-03 shows IDs in groups', () => {
  expect(formatDeviceId('0123456789ABCDEF', 'hex16')).toBe('0123-4567-89AB-CDEF');
  expect(formatDeviceId('0123456789AB', 'mac')).toBe('01:23:45:67:89:AB');
  expect(groupHex('01234', 4)).toBe('0123-4');
});

test('K-03 never takes anything but the asked number of hex digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const verdict = parseHex(text, 16);
      return !verdict.ok || /^[0-9A-F]{16}$/.test(verdict.value);
    }),
  );
});
