import { createHash } from 'node:crypto';
import { featuresMax, joinKey, slotsMax, splitKey, versionsMax } from '../domain/registration-keys/layout.ts';
import { deviceSecret, issueKey, verifyKey } from '../domain/registration-keys/scheme.ts';
import { randomStream, seededRandom } from './kit/random.ts';

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
  const stream = randomStream(seed);
  const result: RandomKeys = { tried: 0, accepted: 0, reachedTag: 0 };
  while (result.tried < count) {
    const digits = stream(keyBytes * keysPerDraw)
      .toString('hex')
      .toUpperCase();
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

export type FlippedKeys = { tried: number; accepted: number; issuedRefused: number };

/** Issues keys for units of their own and tries each with every digit exchanged for each of the fifteen others. */
export function acceptedAfterFlip({ issued, seed }: { issued: number; seed: string }): FlippedKeys {
  const random = seededRandom(seed);
  const result: FlippedKeys = { tried: 0, accepted: 0, issuedRefused: 0 };
  for (let round = 0; round < issued; round += 1) {
    const unit = { product: 'proof-unit', deviceId: random.hex(16) };
    const fields = {
      version: random.below(versionsMax),
      feature: random.below(featuresMax),
      slot: random.below(slotsMax),
    };
    const secret = deviceSecret(Buffer.from(random.hex(64), 'hex'), unit);
    // A unit with a secret of every version also tells a version that was exchanged.
    const secrets = Object.fromEntries(Array.from({ length: versionsMax }, (_, version) => [version, secret]));
    const key = issueKey({ secret, unit, fields });
    if (!verifyKey({ secrets, unit, key }).ok) result.issuedRefused += 1;
    for (const flipped of withOneDigitFlipped(key)) {
      result.tried += 1;
      if (verifyKey({ secrets, unit, key: flipped }).ok) result.accepted += 1;
    }
  }
  return result;
}

function withOneDigitFlipped(key: string): string[] {
  return key.split('').flatMap((digit, at) => {
    const others = '0123456789ABCDEF'.replace(digit, '').split('');
    return others.map((other) => key.slice(0, at) + other + key.slice(at + 1));
  });
}
