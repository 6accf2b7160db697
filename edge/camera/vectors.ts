import {
  publishedKey,
  readPublishedKeys,
  signEntitlement,
  signingKeyOf,
  takeEntitlement,
  type PublishedKey,
  type SignedEntitlement,
} from '../../domain/licences/entitlement.ts';
import type { EntitlementFault } from '../../domain/licences/entitlement-codes.ts';

/** What another implementation of a device is tested with. */
export type Vectors = {
  note: string;
  keys: PublishedKey[];
  /** Which device it is, what the portal's time is, and what it holds before each of the cases. */
  site: string;
  serial: string;
  now: string;
  held: SignedEntitlement;
  taken: { entitlement: string; payload: SignedEntitlement; why: string }[];
  refused: { entitlement: string; code: EntitlementFault; why: string }[];
};

const site = 'sample';
const serial = 'ZZ00000018';
const now = new Date('2027-06-01T00:00:00.000Z');
const published = signingKeyOf(fixedBytes(0x00), site, 'entitlement-1');
const former = signingKeyOf(fixedBytes(0x00), site, 'entitlement-0');
const stranger = signingKeyOf(fixedBytes(0x80), site, 'entitlement-1');
const unknown = signingKeyOf(fixedBytes(0x00), site, 'entitlement-2');

function about(more: Partial<SignedEntitlement> = {}): SignedEntitlement {
  return {
    site,
    device: 'dev_01939d2e-0000-7000-8000-000000000001',
    serial,
    licence: { state: 'licensed', type: 'recorder', lastDay: '2027-12-31' },
    features: { localLive: true, remoteLive: true },
    issuedAt: at(0),
    validUntil: at(24 * 3_600_000),
    ...more,
  };
}

/** Computes the published test vectors from fixed example masters, which no site may use. */
export function makeVectors(): Vectors {
  const held = about({ issuedAt: at(-3_600_000) });
  const keys = [publishedKey(published), publishedKey(former)];
  const take = (entitlement: string) =>
    takeEntitlement(entitlement, { keys: readPublishedKeys(keys), holder: { site, serial }, held, now });
  const expired = about({
    licence: { state: 'expired', type: 'recorder', lastDay: '2027-05-31' },
    features: { localLive: true, remoteLive: false },
  });
  const right = signEntitlement(about(), published);
  const [head = '', body = '', signature = ''] = right.split('.');
  const taken = [
    { entitlement: right, why: 'signed with the key that is in use' },
    { entitlement: signEntitlement(about(), former), why: 'signed with a former key that is still published' },
    { entitlement: signEntitlement(expired, published), why: 'the licence has expired' },
    { entitlement: signEntitlement(about({ issuedAt: at(-3_610_000) }), published), why: 'older by 10 seconds only' },
    {
      entitlement: signEntitlement({ ...about(), later: { field: 1 } } as SignedEntitlement, published),
      why: 'a field that nobody knows',
    },
  ].map(({ entitlement, why }) => {
    const verdict = take(entitlement);
    if (!verdict.ok) throw new Error(`${why}: ${verdict.code}`);
    return { entitlement, payload: verdict.value, why };
  });
  const forgedHead = encode({ alg: 'none', typ: 'engawa-entitlement', kid: 'entitlement-1' });
  const forgedBody = encode(about({ validUntil: at(9e9) }));
  const refused = [
    { entitlement: `${head}.${forgedBody}.${signature}`, why: 'the payload was changed' },
    { entitlement: `${forgedHead}.${body}.`, why: 'no signature, and a header that asks for none' },
    { entitlement: `${head}.${body}.`, why: 'the signature is missing' },
    {
      entitlement: signEntitlement(about(), stranger),
      why: 'signed with a key of somebody’s own under the right name',
    },
    { entitlement: signEntitlement(about(), unknown), why: 'signed with a key that is not published' },
    { entitlement: signEntitlement(about({ serial: 'ZZ00000026' }), published), why: 'about another device' },
    { entitlement: signEntitlement(about({ site: 'other' }), published), why: 'of another site' },
    {
      entitlement: signEntitlement(about({ issuedAt: at(-3_610_001) }), published),
      why: 'older than the one it holds',
    },
    { entitlement: signEntitlement(about({ validUntil: at(0) }), published), why: 'it has run out' },
    { entitlement: '', why: 'nothing' },
  ].map(({ entitlement, why }) => {
    const verdict = take(entitlement);
    if (verdict.ok) throw new Error(`${why} was taken`);
    return { entitlement, code: verdict.code, why };
  });
  const note = 'Test vectors of entitlements. The keys are made from published examples: never trust them.';
  return { note, keys, site, serial, now: at(0), held, taken, refused };
}

/** The file as it is committed. */
export function vectorsText(): string {
  return `${JSON.stringify(makeVectors(), null, 2)}\n`;
}

function at(ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function fixedBytes(from: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => from + index);
}
