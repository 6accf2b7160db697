import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hyphensOfEveryKind, inFullWidth } from '../../tools/test/width.ts';
import { readSignUpForm, type SignUpValues } from './sign-up-form.ts';
import type { SignUpField, SignUpFieldName } from './sign-up.ts';

const asked = (...fields: SignUpFieldName[]): SignUpField[] => fields.map((field) => ({ field, required: true }));
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });

/** Values that are right in half width, hyphens included. */
const halfWidth = fc.record({
  postalCode: fc.tuple(digits(3), digits(4)).map((parts) => parts.join('-')),
  phone: fc.tuple(digits(4), digits(4)).map(([middle, end]) => `03-${middle}-${end}`),
  fax: fc.tuple(digits(4), digits(4)).map(([middle, end]) => `+81-3-${middle}-${end}`),
  loginId: fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'.split('')), minLength: 3, maxLength: 16 }),
  mail: fc.tuple(digits(5), fc.constantFrom('example.jp', 'mail.example.jp')).map(([name, host]) => `m${name}@${host}`),
});

const fields = asked('postalCode', 'phone', 'fax', 'loginId', 'mail', 'mailAgain');
const rule = { min: 3, max: 16, characters: 'letters-digits-underscore-hyphen' } as const;
const read = (values: SignUpValues) => readSignUpForm(values, fields, rule);

test('P-18 what is typed in full width, in part or whole, is read as its half width', () => {
  fc.assert(
    fc.property(halfWidth, fc.infiniteStream(fc.boolean()), (values, coins) => {
      const widened = (text: string) =>
        text.replaceAll(/[!-~]/g, (sign) => (coins.next().value === true ? inFullWidth(sign) : sign));
      const typed = Object.fromEntries(Object.entries(values).map(([field, text]) => [field, widened(text)]));
      expect(read({ ...typed, mailAgain: typed['mail'] ?? '' })).toEqual(read({ ...values, mailAgain: values.mail }));
      expect(read({ ...values, mailAgain: values.mail }).ok).toBe(true);
    }),
  );
});

test('P-18 hyphens of every kind are one in phone numbers, postal codes and login IDs', () => {
  fc.assert(
    fc.property(halfWidth, fc.constantFrom(...hyphensOfEveryKind), (values, hyphen) => {
      const { mail, ...codes } = values;
      const typed = Object.fromEntries(
        Object.entries(codes).map(([field, text]) => [field, text.replaceAll('-', hyphen)]),
      );
      expect(read({ ...typed, mail, mailAgain: mail })).toEqual(read({ ...values, mailAgain: mail }));
    }),
  );
});

test('P-18 what was read is read again as it stands: E.164, seven digits, katakana', () => {
  fc.assert(
    fc.property(halfWidth, fc.constantFrom('みほん はなこ', 'ﾐﾎﾝ ﾊﾅｺ', 'ミホン　ハナコ'), (values, kana) => {
      const withKana = [...fields.filter(({ field }) => field !== 'mailAgain'), ...asked('kana')];
      const once = readSignUpForm({ ...values, kana }, withKana, rule);
      expect(once).toMatchObject({
        ok: true,
        value: {
          kana: 'ミホン ハナコ',
          phone: expect.stringMatching(/^\+81\d{9}$/),
          fax: expect.stringMatching(/^\+81\d{9}$/),
          postalCode: expect.stringMatching(/^\d{7}$/),
        },
      });
      expect(readSignUpForm(once.ok ? once.value : {}, withKana, rule)).toEqual(once);
    }),
  );
});

test('P-18 names keep the width in which they were written', () => {
  const written = { company: 'ＡＢＣ商事', name: 'Ｍ．見本', department: '第１課', address1: '１－２－３' };
  const names = asked('company', 'name', 'department', 'address1');
  expect(readSignUpForm(written, names)).toEqual({ ok: true, value: written });
});

test.each([
  ['担当者', false],
  ['　担 当　者', false],
  ['Ａｄｍｉｎ', false],
  ['担当 花子', true],
])('U-01 the name %j of a field that refuses role words: %s', (name, isTaken) => {
  const refusing: SignUpField[] = [{ field: 'name', required: true, refuse: ['担当者', 'admin'] }];
  const faults = isTaken ? undefined : [{ field: 'name', code: 'accounts/name-role' }];
  expect(readSignUpForm({ name }, refusing)).toMatchObject(isTaken ? { ok: true } : { ok: false, faults });
});

test.each([
  ['company', true],
  ['sole-proprietor', true],
  ['association', true],
  ['government', false],
])('E-01 the kind of organization %j: %s', (organizationForm, isTaken) => {
  const result = readSignUpForm({ organizationForm }, asked('organizationForm'));
  expect(result.ok).toBe(isTaken);
});

test.each([
  ['JP', '03-12', ['phone']],
  ['JP', '', ['phone']],
  ['US', '', []],
  ['US', '212 555 0123', []],
  ['GB', '020 7946 0123', []],
])('P-18 in %s the phone number %j: %j', (country, phone, faulty) => {
  const result = readSignUpForm({ country, phone }, asked('country', 'phone'));
  expect(result.ok ? [] : result.faults.map(({ field }) => field)).toEqual(faulty);
});
