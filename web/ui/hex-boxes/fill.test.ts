import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, joinParts, splitParts, type BoxShape } from './fill.ts';

const hex16: BoxShape = { count: 4, digits: 4 };
const mac: BoxShape = { count: 6, digits: 2 };
const empty = ['', '', '', ''];

describe('K-03 a number in boxes', () => {
  it.each([
    ['0123456789ABCDEF', 0],
    ['0123-4567-89ab-cdef', 2],
    ['０１２３－４５６７－８９ＡＢ－ＣＤＥＦ', 3],
    ['0123‐4567ー89AB−CDEF', 1],
    [' 0123 4567 89AB CDEF ', 0],
  ])('a whole number pasted as %s into any box fills all', (text, at) => {
    expect(fill(empty, at, text, hex16)).toEqual({ ok: true, parts: ['0123', '4567', '89AB', 'CDEF'], focus: 3 });
  });

  it('takes a MAC address with colons', () => {
    expect(fill(['', '', '', '', '', ''], 0, '01:23:45:67:89:ab', mac)).toMatchObject({
      parts: ['01', '23', '45', '67', '89', 'AB'],
    });
  });

  it('runs on from the box it was put into and goes to the next one when full', () => {
    expect(fill(['0123', '', '', ''], 1, '45678', hex16)).toEqual({
      ok: true,
      parts: ['0123', '4567', '8', ''],
      focus: 2,
    });
    expect(fill(empty, 0, '0123', hex16)).toEqual({ ok: true, parts: ['0123', '', '', ''], focus: 1 });
    expect(fill(empty, 0, '012', hex16)).toEqual({ ok: true, parts: ['012', '', '', ''], focus: 0 });
  });

  it.each(['G', '012O', 'あ', '0x12'])('refuses %s and changes nothing', (text) => {
    expect(fill(empty, 0, text, hex16)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it('refuses more digits than there is room for', () => {
    expect(fill(empty, 0, '0123456789ABCDEF0', hex16)).toEqual({ ok: false, reason: 'too-long', found: 17 });
    expect(fill(empty, 3, '01234', hex16)).toEqual({ ok: false, reason: 'too-long', found: 5 });
  });

  it('keeps half-filled boxes in their places', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9A-F]{0,4}$/), { minLength: 4, maxLength: 4 }), (parts) => {
        expect(splitParts(joinParts(parts), hex16)).toEqual(parts);
      }),
    );
  });
});
