const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
/** The years 2000 to 2199: what lies outside is no clock, but its reset or seconds taken for milliseconds. */
const earliestMs = Date.UTC(2000, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/**
 * Reads an instant of a message: a text of RFC 3339 with its offset (`2026-11-21T09:00:00+09:00`), or whole milliseconds since 1970.
 * Parts of a millisecond are cut off.
 * @returns milliseconds since 1970, or null when it is neither.
 */
export function readTime(value: unknown): number | null {
  const ms = typeof value === 'number' ? value : typeof value === 'string' && isDate(value) ? Date.parse(value) : NaN;
  return Number.isInteger(ms) && ms >= earliestMs && ms < latestMs ? ms : null;
}

/** The 30th of February is a text of the right shape that some parsers roll over. */
function isDate(text: string): boolean {
  if (!written.test(text)) return false;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}
