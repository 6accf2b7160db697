import { expect, test } from 'vitest';
import { codeOfUnit, makeUnlockFactoryFile, unlockFactoryFileSchema } from './factory-file.ts';
import { codeOf, deviceSecret } from './scheme.ts';

const master = Buffer.alloc(32, 5);
const scheme = {
  id: 'ten-bits',
  length: 'bits10',
  issue: 2,
  versions: [
    { version: 1, master: 'a' },
    { version: 2, master: 'b' },
  ],
} as const;
const mutable = { ...scheme, versions: [...scheme.versions] };
const unit = { model: 'MX100', serial: 'AB1234567' };

test.each(['secret', 'code'] as const)('U-10 a unit that holds its %s knows its code and nothing else', (hold) => {
  const file = makeUnlockFactoryFile(mutable, { unit, version: 2, hold }, master);
  expect(unlockFactoryFileSchema.parse(file)).toEqual(file);
  const secret = deviceSecret(master, unit.serial);
  expect(codeOfUnit(file)).toBe(codeOf(secret, { unit, version: 2, length: 'bits10' }));
  expect(JSON.stringify(file)).not.toContain(master.toString('hex'));
  expect(Object.keys(file)).toEqual(['model', 'serial', 'length', 'version', hold]);
});

test('U-10 a version that the scheme has not is refused', () => {
  expect(() => makeUnlockFactoryFile(mutable, { unit, version: 3, hold: 'code' }, master)).toThrow(RangeError);
});

const whole = { ...unit, length: 'bits10', version: 1, code: 1023 };
test.each([
  ['neither secret nor code', { ...whole, code: undefined }],
  ['both', { ...whole, secret: '0'.repeat(64) }],
  ['a code too great', { ...whole, code: 1024 }],
  ['a secret too short', { ...whole, code: undefined, secret: '0'.repeat(62) }],
  ['a blank in the serial', { ...whole, serial: 'AB 1' }],
  ['a version beyond a byte', { ...whole, version: 256 }],
  ['a master beside', { ...whole, master: 'x' }],
])('U-10 a factory file is refused: %s', (_, file) => {
  expect(unlockFactoryFileSchema.safeParse(whole).success).toBe(true);
  expect(unlockFactoryFileSchema.safeParse(file).success).toBe(false);
});
