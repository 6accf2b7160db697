import { describe, expect, it } from 'vitest';
import { readDay, readDayRange } from './day-range.ts';

describe('K-06 from and to', () => {
  it.each([
    ['2026-11-01', '2026-11-01'],
    ['2028-02-29', '2028-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['9999-12-31', '9999-12-31'],
    [' ', null],
  ])('%j is the day %j', (text, day) => {
    expect(readDay(text)).toEqual({ ok: true, value: day });
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026/11/01',
    '26-11-01',
    '1899-12-31',
    'x',
    '20261101',
  ])('%j is no day', (text) => {
    expect(readDay(text)).toEqual({ ok: false, code: 'day' });
  });

  it('may be empty on one side or both, and may be the same day', () => {
    expect(readDayRange({})).toEqual({ ok: true, value: { from: null, to: null } });
    expect(readDayRange({ from: '2026-11-01', to: '' })).toEqual({ ok: true, value: { from: '2026-11-01', to: null } });
    const same = { from: '2026-11-01', to: '2026-11-01' };
    expect(readDayRange(same)).toEqual({ ok: true, value: same });
  });

  it('are refused at the field: what is no day, and an end before the beginning', () => {
    expect(readDayRange({ from: 'x', to: '2026-02-30' })).toEqual({
      ok: false,
      faults: [
        { field: 'from', code: 'day' },
        { field: 'to', code: 'day' },
      ],
    });
    expect(readDayRange({ from: '2026-11-02', to: '2026-11-01' })).toEqual({
      ok: false,
      faults: [{ field: 'to', code: 'from-after-to' }],
    });
  });
});
