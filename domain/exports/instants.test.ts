import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelDay, zoneClock } from './instants.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** What the platform itself shows, slowly. */
function wallClock(at: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(at).replace(' ', 'T');
}

describe('P-22 moments in files', () => {
  it.each([
    ['Asia/Tokyo', '2026-11-20T15:00:00Z', '2026-11-21T00:00:00+09:00'],
    ['UTC', '2026-11-20T15:00:00.999Z', '2026-11-20T15:00:00+00:00'],
    ['America/New_York', '2026-11-01T05:59:59Z', '2026-11-01T01:59:59-04:00'],
    ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01T01:00:00-05:00'],
    ['Asia/Kathmandu', '2026-02-28T18:15:00Z', '2026-03-01T00:00:00+05:45'],
    ['America/St_Johns', '2028-02-29T12:00:00Z', '2028-02-29T08:30:00-03:30'],
  ])('in %s %s is %s', (zone, instant, expected) => {
    expect(zoneClock(zone).iso(Date.parse(instant))).toBe(expected);
  });

  it('tell the clock on the wall and the same moment, in any zone and year', () => {
    const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const clocks = new Map(zones.map((zone) => [zone, zoneClock(zone)]));
    const instants = fc.integer({ min: Date.UTC(1975), max: Date.UTC(2099) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const iso = clocks.get(zone)?.iso(at) ?? '';
        expect(iso.slice(0, 19)).toBe(wallClock(at, zone));
        expect(Date.parse(iso)).toBe(Math.floor(at / 1000) * 1000);
      }),
      { numRuns: 300 },
    );
  });

  it('are days of Excel, which counts a leap day in 1900 that there was not', () => {
    expect(excelDay(Date.UTC(2026, 10, 21))).toBe(46347);
    expect(excelDay(Date.UTC(2026, 10, 21, 12))).toBe(46347.5);
    expect(excelDay(Date.UTC(1900, 2, 1))).toBe(61);
    expect(excelDay(Date.UTC(1900, 1, 28))).toBeNull();
    expect(excelDay(Number.NaN)).toBeNull();
  });
});
