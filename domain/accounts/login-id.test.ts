import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueLoginId, normaliseLoginId, parseLoginId } from './login-id.ts';
import { accountPolicySchema } from './policy.ts';

const policyOf = (loginId: object, fields?: object[]) => {
  const given = fields ? { loginId, fields } : { loginId };
  const [signUp] = accountPolicySchema.parse({ signUps: [given] }).signUps;
  if (!signUp) throw new Error('a policy has a way to sign up');
  return signUp.loginId;
};
const issued = policyOf({ kind: 'issued' });
const chosen = policyOf({ kind: 'chosen' }, [{ field: 'mail' }, { field: 'loginId' }]);
const mail = policyOf({ kind: 'mail' });

test('K-02 an issued ID has the asked length and nothing that looks like something else', () => {
  const all = Array.from({ length: 2000 }, () => issueLoginId((count) => randomBytes(count), 10));
  expect(new Set(all).size).toBe(2000);
  for (const id of all) {
    expect(id).toMatch(/^[A-Za-z0-9]{10}$/);
    expect(id).not.toMatch(/[0Oo1Il]/);
    expect(parseLoginId(id, issued)).toEqual({ ok: true, value: id });
  }
});

test('K-02 each character of an issued ID is equally likely', () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const id = issueLoginId(() => everyByte, 5 * 49);
  const counts = Map.groupBy(id, (character) => character);
  expect(counts.size).toBe(49);
  expect([...counts.values()].every((one) => one.length === 5)).toBe(true);
});

test.each([
  [issued, 'Kx72mQpa', { ok: true, value: 'Kx72mQpa' }],
  [issued, ' Ｋｘ７２ｍＱｐａ ', { ok: true, value: 'Kx72mQpa' }],
  [issued, 'Kx72mQp', { ok: false, code: 'login-id-length', params: { min: 8, max: 10 } }],
  [issued, 'Kx72mQpabcd', { ok: false, code: 'login-id-length', params: { min: 8, max: 10 } }],
  [issued, 'Kx72_mQpa', { ok: false, code: 'login-id-letters-digits' }],
  [chosen, 'shop_east-1', { ok: true, value: 'shop_east-1' }],
  [chosen, 'ab', { ok: false, code: 'login-id-length', params: { min: 3, max: 16 } }],
  [chosen, 'shop east', { ok: false, code: 'login-id-letters-digits-underscore-hyphen' }],
  [chosen, '東店舗', { ok: false, code: 'login-id-letters-digits-underscore-hyphen' }],
  [mail, 'Hanako@EXAMPLE.jp', { ok: true, value: 'Hanako@example.jp' }],
  [mail, 'hanako', { ok: false, code: 'mail-address' }],
  [issued, '', { ok: false, code: 'required' }],
] as const)('K-09 login ID under %j: %j', (policy, typed, expected) => {
  expect(parseLoginId(typed, policy)).toEqual(expected);
});

test('P-11 the login field brings every kind of ID to its stored form and keeps its case', () => {
  expect(normaliseLoginId(' Ｋｘ７２ｍＱｐａ')).toBe('Kx72mQpa');
  expect(normaliseLoginId('Hanako@EXAMPLE.JP')).toBe('Hanako@example.jp');
  expect(normaliseLoginId('not@an@address')).toBe('not@an@address');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const stored = parseLoginId(text, issued);
      return !stored.ok || normaliseLoginId(text) === stored.value;
    }),
  );
});
