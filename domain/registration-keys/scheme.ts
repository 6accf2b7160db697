import { type KeyObject, timingSafeEqual } from 'node:crypto';
import { parseHex } from '../identifiers/hex.ts';
import { hmac, hmacHex } from '../keyed-hash/hmac.ts';
import { joinFields } from '../keyed-hash/join-fields.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { verifyCodes } from './codes.ts';
import { joinKey, keyDigits, type KeyFields, splitKey, tagDigits } from './layout.ts';

const tagLabel = 'regkey1\0';
const secretLabel = 'dev\0';
export const secretBytes = 32;

/** A unit by its product and its device ID (upper-case hex without separators). */
export type Unit = { product: string; deviceId: string };

/** A unit's own secrets by key version. A unit knows these and no master. */
export type UnitSecrets = Readonly<Record<number, Uint8Array>>;

/**
 * The secret of one unit under one key version: HMAC-SHA-256 of product and device ID under the product's master. Put
 * into the unit when it is made; one opened unit gives away only itself (K-11).
 */
export function deviceSecret(productMaster: Uint8Array | KeyObject, { product, deviceId }: Unit): Uint8Array {
  if (productMaster instanceof Uint8Array && productMaster.length < secretBytes)
    throw new RangeError(`a master secret has at least ${secretBytes} bytes`);
  return hmac(productMaster, joinFields([product, deviceId], secretLabel));
}

/**
 * Makes a registration key. The same input gives the same key; nothing about the activation key enters it, because
 * the unit never sees that (decisions.md "Keys").
 * @returns sixteen upper-case hex digits without hyphens.
 */
export function issueKey({ secret, unit, fields }: { secret: Uint8Array; unit: Unit; fields: KeyFields }): string {
  return joinKey(fields, tagOf(secret, unit, fields));
}

/**
 * Checks a key as the unit does: offline, with nothing but the unit's own secrets, its product, its device ID and the digits typed
 * (any case, full width, with or without hyphens).
 * @returns which feature it switches on, or why not: `mistyped` (check digit), `unknown-version`, `not-for-this-unit`.
 */
export function verifyKey({
  secrets,
  unit,
  key,
}: {
  secrets: UnitSecrets;
  unit: Unit;
  key: string;
}): Verdict<KeyFields, (typeof verifyCodes)[number]> {
  const typed = parseHex(key, keyDigits);
  if (!typed.ok) return typed;
  const parts = splitKey(typed.value);
  if (!parts) return fail('mistyped');
  const { tag, ...fields } = parts;
  const secret = secrets[fields.version];
  if (!secret) return fail('unknown-version');
  const same = timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(secret, unit, fields)));
  return same ? pass(fields) : fail('not-for-this-unit');
}

/** What the tag is computed over. Each field has its length before it, so that no two units share an input. */
export function tagInput({ product, deviceId }: Unit, { version, feature, slot }: KeyFields): Uint8Array {
  return joinFields([product, deviceId, version, feature, slot], tagLabel);
}

function tagOf(secret: Uint8Array, unit: Unit, fields: KeyFields): string {
  const full = hmacHex(secret, tagInput(unit, fields));
  return full.slice(0, tagDigits).toUpperCase();
}
