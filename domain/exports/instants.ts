const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Offsets change at quarters of an hour at the finest. */
const spanMs = 15 * minuteMs;
const spansKept = 4_096;
const excelEpochMs = Date.UTC(1899, 11, 30);
/** Excel counts days from 1900 on, with a leap day in 1900 that there was not; from March on its count is right. */
const excelFirstMs = Date.UTC(1900, 2, 1);

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/**
 * Tells moments in a zone, fast enough for a million rows: the zone's offset is asked for once in each quarter of an hour.
 * @param timeZone an IANA name.
 * @returns functions from milliseconds since 1970.
 */
export function zoneClock(timeZone: string): {
  /** Minutes ahead of UTC at that moment. */
  offsetMinutes: (at: number) => number;
  /** ISO 8601 with the zone's offset, to the second: `2026-11-21T09:00:00+09:00`. */
  iso: (at: number) => string;
} {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, number>();
  const days = new Map<number, string>();
  // Rows come in their order: the last answers are mostly the next ones.
  let lastSpan = Number.NaN;
  let lastOffset = 0;
  let lastDay = Number.NaN;
  let lastDayText = '';

  function offsetMinutes(at: number): number {
    const span = Math.floor(at / spanMs);
    if (span === lastSpan) return lastOffset;
    const found = offsets.get(span) ?? readOffset(format.format(span * spanMs));
    if (offsets.size >= spansKept) offsets.clear();
    offsets.set(span, found);
    lastSpan = span;
    lastOffset = found;
    return found;
  }
  function day(number: number): string {
    if (number === lastDay) return lastDayText;
    const text = days.get(number) ?? new Date(number * dayMs).toISOString().replace(/T.*$/, '');
    if (days.size >= spansKept) days.clear();
    days.set(number, text);
    lastDay = number;
    lastDayText = text;
    return text;
  }
  function iso(at: number): string {
    const offset = offsetMinutes(at);
    const local = at + offset * minuteMs;
    const number = Math.floor(local / dayMs);
    const seconds = Math.floor((local - number * dayMs) / 1000);
    const time = `${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`;
    return `${day(number)}T${time}${offsetText(offset)}`;
  }
  return { offsetMinutes, iso };
}

/** Out of "11/21/2026, GMT+09:00"; plain "GMT" is zero. Offsets of old have seconds, which are left out. */
function readOffset(text: string): number {
  const found = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(text);
  if (!found?.[1]) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two[Math.floor(size / 60)]}:${two[size % 60]}`;
}

/**
 * The number by which Excel knows a moment: days since the end of 1899, as a clock on the wall shows it.
 * @param localMs milliseconds since 1970 on that clock.
 * @returns null before March 1900, which Excel cannot tell rightly.
 */
export function excelDay(localMs: number): number | null {
  if (!(localMs >= excelFirstMs)) return null;
  return Math.round((localMs - excelEpochMs) / 1000) / (dayMs / 1000);
}
