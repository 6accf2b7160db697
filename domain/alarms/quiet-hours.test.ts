import { expect, test } from 'vitest';
import { isQuiet, readQuietHours } from './quiet-hours.ts';

const at = (time: string) => new Date(`2026-11-21T${time}:00+09:00`);

test.each([
  ['22:00', '07:00', '21:59', false],
  ['22:00', '07:00', '22:00', true],
  ['22:00', '07:00', '00:00', true],
  ['22:00', '07:00', '06:59', true],
  ['22:00', '07:00', '07:00', false],
  ['12:00', '13:00', '11:59', false],
  ['12:00', '13:00', '12:00', true],
  ['12:00', '13:00', '13:00', false],
])('P-35 quiet from %s until %s, at %s: %j', (from, until, time, quiet) => {
  expect(isQuiet({ from, until }, 'Asia/Tokyo', at(time))).toBe(quiet);
});

test.each([
  ['', '', { ok: true, value: null }],
  ['２２：００', ' 07:00', { ok: true, value: { from: '22:00', until: '07:00' } }],
  ['22:00', '', { ok: false, at: 'until', code: 'time-unreadable' }],
  ['', '07:00', { ok: false, at: 'from', code: 'time-unreadable' }],
  ['24:00', '07:00', { ok: false, at: 'from', code: 'time-unreadable' }],
  ['9:00', '07:00', { ok: false, at: 'from', code: 'time-unreadable' }],
  ['07:00', '07:00', { ok: false, at: 'until', code: 'hours-alike' }],
])('P-35 quiet hours %j to %j are read', (from, until, expected) => {
  expect(readQuietHours({ from, until })).toEqual(expected);
});
