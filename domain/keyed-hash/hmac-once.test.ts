import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacOnce } from './hmac-once.ts';

describe('K-11 HMAC under a key that is used once', () => {
  it('is the case 2 of RFC 4231', () => {
    expect(hmacOnce(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is what the platform makes, for any key of at most 64 bytes', () => {
    const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
    fc.assert(
      fc.property(bytes(64), bytes(200), (key, message) => {
        expect(hmacOnce(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
    );
    expect(() => hmacOnce(new Uint8Array(65), new Uint8Array())).toThrow(RangeError);
  });
});
