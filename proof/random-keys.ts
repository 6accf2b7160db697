import { createCipheriv, createHash } from 'node:crypto';
import { joinKey, splitKey } from '../domain/registration-keys/layout.ts';
import { deviceSecret, verifyKey } from '../domain/registration-keys/scheme.ts';

const keyBytes = 8;
const keysPerDraw = 8192;

export type RandomKeys = { tried: number; accepted: number; reachedTag: number };

/**
 * Tries `count` keys on one unit (K-11) and counts those it takes. `blind` keys are 64 random bits; `informed` ones come from somebody who knows
 * the layout and gets key version and check digit right, so that only the tag stands in the way. The same seed tries the same keys.
 */
export function countAccepted({
  count,
  seed,
  guess = 'blind',
}: {
  count: number;
  seed: string;
  guess?: 'blind' | 'informed';
}): RandomKeys {
  const unit = { product: 'proof-unit', deviceId: 'FEDCBA9876543210' };
  const secrets = { 1: deviceSecret(createHash('sha256').update(`master ${seed}`).digest(), unit) };
  const draw = randomHex(seed);
  const result: RandomKeys = { tried: 0, accepted: 0, reachedTag: 0 };
  while (result.tried < count) {
    const digits = draw();
    for (let from = 0; from < digits.length && result.tried < count; from += keyBytes * 2) {
      const drawn = digits.slice(from, from + keyBytes * 2);
      const key = guess === 'blind' ? drawn : informed(drawn);
      result.tried += 1;
      if (guess === 'informed' || splitKey(key)?.version === 1) result.reachedTag += 1;
      if (verifyKey({ secrets, unit, key }).ok) result.accepted += 1;
    }
  }
  return result;
}

function informed(drawn: string): string {
  const number = (from: number, to: number) => Number.parseInt(drawn.slice(from, to), 16);
  return joinKey({ version: 1, feature: number(1, 3), slot: number(3, 4) }, drawn.slice(5));
}

// A stream cipher over zeros is as random as a seed can make it.
function randomHex(seed: string): () => string {
  const key = createHash('sha256').update(seed).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(keyBytes * keysPerDraw);
  return () => stream.update(zeros).toString('hex').toUpperCase();
}
