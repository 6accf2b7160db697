import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOfInstant, instantOfCivil } from './civil-time.ts';
import { instantText, periodText } from './instant-text.ts';

test.each([
  ['2026-12-01T22:00', 'Asia/Tokyo', '2026-12-01T13:00:00.000Z'],
  ['2026-07-01T22:00', 'Europe/Berlin', '2026-07-01T20:00:00.000Z'],
  // Shown twice by the clocks: the earlier one counts.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('P-04 %s in %s', (text, zone, instant) => {
  expect(instantOfCivil(text, zone)).toEqual({ ok: true, value: new Date(instant) });
});

test.each([
  ['', 'time-unreadable'],
  ['2026-12-01', 'time-unreadable'],
  ['2026-02-29T10:00', 'time-unreadable'],
  ['2026-12-01T24:00', 'time-unreadable'],
  ['2026-03-29T02:30', 'time-skipped'],
])('P-04 %j in Europe/Berlin is refused: %s', (text, code) => {
  expect(instantOfCivil(text, 'Europe/Berlin')).toEqual({ ok: false, code });
});

test('P-04 what a date field shows of an instant gives the same instant again', () => {
  const minutes = fc.integer({ min: 29_000_000, max: 33_000_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom('Asia/Tokyo', 'UTC', 'America/St_Johns'), (minute, zone) => {
      const instant = new Date(minute * 60_000);
      const again = instantOfCivil(civilOfInstant(instant, zone), zone);
      // Within the hour that clocks show twice the earlier one comes back.
      const apart = again.ok ? instant.getTime() - again.value.getTime() : -1;
      expect([0, 3_600_000]).toContain(apart);
    }),
  );
});

test('P-04 hours are named with day and zone, the day once when it is one', () => {
  const startsAt = new Date('2026-12-01T13:00:00Z');
  const sameDay = { startsAt, endsAt: new Date('2026-12-01T14:30:00Z') };
  const overnight = { startsAt, endsAt: new Date('2026-12-01T20:00:00Z') };
  expect(periodText(sameDay, 'ja', 'Asia/Tokyo')).toBe('2026年12月1日(火) 22:00 〜 23:30（日本標準時）');
  expect(periodText(overnight, 'ja', 'Asia/Tokyo')).toBe(
    '2026年12月1日(火) 22:00 〜 2026年12月2日(水) 05:00（日本標準時）',
  );
  expect(periodText(sameDay, 'en', 'Asia/Tokyo')).toBe('Tue, December 1, 2026 22:00 – 23:30 (Japan Standard Time)');
  expect(instantText(startsAt, 'en', 'UTC')).toBe('Tue, December 1, 2026 13:00');
});
