import { expect, test } from 'vitest';
import { noPassword } from './create-user.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('P-19 a password verifies against its own hash only', async () => {
  const stored = await hashPassword('Engawa26');
  expect(await verifyPassword('Engawa26', stored)).toBe(true);
  expect(await verifyPassword('engawa26', stored)).toBe(false);
});

test.each([noPassword, '', '$', null])('P-11 nothing is the password of %j, and asking is no error', async (stored) => {
  expect(await verifyPassword('Engawa26', stored)).toBe(false);
});
