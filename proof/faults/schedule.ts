import { seededRandom } from '../kit/random.ts';

/** Draws so many, each kind once before any comes again; the same for the same seed. */
export function scheduleOf<T>(seed: number, count: number, kinds: readonly T[]): T[] {
  const random = seededRandom(`${seed} schedule`);
  const drawn: T[] = [];
  let left: T[] = [];
  while (drawn.length < count) {
    if (left.length === 0) left = [...kinds];
    drawn.push(...left.splice(random.below(left.length), 1));
  }
  return drawn;
}
