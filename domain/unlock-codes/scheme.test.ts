import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLengths, layouts } from './lengths.ts';
import { codeInput, codeOf, deviceSecret } from './scheme.ts';

const master = Buffer.alloc(32, 7);
const unit = { model: 'MX100', serial: 'AB1234567' };
const secret = deviceSecret(master, unit.serial);
const anyLength = fc.constantFrom(...codeLengths);
const anyUnit = fc.record({
  model: fc.string({ minLength: 1, maxLength: 12 }),
  serial: fc.string({ minLength: 1, maxLength: 12 }),
});

test('U-10 a code of ten bits is what security.md says, computed here once more by hand', () => {
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
  const text = (value: string) => field(Buffer.from(value));
  const own = createHmac('sha256', master)
    .update(Buffer.concat([Buffer.from('dev\0'), text(unit.serial)]))
    .digest();
  expect(Buffer.from(secret).equals(own)).toBe(true);
  const input = Buffer.concat([Buffer.from('unlock\0'), field(Buffer.from([3])), text(unit.model), text(unit.serial)]);
  const digest = createHmac('sha256', own).update(input).digest();
  const lowBits = BigInt(`0x${digest.toString('hex')}`) & 0b11_1111_1111n;
  expect(codeOf(secret, { unit, version: 3, length: 'bits10' })).toBe(Number(lowBits));
});

test('U-10 the same unit always gets the same code, which its length can show', () => {
  fc.assert(
    fc.property(anyUnit, fc.nat(255), anyLength, (some, version, length) => {
      const own = deviceSecret(master, some.serial);
      const code = codeOf(own, { unit: some, version, length });
      expect(code).toBe(codeOf(deviceSecret(createSecretKey(master), some.serial), { unit: some, version, length }));
      expect(Number.isInteger(code) && code >= 0 && code < layouts[length].values).toBe(true);
    }),
  );
});

test('U-10 no two units or versions share what their codes are computed over', () => {
  fc.assert(
    fc.property(anyUnit, fc.nat(255), anyUnit, fc.nat(255), (one, versionOfOne, other, versionOfOther) => {
      const same = JSON.stringify([one, versionOfOne]) === JSON.stringify([other, versionOfOther]);
      const [a, b] = [codeInput(one, versionOfOne), codeInput(other, versionOfOther)];
      expect(Buffer.from(a).equals(Buffer.from(b))).toBe(same);
    }),
  );
  const shifted = [codeInput({ model: 'MX', serial: '1A' }, 1), codeInput({ model: 'MX1', serial: 'A' }, 1)];
  expect(new Set(shifted.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(2);
});

test('U-10 other models, serials, versions and masters scatter over all codes', () => {
  const codes = Array.from({ length: 6_000 }, (_, at) => {
    const some = { model: 'MX100', serial: `AB${at}` };
    return codeOf(deviceSecret(master, some.serial), { unit: some, version: 1, length: 'bits10' });
  });
  const counts = Array.from({ length: 1024 }, () => 0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const expected = codes.length / 1024;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 1023 degrees of freedom: 6 standard deviations either way.
  expect(Math.abs(chiSquare - 1023)).toBeLessThan(6 * Math.sqrt(2 * 1023));
  const near = [
    codeOf(secret, { unit, version: 1, length: 'digits8' }),
    codeOf(secret, { unit, version: 2, length: 'digits8' }),
    codeOf(secret, { unit: { ...unit, model: 'MX101' }, version: 1, length: 'digits8' }),
    codeOf(deviceSecret(Buffer.alloc(32, 8), unit.serial), { unit, version: 1, length: 'digits8' }),
    codeOf(deviceSecret(master, 'AB1234568'), {
      unit: { ...unit, serial: 'AB1234568' },
      version: 1,
      length: 'digits8',
    }),
  ];
  expect(new Set(near).size).toBe(near.length);
});

test('U-10 a short master, a version beyond a byte and a serial beyond all length are refused', () => {
  expect(() => deviceSecret(Buffer.alloc(31), 'A')).toThrow(RangeError);
  expect(() => codeInput(unit, 256)).toThrow(RangeError);
  expect(() => codeInput({ ...unit, serial: 'x'.repeat(65_536) }, 1)).toThrow(RangeError);
  expect(codeInput(unit, 255)).toHaveLength(7 + 3 + 2 + 5 + 2 + 9);
});
