import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { formatKey } from './key.ts';
import { deviceSecret, issueKey, tagInput, verifyKey } from './scheme.ts';

const master = Buffer.alloc(32, 7);
const unit = { product: 'conference-unit', deviceId: '0123456789ABCDEF' };
const secret = deviceSecret(master, unit);
const fields = { version: 1, feature: 3, slot: 0 };
const key = issueKey({ secret, unit, fields });

const hexDigit = fc.constantFrom(...'0123456789ABCDEF'.split(''));
const someUnit = fc.record({
  product: fc.string({ minLength: 1, maxLength: 12 }),
  deviceId: fc.string({ unit: hexDigit, minLength: 16, maxLength: 16 }),
});
const someFields = fc.record({ version: fc.nat(15), feature: fc.nat(255), slot: fc.nat(15) });

test('K-11 a key is what decisions.md says, computed here once more by hand', () => {
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
  const text = (value: string) => field(Buffer.from(value));
  const ownSecret = createHmac('sha256', master)
    .update(Buffer.concat([Buffer.from('dev\0'), text(unit.product), text(unit.deviceId)]))
    .digest();
  expect(Buffer.from(secret).equals(ownSecret)).toBe(true);
  const input = [
    Buffer.from('regkey1\0'),
    text(unit.product),
    text(unit.deviceId),
    ...[1, 3, 0].map((one) => field(Buffer.from([one]))),
  ];
  const tag = createHmac('sha256', ownSecret).update(Buffer.concat(input)).digest('hex').toUpperCase().slice(0, 11);
  expect(key).toBe(`1030${checkDigit(`1030${tag}`)}${tag}`);
});

test('K-11 the unit reads from the key which feature it switches on, however it is typed', () => {
  const typings = [key, key.toLowerCase(), formatKey(key), ` ${formatKey(key).replaceAll('-', '－')} `];
  for (const typed of typings)
    expect(verifyKey({ secrets: { 1: secret }, unit, key: typed })).toEqual({ ok: true, value: fields });
});

test('K-11 a key verifies only on its own unit', () => {
  fc.assert(
    fc.property(someUnit, someUnit, someFields, (own, other, given) => {
      const secretOf = (one: typeof own) => ({ [given.version]: deviceSecret(master, one) });
      const issued = issueKey({ secret: deviceSecret(master, own), unit: own, fields: given });
      expect(verifyKey({ secrets: secretOf(own), unit: own, key: issued })).toEqual({ ok: true, value: given });
      fc.pre(own.product !== other.product || own.deviceId !== other.deviceId);
      expect(verifyKey({ secrets: secretOf(other), unit: other, key: issued })).toEqual({
        ok: false,
        code: 'not-for-this-unit',
      });
      // Even a unit that took over the other's secret, or its name, is another unit.
      expect(verifyKey({ secrets: secretOf(own), unit: other, key: issued }).ok).toBe(false);
      expect(verifyKey({ secrets: secretOf(other), unit: own, key: issued }).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('K-11 other features, slots and versions give other keys', () => {
  fc.assert(
    fc.property(someFields, someFields, (one, other) => {
      const same = one.version === other.version && one.feature === other.feature && one.slot === other.slot;
      expect(issueKey({ secret, unit, fields: one }) === issueKey({ secret, unit, fields: other })).toBe(same);
    }),
  );
  const tags = Array.from({ length: 16 }, (_, slot) =>
    issueKey({ secret, unit, fields: { ...fields, slot } }).slice(5),
  );
  expect(new Set(tags).size).toBe(16);
});

test('K-11 a field moved into another digit of the key is refused', () => {
  const forged = `2030${checkDigit(`2030${key.slice(5)}`)}${key.slice(5)}`;
  expect(verifyKey({ secrets: { 1: secret, 2: secret }, unit, key: forged })).toEqual({
    ok: false,
    code: 'not-for-this-unit',
  });
});

test('K-11 no two units and fields share the input of the tag', () => {
  fc.assert(
    fc.property(someUnit, someFields, someUnit, someFields, (unitA, fieldsA, unitB, fieldsB) => {
      const same = JSON.stringify([unitA, fieldsA]) === JSON.stringify([unitB, fieldsB]);
      expect(Buffer.from(tagInput(unitA, fieldsA)).equals(Buffer.from(tagInput(unitB, fieldsB)))).toBe(same);
    }),
  );
  const shifted = [
    { product: 'ab', deviceId: 'C0' },
    { product: 'abC', deviceId: '0' },
  ].map((one) => Buffer.from(tagInput(one, fields)).toString('hex'));
  expect(new Set(shifted).size).toBe(2);
});

test('K-11 after a rotation both versions are known, each by its own secret', () => {
  const later = Buffer.alloc(32, 9);
  const secrets = { 1: secret, 2: deviceSecret(later, unit) };
  const rotated = issueKey({ secret: secrets[2], unit, fields: { ...fields, version: 2 } });
  expect(verifyKey({ secrets, unit, key: rotated })).toMatchObject({ ok: true, value: { version: 2 } });
  expect(verifyKey({ secrets, unit, key })).toMatchObject({ ok: true, value: { version: 1 } });
  expect(verifyKey({ secrets: { 1: secret }, unit, key: rotated })).toEqual({ ok: false, code: 'unknown-version' });
  expect(verifyKey({ secrets: { 1: secret, 2: secret }, unit, key: rotated })).toEqual({
    ok: false,
    code: 'not-for-this-unit',
  });
});

test.each([
  ['', 'required'],
  ['1234', 'hex-length'],
  ['zzzz-zzzz-zzzz-zzzz', 'hex-characters'],
])('K-11 what is no key at all is refused: %j', (typed, code) => {
  expect(verifyKey({ secrets: { 1: secret }, unit, key: typed })).toMatchObject({ ok: false, code });
});

test('K-11 a master may be a key object, and a short one is refused', () => {
  expect(deviceSecret(createSecretKey(master), unit)).toEqual(secret);
  expect(() => deviceSecret(Buffer.alloc(31), unit)).toThrow(RangeError);
  expect(() => deviceSecret(master, { ...unit, product: 'x'.repeat(65_536) })).toThrow(RangeError);
});
