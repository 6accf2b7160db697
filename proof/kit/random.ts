import { createCipheriv, createHash } from 'node:crypto';

const bytesPerDraw = 64 * 1024;

/** Bytes without end that look random and are the same for the same seed: a stream cipher over zeros. */
export function randomStream(seed: string | number): (bytes: number) => Buffer {
  const key = createHash('sha256').update(String(seed)).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(bytesPerDraw);
  let left = Buffer.alloc(0);
  return (bytes) => {
    while (left.length < bytes) left = Buffer.concat([left, stream.update(zeros)]);
    const drawn = left.subarray(0, bytes);
    left = left.subarray(bytes);
    return drawn;
  };
}

export type Random = {
  /** A whole number from 0 up to but not including `limit`. */
  below: (limit: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  /** Upper-case hex digits, an even number of them. */
  hex: (digits: number) => string;
};

/** Chance that can be repeated. Give each actor a seed of its own, else the order of their draws is up to the machine. */
export function seededRandom(seed: string | number): Random {
  const draw = randomStream(seed);
  const fraction = () => draw(6).readUIntBE(0, 6) / 2 ** 48;
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    below,
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const picked = items[below(items.length)];
      if (picked === undefined) throw new RangeError('there is nothing to pick from');
      return picked;
    },
    hex: (digits) =>
      draw(digits / 2)
        .toString('hex')
        .toUpperCase(),
  };
}
