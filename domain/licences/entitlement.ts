import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { hmac } from '../keyed-hash/hmac.ts';
import { joinFields } from '../keyed-hash/join-fields.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import { licenceStates, type EntitlementFault } from './entitlement-codes.ts';

/** Machines of one portal may differ by so much in their clocks: what is older by less may be the newer one. */
export const clockSlackMs = 10_000;
/** One entitlement as it is sent. */
export const entitlementCharactersMax = 8_000;

const keyLabel = 'entitlement\0';
const algorithm = 'EdDSA';
const tokenType = 'engawa-entitlement';
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

const entitlementSchema = z.object({
  site: z.string(),
  /** Its name on the wire, `dev_…`. */
  device: z.string(),
  serial: z.string(),
  licence: z.object({
    state: z.enum(licenceStates),
    /** The type that the device takes. */
    type: z.string(),
    /** Of the licence that runs, or expired last; null for none. */
    lastDay: z.iso.date().nullable(),
  }),
  /** Every feature, by its code. */
  features: z.record(z.string(), z.boolean()),
  issuedAt: z.iso.datetime(),
  validUntil: z.iso.datetime(),
});
/** What one device may do, as it is signed (L-08). Instants in UTC; `lastDay` is a civil date where the site is. */
export type SignedEntitlement = z.output<typeof entitlementSchema>;

const headerSchema = z.object({ alg: z.literal(algorithm), typ: z.literal(tokenType), kid: z.string() });

/** The key pair under one name (`kid`). */
export type SigningKey = { kid: string; privateKey: KeyObject };
/** Public keys by their names. */
export type EntitlementKeys = ReadonlyMap<string, KeyObject>;
/** A public key as it is published (RFC 8037). */
export type PublishedKey = { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string; alg: typeof algorithm; use: 'sig' };

/**
 * The pair with which a site signs under one name: the private key is an HMAC of site and name under the master, so that the key provider keeps
 * one secret and no two sites sign alike.
 */
export function signingKeyOf(master: Uint8Array | KeyObject, site: string, kid: string): SigningKey {
  const seed = hmac(master, joinFields([site, kid], keyLabel));
  const privateKey = createPrivateKey({ key: Buffer.concat([privateKeyHead, seed]), format: 'der', type: 'pkcs8' });
  return { kid, privateKey };
}

/** The public half, as anybody may have it. */
export function publishedKey({ kid, privateKey }: SigningKey): PublishedKey {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: algorithm, use: 'sig' };
}

/** Reads published keys; those of other kinds are left out, as later ones may be. */
export function readPublishedKeys(
  keys: readonly { kty: string; crv?: string; x?: string; kid?: string }[],
): EntitlementKeys {
  return new Map(
    keys.flatMap(({ kty, crv, x, kid }) =>
      kty === 'OKP' && crv === 'Ed25519' && x !== undefined && kid !== undefined
        ? [[kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })] as const]
        : [],
    ),
  );
}

/** The entitlement as a compact JWS (RFC 7515) under Ed25519. */
export function signEntitlement(entitlement: SignedEntitlement, { kid, privateKey }: SigningKey): string {
  const signed = `${encode({ alg: algorithm, typ: tokenType, kid })}.${encode(entitlement)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

/**
 * Reads an entitlement and looks at its signature; whose it is and whether it holds now is for `takeEntitlement` to say. Fields that are not
 * known are left out: a newer portal may send more.
 */
export function readEntitlement(
  token: string,
  keys: EntitlementKeys,
): Verdict<SignedEntitlement, 'unreadable' | 'key-unknown' | 'signature-wrong'> {
  const [head = '', body = '', signature = '', ...rest] =
    token.length > entitlementCharactersMax ? [] : token.split('.');
  const header = headerSchema.safeParse(decode(head));
  if (!header.success || rest.length > 0) return fail('unreadable');
  const key = keys.get(header.data.kid);
  if (!key) return fail('key-unknown');
  const bytes = Buffer.from(signature, 'base64url');
  // What decodes to the same bytes but is written otherwise is not what was signed and sent.
  if (bytes.toString('base64url') !== signature || !verify(null, Buffer.from(`${head}.${body}`), key, bytes))
    return fail('signature-wrong');
  const entitlement = entitlementSchema.safeParse(decode(body));
  return entitlement.success ? pass(entitlement.data) : fail('unreadable');
}

/** Who takes an entitlement: a device by its serial number at its site. */
export type Holder = { site: string; serial: string };

/**
 * What a device makes of an entitlement that it was handed, in this order: signed by its portal, about itself, not older than the one it holds,
 * and not run out.
 * @param held the one that it holds, null for none.
 * @param now the portal's time as the device reckons it (see docs/device-protocol.md).
 */
export function takeEntitlement(
  token: string,
  { keys, holder, held, now }: { keys: EntitlementKeys; holder: Holder; held: SignedEntitlement | null; now: Date },
): Verdict<SignedEntitlement, EntitlementFault> {
  const read = readEntitlement(token, keys);
  if (!read.ok) return read;
  const { site, serial, issuedAt, validUntil } = read.value;
  if (site !== holder.site || serial !== holder.serial) return fail('of-another');
  if (held && Date.parse(issuedAt) + clockSlackMs < Date.parse(held.issuedAt)) return fail('older');
  return Date.parse(validUntil) > now.getTime() ? read : fail('run-out');
}

/** What a device may do now: what it holds says so until it runs out, then what is built in for a device without a licence. */
export function featuresNow(
  held: SignedEntitlement | null,
  unlicensed: Readonly<Record<string, boolean>>,
  now: Date,
): Readonly<Record<string, boolean>> {
  return held && Date.parse(held.validUntil) > now.getTime() ? held.features : unlicensed;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  } catch {
    return null;
  }
}
