import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { makeRecoveryCodes, normaliseRecoveryCode, recoveryCodesBytes, recoveryCodesCount } from './recovery-codes.ts';
import { checkTotp, totpSecretText, totpUri } from './totp.ts';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const secret = new TextEncoder().encode('12345678901234567890');
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;
const at = (seconds: number) => new Date(seconds * 1000);

describe('P-16 one-time passwords', () => {
  test.each(vectors)('P-16 RFC 6238: at %i s the code is %s', (seconds, code) => {
    expect(checkTotp(secret, code, null, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  test('P-16 one step before and after counts, two do not, wherever in its step the clock stands', () => {
    const step = 41_152_263;
    const code = generateSync({ secret, epoch: step * 30 });
    for (const within of [0, 1, 29]) {
      const seen = [-2, -1, 0, 1, 2].map((away) => checkTotp(secret, code, null, at((step + away) * 30 + within)));
      expect(seen).toEqual([null, step, step, step, null]);
    }
  });

  test('P-16 a code is good once, and so is any of a step before it', () => {
    const step = 41_152_263;
    const now = at(step * 30);
    const [before = '', present = '', next = ''] = [-1, 0, 1].map((away) =>
      generateSync({ secret, epoch: (step + away) * 30 }),
    );
    expect(checkTotp(secret, present, step - 1, now)).toBe(step);
    expect(checkTotp(secret, present, step, now)).toBeNull();
    expect(checkTotp(secret, before, step, now)).toBeNull();
    expect(checkTotp(secret, next, step, now)).toBe(step + 1);
  });

  test.each([
    ['２８７０８２', 1],
    ['287 082', 1],
    ['287-082', 1],
    ['28708', null],
    ['2870821', null],
    ['', null],
    ['abcdef', null],
    ['28708x', null],
  ])('P-18 %j is read as people write it', (typed, step) => {
    expect(checkTotp(secret, typed, null, at(59))).toBe(step);
  });

  test('P-16 an app reads the secret out of the address', () => {
    expect(totpSecretText(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const uri = new URL(totpUri(secret, '見本ポータル: A&B', 'Ab12?x'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri.searchParams.get('issuer')).toBe('見本ポータル: A&B');
    expect(decodeURIComponent(uri.pathname)).toContain('Ab12?x');
  });
});

describe('P-16 recovery codes', () => {
  test('P-16 ten that differ, readable, without letters that look alike', () => {
    const random = Uint8Array.from({ length: recoveryCodesBytes }, (_, index) => (index * 97 + (index >> 3)) % 256);
    const codes = makeRecoveryCodes(random);
    expect(new Set(codes).size).toBe(recoveryCodesCount);
    expect(codes.filter((code) => !/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/.test(code))).toEqual([]);
  });

  test.each(['K7QXM-2FHVB', 'k7qxm2fhvb', ' Ｋ７ＱＸＭ－２ＦＨＶＢ ', 'k7qxm 2fhvb'])(
    'P-18 %j is the same code',
    (typed) => {
      expect(normaliseRecoveryCode(typed)).toBe('K7QXM2FHVB');
    },
  );
});
