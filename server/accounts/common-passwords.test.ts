import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

const common = [
  'password',
  'Password',
  'QWERTYUIOP',
  'passwordpassword',
  '1234123412341234',
  'qwertyuiop12345',
  'aaaaaaaaaaaaaaaa',
];
const uncommon = ['Kx72mQpa', 'correct-mule-battery-9', '縁側でひなたぼっこ', 'plum-teapot-window', ''];

test.each(common)('P-10 %s is a common password', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(uncommon)('P-10 %j is not a common password', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});
