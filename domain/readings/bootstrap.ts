import { hmacHex } from '../keyed-hash/hmac.ts';
import { joinFields } from '../keyed-hash/join-fields.ts';

const proofLabel = 'bootstrap\0';

/** What a device answers a challenge for. */
export type Claim = { site: string; serial: string; challenge: string };

/**
 * The proof that a device holds the secret that the factory wrote into it: HMAC-SHA-256 of `bootstrap\0` and then site, canonical serial
 * number and challenge, each with its length as two bytes before it (decisions.md "Devices over the wire").
 * @param secret K_device, 32 bytes (domain/unlock-codes/scheme.ts).
 * @returns 64 lower-case hex digits.
 */
export function bootstrapProof(secret: Uint8Array, { site, serial, challenge }: Claim): string {
  return hmacHex(secret, joinFields([site, serial, challenge], proofLabel));
}
