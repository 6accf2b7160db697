import { groupHex, parseHex } from '../identifiers/hex.ts';
import type { Verdict } from '../verdict.ts';
import { keyDigits } from './layout.ts';

type HexCode = 'required' | 'hex-characters' | 'hex-length';

/** Reads a registration key or an activation key number: sixteen hex digits, however typed. */
export function parseKey(text: string): Verdict<string, HexCode> {
  return parseHex(text, keyDigits);
}

/** Reads a registration ID of so many hex digits (site data). */
export function parseRegistrationId(text: string, digits: number): Verdict<string, HexCode> {
  return parseHex(text, digits);
}

/** Shows a registration key or an activation key number in four groups: `0123-4567-89AB-CDEF`. */
export function formatKey(key: string): string {
  return groupHex(key, 4);
}
