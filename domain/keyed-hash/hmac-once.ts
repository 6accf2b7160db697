import { hash } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;

/**
 * HMAC-SHA-256 (RFC 2104) under a key that is used once, as every unit has its own: making a key object costs several times
 * what the hashing does, and a report makes a million of them.
 * @param key at most 64 bytes; a longer one is a bug and throws.
 * @returns lower-case hex digits.
 */
export function hmacOnce(key: Uint8Array, message: Uint8Array): string {
  if (key.length > blockBytes) throw new RangeError(`a key has at most ${blockBytes} bytes`);
  // From the pool: memory of their own for a million of them keeps the collector busier than the hashing.
  const inner = Buffer.allocUnsafe(blockBytes + message.length);
  const outer = Buffer.allocUnsafe(blockBytes + digestBytes);
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  inner.set(message, blockBytes);
  outer.write(hash('sha256', inner, 'binary'), blockBytes, 'binary');
  return hash('sha256', outer, 'hex');
}
