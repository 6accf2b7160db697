import type { Verdict } from '../verdict.ts';
import { groupHex, parseHex } from './hex.ts';

export const deviceIdFormats = ['hex16', 'mac'] as const;

/** `hex16`: 16 hex digits in four boxes; `mac`: 12 hex digits in six pairs (details.md, device ID). */
export type DeviceIdFormat = (typeof deviceIdFormats)[number];

/** How many hex digits a device ID of this format has. */
export const deviceIdDigits = { hex16: 16, mac: 12 } as const satisfies Record<DeviceIdFormat, number>;

/** Reads a device ID; the value is upper-case hex without separators. */
export function parseDeviceId(
  text: string,
  format: DeviceIdFormat,
): Verdict<string, 'required' | 'hex-characters' | 'hex-length'> {
  return parseHex(text, deviceIdDigits[format]);
}

/** Shows a stored device ID: `0123-4567-89AB-CDEF` or `01:23:45:67:89:AB`. */
export function formatDeviceId(value: string, format: DeviceIdFormat): string {
  return format === 'mac' ? groupHex(value, 2, ':') : groupHex(value, 4);
}
