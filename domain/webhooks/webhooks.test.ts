import { expect, test } from 'vitest';
import { permissionsOf } from '../accounts/permissions.ts';
import { capabilitySchemas } from '../site/capabilities.ts';
import { eventKinds, kindsFor } from './kinds.ts';
import { outcomeOf } from './outcome.ts';
import { failingMaxMs, pauseMs, retryWaitsMs } from './waits.ts';

test('P-24 tries lie ever further apart, and a receiver is switched off before the last of them is over', () => {
  expect(retryWaitsMs.every((wait, at) => at === 0 || wait > (retryWaitsMs[at - 1] ?? 0))).toBe(true);
  expect(retryWaitsMs.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(failingMaxMs);
  expect([1, 2, 3, 11, 1_000].map(pauseMs)).toEqual([1_000, 2_000, 4_000, 600_000, 600_000]);
});

test('P-24 somebody is told of what they may read and the site offers, and of nothing else', () => {
  const owner = new Set(permissionsOf('customer', 'owner'));
  expect(kindsFor(owner, { capabilities: capabilitySchemas })).toEqual(eventKinds);
  expect(kindsFor(owner, { capabilities: { alarms: {} } }).every((kind) => kind.startsWith('alarms.'))).toBe(true);
  expect(kindsFor(new Set(), { capabilities: capabilitySchemas })).toEqual([]);
});

test.each([
  [200, 'taken'],
  [204, 'taken'],
  [199, 'later'],
  [301, 'later'],
  [400, 'later'],
  [410, 'gone'],
  [500, 'later'],
  [null, 'later'],
])('P-24 what a status of %s says of a delivery: %s', (status, outcome) => expect(outcomeOf(status)).toBe(outcome));
