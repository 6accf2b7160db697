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
  const inner = Buffer.alloc(blockBytes + message.length, 0x36);
  const outer = Buffer.alloc(blockBytes + digestBytes, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  inner.set(message, blockBytes);
  outer.set(hash('sha256', inner, 'buffer'), blockBytes);
  return hash('sha256', outer, 'hex');
}
