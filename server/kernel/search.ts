import { patternOf } from './http/list.ts';

/** What somebody typed, as the pattern of `like` that finds it anywhere; compared with normalised text in lower case. */
export function asSearched(text: string): string {
  return patternOf(text.normalize('NFKC').toLowerCase());
}
