import type { KeyObject } from 'node:crypto';
import { hmac } from '../keyed-hash/hmac.ts';
import { joinFields } from '../keyed-hash/join-fields.ts';
import { drawValue } from './draw.ts';
import type { CodeLength } from './lengths.ts';

const secretLabel = 'dev\0';
const codeLabel = 'unlock\0';
export const secretBytes = 32;

/** A unit by its model and its serial number in canonical form, as they are stored. */
export type Unit = { model: string; serial: string };

/**
 * The secret of one unit under one version: HMAC-SHA-256 of its serial number under the model's master. The factory may write it into
 * the unit; one opened unit gives away only itself (U-10, security.md "Keys").
 */
export function deviceSecret(modelMaster: Uint8Array | KeyObject, serial: string): Uint8Array {
  if (modelMaster instanceof Uint8Array && modelMaster.length < secretBytes)
    throw new RangeError(`a master secret has at least ${secretBytes} bytes`);
  return hmac(modelMaster, joinFields([serial], secretLabel));
}

/** What a code is computed over. */
export function codeInput({ model, serial }: Unit, version: number): Uint8Array {
  return joinFields([version, model, serial], codeLabel);
}

/**
 * The unlock code of a unit as a number: the same unit and version always give the same one (U-10).
 * @param secret the unit's own, of that version.
 * @param version 0 to 255; anything else is a bug and throws.
 * @returns 0 to one below the number of values of the length.
 */
export function codeOf(
  secret: Uint8Array,
  { unit, version, length }: { unit: Unit; version: number; length: CodeLength },
): number {
  let digest = hmac(secret, codeInput(unit, version));
  for (let value = drawValue(digest, length); ; value = drawValue(digest, length)) {
    if (value !== null) return value;
    digest = hmac(secret, digest);
  }
}
