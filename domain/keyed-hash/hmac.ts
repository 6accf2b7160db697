import { hash, type KeyObject } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;
const innerPad = 0x36;
const outerPad = 0x5c;

/** What a key begins both of its hashings with. */
type Begun = { inner: Uint8Array; outer: Uint8Array };

/** As long as the key itself lives, and no longer. */
const begunUnder = new WeakMap<KeyObject, Begun>();

/**
 * HMAC-SHA-256 (RFC 2104) out of two hashings at one stroke: the platform's own makes an object for each message, which costs more
 * than the hashing does, and a report makes a million of them.
 * @param key at most 64 bytes; a longer one is a bug and throws.
 * @returns lower-case hex digits.
 */
export function hmacHex(key: Uint8Array | KeyObject, message: Uint8Array): string {
  const { inner, outer } = key instanceof Uint8Array ? begin(key) : begunOf(key);
  // From the pool: memory of their own for a million of them keeps the collector busier than the hashing.
  const first = Buffer.allocUnsafe(blockBytes + message.length);
  first.set(inner);
  first.set(message, blockBytes);
  const second = Buffer.allocUnsafe(blockBytes + digestBytes);
  second.set(outer);
  second.write(hash('sha256', first, 'binary'), blockBytes, 'binary');
  return hash('sha256', second, 'hex');
}

/** The same as its 32 bytes. */
export function hmac(key: Uint8Array | KeyObject, message: Uint8Array): Uint8Array {
  return Buffer.from(hmacHex(key, message), 'hex');
}

function begunOf(key: KeyObject): Begun {
  const known = begunUnder.get(key);
  if (known) return known;
  const begun = begin(key.export());
  begunUnder.set(key, begun);
  return begun;
}

function begin(key: Uint8Array): Begun {
  if (key.length > blockBytes) throw new RangeError(`a key has at most ${blockBytes} bytes`);
  const inner = Buffer.allocUnsafe(blockBytes);
  const outer = Buffer.allocUnsafe(blockBytes);
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ innerPad;
    outer[at] = byte ^ outerPad;
  }
  return { inner, outer };
}
