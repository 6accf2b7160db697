import { parseText } from './single-line.ts';

export const reasonCharactersMax = 200;

/** Reads why somebody did something (P-26): one line, never empty, of at most `reasonCharactersMax` shown characters. */
export function readReason(typed: string): ReturnType<typeof parseText> {
  return parseText(typed, { min: 1, max: reasonCharactersMax });
}
