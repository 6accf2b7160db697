/** From so many characters in a row on a run is refused; one fewer is allowed (details.md, "runs"). */
export const runCharactersMin = 4;

/**
 * The first part of a text in which 4 or more neighbours rise by one, fall by one or are the same, letters compared
 * without case: `1234`, `dcba`, `AAAA`. Rising and falling hold among digits and among the letters a–z only.
 * @returns the whole run as it was typed, or null.
 */
export function findRun(text: string): string | null {
  const characters = [...text];
  let start = 0;
  let step: number | null = null;
  for (let at = 1; at <= characters.length; at += 1) {
    const next = at < characters.length ? stepBetween(characters[at - 1] ?? '', characters[at] ?? '') : null;
    if (next !== null && next === step) continue;
    if (step !== null && at - start >= runCharactersMin) return characters.slice(start, at).join('');
    start = at - 1;
    step = next;
  }
  return null;
}

function stepBetween(one: string, other: string): -1 | 0 | 1 | null {
  const from = one.toLowerCase();
  const to = other.toLowerCase();
  if (from === to) return 0;
  const alike = (/^[0-9]$/.test(from) && /^[0-9]$/.test(to)) || (/^[a-z]$/.test(from) && /^[a-z]$/.test(to));
  const difference = to.charCodeAt(0) - from.charCodeAt(0);
  return alike && (difference === 1 || difference === -1) ? difference : null;
}
