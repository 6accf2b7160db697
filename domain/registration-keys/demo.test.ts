import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Vectors } from '../../edge/unit/vectors.ts';
import { verifierOf } from '../../edge/unit/verifier.ts';
import { deviceIdDigits } from '../identifiers/device-id.ts';
import { demoDeviceIds, demoKeys, demoRegistrationId } from './demo.ts';
import { parseKey, parseRegistrationId } from './key.ts';
import { splitKey, versionsMax } from './layout.ts';

const file = new URL('../../edge/unit/vectors.generated.json', import.meta.url);
const { units } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

test('K-08 no unit accepts a key of the demo, whatever its secrets are: the check digit is wrong', () => {
  const secrets = Object.fromEntries(Array.from({ length: versionsMax }, (_, version) => [version, '00'.repeat(32)]));
  const everyUnit = [...units, ...units.map((unit) => ({ ...unit, secrets }))];
  const answers = everyUnit.flatMap((unit) => demoKeys.map((key) => verifierOf(unit)(key.registrationKey)));
  expect(answers.length).toBe(units.length * 2 * demoKeys.length);
  expect(new Set(answers.map((answer) => (answer.ok ? 'accepted' : answer.code)))).toEqual(new Set(['mistyped']));
  expect(demoKeys.map((key) => splitKey(key.registrationKey))).toEqual([null, null, null]);
});

test('K-08 what the demo shows has the form of the real thing', () => {
  expect(demoKeys.every((key) => parseKey(key.number).ok && parseKey(key.registrationKey).ok)).toBe(true);
  for (const format of ['hex16', 'mac'] as const) expect(demoDeviceIds[format]).toHaveLength(deviceIdDigits[format]);
  for (const digits of [8, 10, 16, 32]) expect(parseRegistrationId(demoRegistrationId(digits), digits).ok).toBe(true);
});
