import { expect, test } from 'vitest';
import { parseSerial } from '../identifiers/serial-number.ts';
import { readLabel, writeLabel } from './label.ts';

const format = {
  parts: [
    { kind: 'letters', length: 2 },
    { kind: 'digits', length: 8 },
    { kind: 'literal', text: 'PV' },
  ],
  checkDigit: 'none',
} as const;
const read = (typed: string) => parseSerial(typed, [{ ...format, parts: [...format.parts] }]);

test('E-03 what is printed on a label is read again', () => {
  const label = { serial: 'GW12345678PV', claimCode: 'MIHON-1001' };
  expect(readLabel(writeLabel(label), read)).toEqual(label);
});

test.each([
  ['gw12345678pv;MIHON-1001', 'GW12345678PV', 'MIHON-1001'],
  ['ＧＷ１２３４５６７８ＰＶ　ABC', 'GW12345678PV', 'ABC'],
])('E-03 %s is a label with both', (text, serial, claimCode) => {
  expect(readLabel(text, read)).toEqual({ serial, claimCode });
});

test.each(['GW12345678PV', 'MIHON-1001 GW12345678PV', 'GW12345678PV GW87654321PV', 'GW12345678PV a b', ''])(
  'E-03 %j is no label with both',
  (text) => {
    expect(readLabel(text, read)).toBeNull();
  },
);

test('E-03 a text that is longer than any label is none, however it begins', () => {
  const label = 'GW12345678PV MIHON-1001';
  expect(readLabel(label.padEnd(200), read)).not.toBeNull();
  expect(readLabel(label.padEnd(201), read)).toBeNull();
  expect(readLabel(','.repeat(4_000), read)).toBeNull();
});
