import type { Random } from './random.ts';

const pieceBytesMax = 20;
const noiseBytesMax = 8;

/** The bytes with one fault in them: something else, twice, left out, cut off, or one byte that is another. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  const until = at + random.below(Math.min(pieceBytesMax, bytes.length - at) + 1);
  const piece = bytes.subarray(at, until);
  const noise = Buffer.from(random.hex(2 * (1 + random.below(noiseBytesMax))), 'hex');
  return random.pick([
    () => Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(until)]),
    () => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)]),
    () => bytes.subarray(0, at),
    () => Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ (1 << random.below(8)) : byte))),
    () => Buffer.from(bytes.map((byte, place) => (place === at ? 0xff : byte))),
  ])();
}
