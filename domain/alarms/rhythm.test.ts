import { describe, expect, test } from 'vitest';
import { daylightAt } from './daylight.ts';
import { positionOf, prefectures } from './prefectures.ts';
import { rhythmSchema, silentAfterMinutesMax, silentAfterMinutesSchema, type Rhythm } from './rhythm-options.ts';
import { expectedAt, expectedSince, silentBefore, twilightMs, type Place } from './rhythm.ts';

const timeZone = 'Asia/Tokyo';
const minute = 60_000;
const hour = 60 * minute;
const tokyo: Place = { position: positionOf('東京都'), timeZone };
const office = rhythmSchema.parse({ kind: 'businessHours', from: '09:00', until: '17:30' });
const daylight: Rhythm = { kind: 'daylight' };
const clock = (ms: number) => new Date(Math.round(ms / minute) * minute + 9 * hour).toISOString().slice(11, 16);

/** Hours of 2026 in which a device is expected, month by month, looked at that often. */
function hoursByMonth(rhythm: Rhythm, place: Place, stepMs = 10 * minute): number[] {
  const months: number[] = Array.from({ length: 12 }, () => 0);
  for (let at = Date.UTC(2025, 11, 31, 15); at < Date.UTC(2026, 11, 31, 15); at += stepMs) {
    const month = new Date(at + 9 * hour).getUTCMonth();
    if (expectedAt(rhythm, place, new Date(at))) months[month] = (months[month] ?? 0) + stepMs / hour;
  }
  return months.map((hours) => Math.round(hours * 10) / 10);
}

/** Sunrise and sunset as the observatory publishes them. */
const published: [prefecture: string, day: string, rise: string, set: string][] = [
  ['東京都', '2026-01-01', '06:51', '16:38'],
  ['東京都', '2026-03-20', '05:45', '17:53'],
  ['東京都', '2026-06-21', '04:25', '19:00'],
  ['東京都', '2026-09-23', '05:30', '17:37'],
  ['東京都', '2026-12-22', '06:47', '16:32'],
  ['北海道', '2026-06-21', '03:55', '19:18'],
  ['北海道', '2026-12-22', '07:03', '16:03'],
  ['沖縄県', '2026-06-21', '05:38', '19:25'],
  ['沖縄県', '2026-12-22', '07:12', '17:43'],
];

