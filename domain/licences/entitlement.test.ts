import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clockSlackMs,
  entitlementCharactersMax,
  featuresNow,
  publishedKey,
  readEntitlement,
  readPublishedKeys,
  signEntitlement,
  signingKeyOf,
  takeEntitlement,
  type SignedEntitlement,
} from './entitlement.ts';

const master = Buffer.alloc(32, 7);
const key = signingKeyOf(master, 'camera', 'entitlement-1');
const keys = readPublishedKeys([publishedKey(key)]);
const now = new Date('2027-12-31T12:00:00.000Z');
const plus = (ms: number) => new Date(now.getTime() + ms).toISOString();
const entitlement: SignedEntitlement = {
  site: 'camera',
  device: 'dev_01939d2e-0000-7000-8000-000000000001',
  serial: 'ZZ00000018',
  licence: { state: 'licensed', type: 'recorder', lastDay: '2027-12-31' },
  features: { localLive: true, remoteLive: true },
  issuedAt: now.toISOString(),
  validUntil: plus(3 * 3_600_000),
};
const holder = { site: 'camera', serial: 'ZZ00000018' };
const token = signEntitlement(entitlement, key);
const take = (text: string, held: SignedEntitlement | null = null, at = now) =>
  takeEntitlement(text, { keys, holder, held, now: at });
const code = (verdict: ReturnType<typeof take>) => (verdict.ok ? 'taken' : verdict.code);
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('L-08 an entitlement is a compact JWS that any library for EdDSA checks with the published key', () => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  expect(read(head)).toEqual({ alg: 'EdDSA', typ: 'engawa-entitlement', kid: 'entitlement-1' });
  expect(read(body)).toEqual(entitlement);
  const [published] = keys.values();
  if (!published) throw new Error('no key');
  expect(verify(null, Buffer.from(`${head}.${body}`), published, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(take(token)).toEqual({ ok: true, value: entitlement });
});

test('L-08 the key pair hangs on master, site and name alone', () => {
  const x = (site: string, kid: string, of = master) => publishedKey(signingKeyOf(of, site, kid)).x;
  expect(x('camera', 'entitlement-1')).toBe(publishedKey(key).x);
  const others = [
    x('other', 'entitlement-1'),
    x('camera', 'entitlement-2'),
    x('camera', 'entitlement-1', Buffer.alloc(32)),
  ];
  expect(new Set([publishedKey(key).x, ...others]).size).toBe(4);
});

test('L-08 no text but the one that was signed is taken: a changed, missing or added character, anywhere', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ';
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...letters.split('')), fc.nat(2), (at, letter, how) => {
      const rest = token.slice(at + (how === 2 ? 0 : 1));
      const other = token.slice(0, at) + (how === 1 ? '' : letter) + rest;
      expect(other === token || !take(other).ok).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('L-08 forged answers: no signature, another key, another algorithm, a body of somebody’s own', () => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const signed = `${head}.${body}`;
  const cases: [string, string][] = [
    [`${signed}.`, 'signature-wrong'],
    [`${signed}.${sign(null, Buffer.from(signed), stranger).toString('base64url')}`, 'signature-wrong'],
    [`${encode({ alg: 'none', typ: 'engawa-entitlement', kid: 'entitlement-1' })}.${body}.`, 'unreadable'],
    [`${encode({ alg: 'HS256', typ: 'engawa-entitlement', kid: 'entitlement-1' })}.${body}.${signature}`, 'unreadable'],
    [`${encode({ alg: 'EdDSA', typ: 'JWT', kid: 'entitlement-1' })}.${body}.${signature}`, 'unreadable'],
    [`${encode({ alg: 'EdDSA', typ: 'engawa-entitlement', kid: 'x' })}.${body}.${signature}`, 'key-unknown'],
    [`${head}.${encode({ ...entitlement, validUntil: plus(9e9) })}.${signature}`, 'signature-wrong'],
    [signEntitlement(entitlement, signingKeyOf(master, 'other', 'entitlement-1')), 'signature-wrong'],
    [signEntitlement({ ...entitlement, features: 'all' } as unknown as SignedEntitlement, key), 'unreadable'],
    [`${token}.${token}`, 'unreadable'],
    ['', 'unreadable'],
    ['..', 'unreadable'],
    ['null.null.null', 'unreadable'],
  ];
  for (const [text, why] of cases) expect([text, code(take(text))]).toEqual([text, why]);
});

test('L-08 of another device, another site, older than the one that is held, or run out: not taken', () => {
  const held = entitlement;
  expect(code(take(signEntitlement({ ...entitlement, serial: 'ZZ00000026' }, key)))).toBe('of-another');
  expect(code(take(signEntitlement({ ...entitlement, site: 'energy' }, key)))).toBe('of-another');
  const issued = (ms: number) => signEntitlement({ ...entitlement, issuedAt: plus(ms) }, key);
  expect(code(take(issued(-clockSlackMs), held))).toBe('taken');
  expect(code(take(issued(-clockSlackMs - 1), held))).toBe('older');
  expect(code(take(issued(-clockSlackMs - 1)))).toBe('taken');
  const end = Date.parse(entitlement.validUntil);
  expect(code(take(token, null, new Date(end - 1)))).toBe('taken');
  expect(code(take(token, null, new Date(end)))).toBe('run-out');
});

test('L-08 what is held says what may be done until it runs out; then, and without any, what goes on without a licence', () => {
  const unlicensed = { localLive: true, remoteLive: false };
  const end = Date.parse(entitlement.validUntil);
  expect(featuresNow(entitlement, unlicensed, new Date(end - 1))).toEqual({ localLive: true, remoteLive: true });
  expect(featuresNow(entitlement, unlicensed, new Date(end))).toBe(unlicensed);
  expect(featuresNow(null, unlicensed, now)).toBe(unlicensed);
});

test(`L-08 an entitlement of ${entitlementCharactersMax} characters is read, one more is not looked at`, () => {
  const sized = (characters: number) => signEntitlement({ ...entitlement, device: 'd'.repeat(characters) }, key);
  const lengths = Array.from({ length: 8 }, (_, more) => sized(5_620 + more));
  const fitting = lengths.findLast((text) => text.length <= entitlementCharactersMax) ?? '';
  const longer = sized(6_000);
  expect([fitting.length, code(take(fitting))]).toEqual([entitlementCharactersMax, 'taken']);
  expect([longer.length > entitlementCharactersMax, readEntitlement(longer, keys)]).toEqual([
    true,
    { ok: false, code: 'unreadable' },
  ]);
});

test('L-08 published keys of kinds that nobody knows are left out', () => {
  const known = publishedKey(key);
  expect([
    ...readPublishedKeys([
      { kty: 'RSA', kid: 'r' },
      { ...known, kid: 'k' },
    ]).keys(),
  ]).toEqual(['k']);
});
