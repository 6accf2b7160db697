import { describe, expect, test } from 'vitest';
import { handOverDueBefore, judgeCorrection } from './customers.ts';

describe('L-01 whether a dealer corrects the address of a customer', () => {
  test.each([
    ['invited', false, false, 'open'],
    ['temporary', false, false, 'open'],
    ['invited', false, true, 'in-use'],
    ['temporary', false, true, 'in-use'],
    ['unproved', false, false, 'own-password'],
    ['unproved', false, true, 'own-password'],
    ['proved', true, false, 'proved'],
    // The temporary password was kept, and another address was proved.
    ['temporary', true, false, 'proved'],
  ] as const)('%s, proved %s, in use %s: %s', (state, mailProved, inUse, verdict) => {
    expect(judgeCorrection({ state, mailProved }, inUse)).toBe(verdict);
  });
});

describe('L-09 of which temporary passwords a dealer is reminded', () => {
  test.each([
    ['2027-01-19T08:59', '2026-11-20T00:00:00+09:00'],
    ['2027-01-19T09:00', '2026-11-21T00:00:00+09:00'],
    ['2027-01-19T23:59', '2026-11-21T00:00:00+09:00'],
    ['2027-01-20T00:00', '2026-11-21T00:00:00+09:00'],
  ])('at %s in Japan, 60 days: those set before %s', (now, before) => {
    expect(handOverDueBefore(60, 'Asia/Tokyo', new Date(`${now}:00+09:00`))).toEqual(new Date(before));
  });

  test('a day is a civil day also where clocks were put forward in between', () => {
    const at = (now: string) => handOverDueBefore(60, 'Europe/Berlin', new Date(now)).toISOString();
    expect(at('2027-04-30T09:00:00+02:00')).toBe('2027-03-01T23:00:00.000Z');
    expect(at('2027-04-30T08:59:00+02:00')).toBe('2027-02-28T23:00:00.000Z');
  });

  test('the day after it was set is enough where the site says one day', () => {
    expect(handOverDueBefore(1, 'Asia/Tokyo', new Date('2026-11-21T09:00:00+09:00'))).toEqual(
      new Date('2026-11-21T00:00:00+09:00'),
    );
  });
});
