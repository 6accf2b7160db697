import { expect, test } from 'vitest';
import { type FactoryFile, makeFactoryFile } from '../../domain/registration-keys/factory-file.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { registrationKeyOptionsSchema } from '../../domain/registration-keys/options.ts';
import { deviceSecret, issueKey } from '../../domain/registration-keys/scheme.ts';
import { checkKey, featuresOn, freshUnit, restartWithKey } from './state.ts';

const masters: Record<string, Uint8Array> = { first: Buffer.alloc(32, 1), second: Buffer.alloc(32, 2) };
const masterOf = (name: string) => masters[name] ?? new Uint8Array();
const name = (en: string) => ({ ja: `${en}（日本語）`, en });
const options = registrationKeyOptionsSchema.parse({
  categories: [
    { id: 'units', name: name('Units'), idFormat: 'hex16', product: 'unit' },
    { id: 'links', name: name('Links'), idFormat: 'mac', product: 'link' },
    { id: 'apps', name: name('Apps'), idFormat: 'hex16', issuedHere: false, elsewhere: name('Elsewhere') },
  ],
  features: [
    { code: 1, name: name('Recording'), productNumbers: ['MK-1'] },
    { code: 2, name: name('Captions'), productNumbers: ['MK-2'], product: 'unit' },
    { code: 3, name: name('Bridge'), productNumbers: ['LK-1'], product: 'link' },
  ],
  scheme: {
    issue: 2,
    versions: [
      { version: 1, master: 'first' },
      { version: 2, master: 'second' },
    ],
  },
});
const factory = makeFactoryFile(options, { category: 'units', deviceId: '0123456789ABCDEF' }, masterOf);
const now = new Date('2026-11-20T01:02:03Z');

function keyFor(
  feature: number,
  slot = 0,
  version = 2,
  unit: Pick<FactoryFile, 'product' | 'deviceId'> = factory,
): string {
  const secret = deviceSecret(masterOf(version === 1 ? 'first' : 'second'), unit);
  return issueKey({ secret, unit, fields: { version, feature, slot } });
}

function on(typed: readonly string[]) {
  let state = freshUnit;
  for (const key of typed) {
    const verdict = restartWithKey(state, factory, key, now);
    if (!verdict.ok) throw new Error(verdict.code);
    state = verdict.value;
  }
  return state;
}

test('K-12 a factory file holds the unit’s own secrets of all key versions and no master', () => {
  expect(Object.keys(factory.secrets)).toEqual(['1', '2']);
  expect(factory.features.map((one) => one.code)).toEqual([1, 2]);
  const text = JSON.stringify(factory);
  for (const master of Object.values(masters)) expect(text).not.toContain(Buffer.from(master).toString('hex'));
  expect(() => makeFactoryFile(options, { category: 'apps', deviceId: '0123456789ABCDEF' }, masterOf)).toThrow(
    RangeError,
  );
  expect(() => makeFactoryFile(options, { category: 'units', deviceId: '0123-4567-89AB-CDEF' }, masterOf)).toThrow(
    RangeError,
  );
  expect(() => makeFactoryFile(options, { category: 'links', deviceId: '0123456789ABCDEF' }, masterOf)).toThrow(
    RangeError,
  );
});

test('K-12 a right key is looked at without changing anything; the restart switches its feature on', () => {
  const looked = checkKey(freshUnit, factory, formatKey(keyFor(1)).toLowerCase(), now);
  expect(looked).toEqual({
    ok: true,
    value: { feature: 1, slot: 0, name: name('Recording'), key: keyFor(1), enteredAt: '2026-11-20T01:02:03.000Z' },
  });
  const state = on([keyFor(1)]);
  expect(state).toEqual({
    adminPassword: null,
    keys: [{ key: keyFor(1), enteredAt: '2026-11-20T01:02:03.000Z' }],
    restarts: 1,
  });
  expect(featuresOn(freshUnit, factory)).toEqual([]);
});

test('K-12 features that are on survive further keys, whatever their version and slot', () => {
  const state = on([keyFor(2), keyFor(1, 0, 1), keyFor(1, 1), keyFor(200)]);
  expect(featuresOn(state, factory).map(({ feature, slot }) => [feature, slot])).toEqual([
    [1, 0],
    [1, 1],
    [2, 0],
    [200, 0],
  ]);
  expect(featuresOn(state, factory).at(-1)?.name).toBe(null);
  expect(state.restarts).toBe(4);
});

test.each([
  ['nothing', '', 'key-missing'],
  ['only hyphens', '---', 'key-missing'],
  ['half a key', keyFor(1).slice(0, 8), 'authentication-failed'],
  ['two keys at once', keyFor(1) + keyFor(2), 'authentication-failed'],
  ['a wrong digit', keyFor(1).replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'authentication-failed'],
  ['the key of another unit', keyFor(1, 0, 2, { ...factory, deviceId: '0123456789ABCDE0' }), 'authentication-failed'],
  ['the key of another product', keyFor(1, 0, 2, { ...factory, product: 'link' }), 'authentication-failed'],
  ['a key that is on already', keyFor(1, 3), 'already-on'],
])('K-12 a wrong entry changes nothing and restarts nothing: %s', (_, typed, code) => {
  const state = on([keyFor(1, 3)]);
  const before = structuredClone(state);
  expect(restartWithKey(state, factory, typed, now)).toEqual({ ok: false, code });
  expect(checkKey(state, factory, typed, now)).toEqual({ ok: false, code });
  expect(state).toEqual(before);
});

test('K-12 a key written into the unit’s memory by hand switches nothing on', () => {
  const foreign = keyFor(1, 0, 2, { ...factory, deviceId: '0123456789ABCDE0' });
  const state = {
    ...freshUnit,
    keys: [
      { key: foreign, enteredAt: now.toISOString() },
      { key: keyFor(2), enteredAt: now.toISOString() },
    ],
  };
  expect(featuresOn(state, factory).map((one) => one.feature)).toEqual([2]);
});
