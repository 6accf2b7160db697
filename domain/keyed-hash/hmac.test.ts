import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac, hmacHex } from './hmac.ts';

describe('K-11 HMAC out of two hashings', () => {
  it('is the case 2 of RFC 4231', () => {
    expect(hmacHex(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is what the platform makes, for any key of at most 64 bytes', () => {
    const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
    fc.assert(
      fc.property(bytes(64), bytes(200), (key, message) => {
        expect(hmacHex(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), bytes(200), bytes(200), (raw, message, another) => {
        const key = createSecretKey(raw);
        for (const one of [message, another])
          expect(hmac(key, one)).toEqual(createHmac('sha256', key).update(one).digest());
      }),
    );
    expect(() => hmacHex(new Uint8Array(65), new Uint8Array())).toThrow(RangeError);
  });
});