describe('P-35 when a device is expected to report', () => {
  test.each(published)('the sun in %s on %s', (prefecture, day, rise, set) => {
    const position = positionOf(prefecture);
    if (!position) throw new Error(`no ${prefecture}`);
    const { riseMs, setMs } = daylightAt(position, Date.parse(`${day}T12:00:00+09:00`));
    const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
    expect(Math.abs(minutesOf(clock(riseMs)) - minutesOf(rise))).toBeLessThanOrEqual(3);
    expect(Math.abs(minutesOf(clock(setMs)) - minutesOf(set))).toBeLessThanOrEqual(3);
    // The same day is meant from midnight to midnight.
    for (const time of ['01:00', '23:00'])
      expect(daylightAt(position, Date.parse(`${day}T${time}:00+09:00`)).riseMs).toBe(riseMs);
  });

  test('the edges of daylight: 45 minutes after sunrise, 45 before sunset', () => {
    const position = positionOf('Tokyo');
    if (!position) throw new Error('no Tokyo');
    const { riseMs, setMs } = daylightAt(position, Date.parse('2026-06-21T12:00:00+09:00'));
    const at = (ms: number) => expectedAt(daylight, tokyo, new Date(ms));
    const from = Math.ceil(riseMs + twilightMs);
    const until = Math.ceil(setMs - twilightMs);
    expect([at(from - 1), at(from), at(until - 1), at(until)]).toEqual([false, true, true, false]);
  });

  test.each<[string, Rhythm, Place, number[]]>([
    ['always', { kind: 'always' }, tokyo, [744, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744]],
    // 20, 18, 21, 21, 18, 22, 22, 20, 19, 21, 19 and 23 days of 8 ½ hours: Golden Week in May, five days off in September.
    ['businessHours', office, tokyo, [170, 153, 178.5, 178.5, 153, 187, 187, 170, 161.5, 178.5, 161.5, 195.5]],
  ])('%s through the whole year', (_, rhythm, place, hours) => {
    expect(hoursByMonth(rhythm, place)).toEqual(hours);
  });

  test('daylight through the whole year: long in summer, and where nobody said where, no longer than anywhere', () => {
    const inTokyo = hoursByMonth(daylight, tokyo);
    const unknown = hoursByMonth(daylight, { position: null, timeZone }, hour);
    expect(inTokyo[5]).toBeGreaterThan(385);
    expect(inTokyo[5]).toBeLessThan(395);
    expect(inTokyo[11]).toBeGreaterThan(252);
    expect(inTokyo[11]).toBeLessThan(262);
    for (const { position } of prefectures)
      for (const [month, hours] of hoursByMonth(daylight, { position, timeZone }, hour).entries())
        expect(unknown[month]).toBeLessThanOrEqual(hours);
    expect(Math.min(...unknown)).toBeGreaterThan(200);
  });

  test.each([
    ['a Monday', '2026-11-16T12:00', true],
    ['before it opens', '2026-11-16T08:59', false],
    ['as it opens', '2026-11-16T09:00', true],
    ['the last minute', '2026-11-16T17:29', true],
    ['as it closes', '2026-11-16T17:30', false],
    ['a Sunday', '2026-11-22T12:00', false],
    ['a holiday on a Monday', '2026-11-23T12:00', false],
    ['the day between two holidays', '2026-09-22T12:00', false],
  ])('an office on %s', (_, civil, expected) => {
    expect(expectedAt(office, tokyo, new Date(`${civil}:00+09:00`))).toBe(expected);
  });

  test('an office that is open on holidays and on Saturdays, until midnight, in another zone', () => {
    const rhythm = rhythmSchema.parse({
      kind: 'businessHours',
      from: '10:00',
      until: '24:00',
      days: ['sat', 'mon'],
      holidays: 'open',
    });
    const place = { position: null, timeZone: 'Asia/Kathmandu' };
    const at = (civil: string) => expectedSince(rhythm, place, new Date(`${civil}:00+05:45`))?.toISOString();
    expect(at('2026-11-23T23:59')).toBe('2026-11-23T04:15:00.000Z');
    expect(at('2026-11-21T10:00')).toBe('2026-11-21T04:15:00.000Z');
    expect(at('2026-11-20T12:00')).toBeUndefined();
  });
});

describe('E-08 when a device is silent', () => {
  const before = (rhythm: Rhythm, at: string) => silentBefore(rhythm, tokyo, 60, new Date(at))?.toISOString() ?? null;

  test.each<[string, Rhythm, string, string | null]>([
    ['always: an hour back', { kind: 'always' }, '2026-11-16T03:00:00+09:00', '2026-11-15T17:00:00.000Z'],
    ['at night nobody', daylight, '2026-11-16T03:00:00+09:00', null],
    ['not yet in the first hour of the day', office, '2026-11-16T09:59:59+09:00', null],
    ['from the second hour on', office, '2026-11-16T10:00:00+09:00', '2026-11-16T00:00:00.000Z'],
    ['not at the weekend', office, '2026-11-21T12:00:00+09:00', null],
  ])('%s', (_, rhythm, at, expected) => {
    expect(before(rhythm, at)).toBe(expected);
  });

  test.each([
    [0, false],
    [1, true],
    [silentAfterMinutesMax, true],
    [silentAfterMinutesMax + 1, false],
    [1.5, false],
  ])('%d minutes may stand in site data: %j', (minutes, allowed) => {
    expect(silentAfterMinutesSchema.safeParse(minutes).success).toBe(allowed);
  });

  test.each([
    { kind: 'businessHours', from: '17:00', until: '09:00' },
    { kind: 'businessHours', from: '09:00', until: '24:30' },
    { kind: 'businessHours', from: '9:00', until: '17:00' },
    { kind: 'businessHours', from: '09:00', until: '17:00', days: [] },
    { kind: 'sometimes' },
  ])('a rhythm that makes no sense is refused: %j', (rhythm) => {
    expect(rhythmSchema.safeParse(rhythm).success).toBe(false);
  });
});
