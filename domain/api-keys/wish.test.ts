import { expect, test } from 'vitest';
import { keyFaults, lifeDaysMax } from './wish.ts';

const now = new Date('2026-11-20T01:00:00Z');
const good = { name: '集計', scopes: ['devices:read'] as const, endsAt: null };
const daysOn = (days: number, moreMs = 0) => new Date(now.getTime() + days * 86_400_000 + moreMs).toISOString();

test.each([
  ['all as it should be', good, []],
  ['a blank name', { ...good, name: '　 ' }, ['name name-missing']],
  ['no scope', { ...good, scopes: [] }, ['scopes scopes-missing']],
  ['a scope beyond its maker', { ...good, scopes: ['devices:read', 'alarms:read'] as const }, ['scopes scope-beyond']],
  ['an end now', { ...good, endsAt: daysOn(0) }, ['endsAt ends-past']],
  ['an end a moment on', { ...good, endsAt: daysOn(0, 1) }, []],
  ['the latest end', { ...good, endsAt: daysOn(lifeDaysMax) }, []],
  ['a moment later', { ...good, endsAt: daysOn(lifeDaysMax, 1) }, ['endsAt ends-far']],
])('P-24 a wish for an API key: %s', (_, wish, faults) => {
  expect(keyFaults(wish, ['devices:read'], now).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});
