import { describe, expect, it } from 'vitest';
import { normaliseCode } from '../../../domain/identifiers/code.ts';
import { collect, scannedMax, serialIn, type Read } from './collect.ts';

const read: Read = (text) => {
  const plain = normaliseCode(text).replaceAll('-', '').toUpperCase();
  return /^[A-Z]{2}\d{6}$/.test(plain) ? { ok: true, value: plain } : { ok: false, code: 'unfit' };
};

describe('U-04 a scanned or typed text', () => {
  it.each([
    ['AB123456', 'AB123456'],
    [' ａｂ－１２３４５６ ', 'AB123456'],
    ['S/N: AB123456', 'AB123456'],
    ['https://example.jp/u?model=SB1500&sn=AB123456', 'AB123456'],
    ['AB123456 AB-123456', 'AB123456'],
  ])('%s holds a serial number', (text, serial) => {
    expect(serialIn(text, read)).toBe(serial);
  });

  it.each([['AB12345'], ['AB123456 CD123456'], [''], ['見本']])('%s holds none', (text) => {
    expect(serialIn(text, read)).toBeNull();
  });

  it('is added once, and is told when it is there already', () => {
    const first = collect([], 'AB123456', read);
    expect(first).toEqual({ serials: ['AB123456'], outcome: { kind: 'added', text: 'AB123456' } });
    expect(collect(first.serials, 'ab-123456', read)).toEqual({
      serials: ['AB123456'],
      outcome: { kind: 'again', text: 'AB123456' },
    });
    expect(collect(first.serials, 'x'.repeat(100), read).outcome).toEqual({ kind: 'unfit', text: 'x'.repeat(60) });
  });

  it(`is taken up to ${scannedMax}, and no further`, () => {
    const serials = Array.from({ length: scannedMax - 1 }, (_, at) => `AB${String(at).padStart(6, '0')}`);
    const last = collect(serials, 'ZZ000000', read);
    expect(last.outcome.kind).toBe('added');
    expect(collect(last.serials, 'ZZ000001', read)).toEqual({
      serials: last.serials,
      outcome: { kind: 'full', text: 'ZZ000001' },
    });
  });
});
