import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeShiftJis, unwritableIn } from './shift-jis.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
/** Stands in stack.md: all that the platform's table reads, without what is for own use. */
const charactersKnown = 7_517;

describe('P-22 Shift_JIS', () => {
  it('knows every character that is read, and gives each back', () => {
    const units = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit));
    const writable = units.filter((text) => unwritableIn(text).length === 0);
    const same = writable.filter((text) => decode(encodeShiftJis(text).bytes) === text);
    expect(same.length).toBe(charactersKnown);
    expect(writable.filter((text) => !same.includes(text)).join('')).toBe('¢£¥¬—‖−〜');
  });

  it.each([
    ['髙', [0xfb, 0xfc]],
    ['﨑', [0xfa, 0xb1]],
    ['①', [0x87, 0x40]],
    ['∵', [0x81, 0xe6]],
    ['ｱ', [0xb1]],
    ['～', [0x81, 0x60]],
    ['〜', [0x81, 0x60]],
    ['−', [0x81, 0x7c]],
    ['¥', [0x81, 0x8f]],
    ['〓', [0x81, 0xac]],
  ])('writes %s as Windows does', (text, bytes) => {
    expect([...encodeShiftJis(text).bytes]).toEqual(bytes);
    expect(unwritableIn(text)).toEqual([]);
  });

  it('puts 〓 for what it has not, counts it, and names it as people see it', () => {
    const text = '𠮷野家 é 🏢x';
    const { bytes, replaced } = encodeShiftJis(text);
    expect(decode(bytes)).toBe('〓野家 〓 〓x');
    expect(replaced).toBe(3);
    expect(unwritableIn(text)).toEqual(['𠮷', 'é', '🏢']);
    expect(unwritableIn('\uD842x\uE000')).toEqual(['\uD842', '\uE000']);
    expect(encodeShiftJis('\0').replaced).toBe(0);
  });

  it('counts the same as it names, for any text; what it does not name comes back', () => {
    const others = fc.string({ unit: 'binary', maxLength: 1 }).filter((text) => !/[¢£¥¬—‖−〜]/.test(text));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom('あ', '漢', 'ｱ', 'a', '1', '髙', '𠮷', 'é'), others) }),
        (text) => {
          const { bytes, replaced } = encodeShiftJis(text);
          expect(replaced).toBe(unwritableIn(text).length);
          expect(replaced > 0 || decode(bytes) === text).toBe(true);
        },
      ),
    );
  });
});
