import { describe, expect, test } from 'vitest';
import { minutesMs, secondsMs } from '../../kernel/clock.ts';
import { nextWait } from './pace.ts';

const perMinute = 60;
const pace = { eachMs: minutesMs / perMinute, messages: 1, nowMs: 1_000_000 };

describe('E-10 flood limits', () => {
  test('a minute’s worth passes at once, then one after the other; ten seconds are waited and no more', () => {
    const known = new Map<string, number>();
    const waits = Array.from({ length: perMinute + 12 }, () => nextWait(known, 'one', pace));
    expect(waits.slice(0, perMinute)).toEqual(Array.from({ length: perMinute }, () => 0));
    expect(waits.slice(perMinute, perMinute + 10)).toEqual(Array.from({ length: 10 }, (_, at) => (at + 1) * secondsMs));
    // Those above take nothing of its share: what follows waits as long as they.
    expect(waits.slice(perMinute + 10)).toEqual([11 * secondsMs, 11 * secondsMs]);
    expect(nextWait(known, 'one', { ...pace, nowMs: pace.nowMs + secondsMs })).toBe(10 * secondsMs);
  });

  test('one device’s flood slows down no other, and a quiet minute gives it its whole share again', () => {
    const known = new Map<string, number>();
    expect(nextWait(known, 'one', { ...pace, messages: perMinute })).toBe(0);
    expect(nextWait(known, 'one', pace)).toBeGreaterThan(0);
    expect(nextWait(known, 'other', pace)).toBe(0);
    const later = { ...pace, nowMs: pace.nowMs + minutesMs + secondsMs };
    expect(nextWait(known, 'one', { ...later, messages: perMinute })).toBe(0);
    expect(nextWait(known, 'one', later)).toBe(secondsMs);
  });
});
