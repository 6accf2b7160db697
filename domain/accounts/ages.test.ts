import { expect, test } from 'vitest';
import { passwordAge, passwordExpires } from './password-expiry.ts';
import { accountPolicySchema } from './policy.ts';
import { checkProof, proofEnds, proofTriesMax } from './proofs.ts';
import { checkSession } from './sessions.ts';

const at = (text: string) => new Date(text);
const expiryOf = (passwordExpiry: object) => {
  const expiry = accountPolicySchema.parse({ passwordExpiry }).passwordExpiry;
  if (!expiry) throw new Error('the policy has an expiry');
  return expiry;
};

test.each([
  ['minutes', { minutes: 10 }, '2026-11-01T00:00:00Z', '2026-11-01T00:10:00Z', 'Asia/Tokyo'],
  ['hours', { hours: 24 }, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', 'Asia/Tokyo'],
  ['7 days to the end of the last', { days: 7 }, '2026-02-14T03:00:00Z', '2026-02-21T15:00:00Z', 'Asia/Tokyo'],
  ['days counted in the zone of the site', { days: 1 }, '2026-11-01T15:00:00Z', '2026-11-03T15:00:00Z', 'Asia/Tokyo'],
  ['days over the end of summer time', { days: 1 }, '2026-10-24T10:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Berlin'],
  ['a day that begins at one o’clock', { days: 1 }, '2026-09-04T12:00:00Z', '2026-09-06T04:00:00Z', 'America/Santiago'],
  ['over a leap day', { days: 1 }, '2028-02-28T00:00:00Z', '2028-02-29T15:00:00Z', 'Asia/Tokyo'],
] as const)('P-10 a code or link lives: %s', (_, life, now, ends, zone) => {
  expect(proofEnds(life, at(now), zone)).toEqual(at(ends));
});

test('P-12 a code is good once, for five tries, while it is the newest and has not run out', () => {
  const proof = { endsAt: at('2026-11-01T00:10:00Z'), usedAt: null, replacedAt: null, tries: 0 };
  const before = at('2026-11-01T00:09:59Z');
  expect(proofTriesMax).toBe(5);
  expect(checkProof(proof, before)).toEqual({ ok: true, value: 5 });
  expect(checkProof({ ...proof, tries: 4 }, before)).toEqual({ ok: true, value: 1 });
  expect(checkProof({ ...proof, tries: 5 }, before)).toEqual({ ok: false, code: 'proof-tries-spent' });
  expect(checkProof({ ...proof, usedAt: before }, before)).toEqual({ ok: false, code: 'proof-used' });
  expect(checkProof({ ...proof, replacedAt: before }, before)).toEqual({ ok: false, code: 'proof-replaced' });
  expect(checkProof(proof, proof.endsAt)).toEqual({ ok: false, code: 'proof-over' });
});

test('P-11 a session ends after 30 minutes without use and after 12 hours in all', () => {
  const { session } = accountPolicySchema.parse({});
  const facts = { startedAt: at('2026-11-01T00:00:00Z'), lastUsedAt: at('2026-11-01T11:00:00Z') };
  expect(checkSession(facts, session, at('2026-11-01T11:29:59Z'))).toEqual({
    ok: true,
    value: at('2026-11-01T11:30:00Z'),
  });
  expect(checkSession(facts, session, at('2026-11-01T11:30:00Z'))).toEqual({
    ok: false,
    code: 'session-idle',
    params: { minutes: 30 },
  });
  const late = { ...facts, lastUsedAt: at('2026-11-01T11:59:00Z') };
  expect(checkSession(late, session, at('2026-11-01T11:59:59Z'))).toEqual({
    ok: true,
    value: at('2026-11-01T12:00:00Z'),
  });
  expect(checkSession(late, session, at('2026-11-01T12:00:00Z'))).toEqual({
    ok: false,
    code: 'session-over',
    params: { hours: 12 },
  });
});

test.each([
  [
    '180 days are 180 × 24 h',
    { after: { days: 180 } },
    '2026-03-01T01:00:00Z',
    '2026-08-28T01:00:00Z',
    'Europe/Berlin',
  ],
  [
    '3 months, same time of day',
    { after: { months: 3 } },
    '2026-01-15T01:00:00Z',
    '2026-04-15T01:00:00Z',
    'Asia/Tokyo',
  ],
  [
    '3 months onto the last day of a short month',
    { after: { months: 3 } },
    '2026-11-30T01:00:00Z',
    '2027-02-28T01:00:00Z',
    'Asia/Tokyo',
  ],
  [
    'months in the zone of the site',
    { after: { months: 3 } },
    '2026-11-29T15:30:00Z',
    '2027-02-27T15:30:00Z',
    'Asia/Tokyo',
  ],
  [
    'same time of day over summer time',
    { after: { months: 3 } },
    '2026-01-15T11:00:00Z',
    '2026-04-15T10:00:00Z',
    'Europe/Berlin',
  ],
] as const)('P-12 a password expires: %s', (_, expiry, changed, expires, zone) => {
  expect(passwordExpires(at(changed), expiryOf({ ...expiry, expired: 'change-at-login' }), zone)).toEqual(at(expires));
});

test('P-12 the days left are told from 7 days before', () => {
  const expiry = expiryOf({ after: { days: 180 }, expired: 'reset-by-mail' });
  const changed = at('2026-01-01T00:00:00Z');
  const age = (now: string) => passwordAge(changed, expiry, 'Asia/Tokyo', at(now));
  expect(age('2026-06-22T23:59:59Z')).toEqual({ state: 'good' });
  expect(age('2026-06-23T00:00:00Z')).toEqual({ state: 'warned', daysLeft: 7 });
  expect(age('2026-06-29T23:59:59Z')).toEqual({ state: 'warned', daysLeft: 1 });
  expect(age('2026-06-30T00:00:00Z')).toEqual({ state: 'expired' });
  expect(passwordAge(changed, null, 'Asia/Tokyo', at('2036-01-01T00:00:00Z'))).toEqual({ state: 'good' });
});
