import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPassword, passwordRules, preparePassword } from './password.ts';
import { findRun } from './password-run.ts';
import { accountPolicySchema } from './policy.ts';

const policyOf = (password: object) => accountPolicySchema.parse({ password }).password;
const policies = {
  default: policyOf({}),
  energy: policyOf({ min: 8, max: 16, characters: 'printable-ascii', demand: ['lower', 'upper', 'digit'] }),
  ups: policyOf({ min: 10, max: 16, characters: 'letters-digits-symbols', demand: ['letter', 'digit', 'symbol'] }),
  conference: policyOf({ min: 8, max: 10, characters: 'letters-digits', refuseRuns: true }),
  printer: policyOf({ min: 6, max: 512, characters: 'printable-ascii', demand: ['lower', 'digit'] }),
};
const codes = (password: string, policy: keyof typeof policies) =>
  checkPassword(password, policies[policy]).map((rule) => rule.code);

test.each([
  ['default', 'x'.repeat(7) + ' long enough', []],
  ['default', 'a'.repeat(14), ['password-length']],
  ['default', '縁側でひなたぼっこをする三毛猫のはなこ', []],
  ['energy', 'Abcdefg1', []],
  ['energy', 'Abcdef1', ['password-length']],
  ['energy', 'Abcdefghijklmnop1', ['password-length']],
  ['energy', 'abcdefg1', ['password-upper']],
  ['energy', 'ABCDEFGH', ['password-lower', 'password-digit']],
  ['energy', 'Abcdefg1あ', ['password-ascii']],
  ['ups', 'abcdefgh1!', []],
  ['ups', 'abcdefgh1 !', ['password-letters-digits-symbols']],
  ['ups', 'abcdefghij', ['password-digit', 'password-symbol']],
  ['ups', '1234567890', ['password-letter', 'password-symbol']],
  ['ups', 'abcdefgh1¥', []],
  ['conference', 'Kx72mQpa', []],
  ['conference', 'Kx72mQpabcT', ['password-length']],
  ['conference', 'Kx72mQp', ['password-length']],
  ['conference', 'Kx72-mQpa', ['password-letters-digits']],
  ['conference', 'Kx1234Qpa', ['password-run']],
  ['conference', 'Ｋｘ７２ｍＱｐａ', ['password-letters-digits']],
  ['printer', 'abcde1', []],
  ['printer', 'abcd1', ['password-length']],
  ['printer', 'ABCDE1', ['password-lower']],
  ['conference', '', ['password-length']],
  ['default', `half a pair \ud800 and more`, ['password-unreadable']],
] as const)('P-10 password policy of %s: %j', (policy, password, expected) => {
  expect(codes(password, policy)).toEqual(expected);
});

test('P-10 the longest password of a policy is taken, one character more is not', () => {
  expect(codes('z'.repeat(128), 'default')).toEqual([]);
  expect(codes('z'.repeat(129), 'default')).toEqual(['password-length']);
  expect(codes(`a1${'x'.repeat(510)}`, 'printer')).toEqual([]);
  expect(codes(`a1${'x'.repeat(511)}`, 'printer')).toEqual(['password-length']);
});

test('P-10 all 32 ASCII symbols are taken where symbols are', () => {
  const symbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.split('');
  expect(symbols.length).toBe(32);
  expect(symbols.filter((symbol) => codes(`abcdefgh1${symbol}`, 'ups').length > 0)).toEqual([]);
});

test.each([
  ['Kx1234Qp', '1234'],
  ['Kx4321Qp', '4321'],
  ['KabcdQ72', 'abcd'],
  ['KaBcDQ72', 'aBcD'],
  ['KdcbaQ72', 'dcba'],
  ['KAAAAQ72', 'AAAA'],
  ['KaAaAQ72', 'aAaA'],
  ['K12345678', '12345678'],
  ['K123432', '1234'],
  ['K11112222', '1111'],
  ['x1112345', '12345'],
])('P-10 in %s the run %s is named', (password, part) => {
  expect(findRun(password)).toBe(part);
  expect(checkPassword(password, { ...policies.conference, min: 6 })).toEqual([
    { code: 'password-run', params: { count: 4, part } },
  ]);
});

test.each(['Kx123Qpa', 'Kx321Qpa', 'KxAAAQpa', 'Kx1232123', 'K7890Q', 'yz{|', '89:;', 'x9012', 'あああ'])(
  'P-10 in %s there is no run',
  (password) => {
    expect(findRun(password)).toBe(null);
  },
);

test('P-10 a run is found exactly when four neighbours rise, fall or repeat', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });
  fc.assert(
    fc.property(digits, (numbers) => {
      const naive = numbers.some((_, at) => {
        const part = numbers.slice(at, at + 4);
        return (
          part.length === 4 &&
          [-1, 0, 1].some((step) => part.every((one, index) => index === 0 || one - (part[index - 1] ?? 0) === step))
        );
      });
      return (findRun(numbers.join('')) !== null) === naive;
    }),
    { numRuns: 2000 },
  );
});

test('P-10 the rules are shown in the order in which broken ones are told', () => {
  expect(passwordRules(policies.conference).map((rule) => rule.code)).toEqual([
    'password-length',
    'password-letters-digits',
    'password-run',
    'password-common',
  ]);
  expect(passwordRules(policies.conference)[0]).toEqual({ code: 'password-length', params: { min: 8, max: 10 } });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(policies)), fc.string({ maxLength: 30 }), (policy, password) => {
      const shown = passwordRules(policy).map((rule) => rule.code);
      const broken = checkPassword(password, policy, { isCommon: () => true }).map((rule) => rule.code);
      expect(shown.filter((code) => broken.includes(code))).toEqual(broken);
      expect(broken).toContain('password-common');
    }),
  );
});

test('P-10 with a second factor 8 characters are enough on a new site, and never more than the policy asks', () => {
  expect(checkPassword('12 chars ok!', policies.default, { secondFactor: true })).toEqual([]);
  expect(checkPassword('7 chars', policies.default, { secondFactor: true })).toMatchObject([
    { code: 'password-length' },
  ]);
  expect(checkPassword('abcde1', policies.printer, { secondFactor: true })).toEqual([]);
});

test('P-10 two keyboards that compose differently give the same password', () => {
  expect(preparePassword('か\u3099', policies.default)).toBe('が');
  expect(preparePassword('¥100 and more text', policies.default)).toBe('¥100 and more text');
  expect(preparePassword('a¥', policies.ups)).toBe('a\\');
  expect(checkPassword('か\u3099'.repeat(15), policies.default)).toEqual([]);
  expect(checkPassword('か\u3099'.repeat(14), policies.default)).toMatchObject([{ code: 'password-length' }]);
});
