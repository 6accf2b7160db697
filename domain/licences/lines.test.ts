import { describe, expect, test } from 'vitest';
import { lineFaults, quantityMax, type LicenceLine } from './lines.ts';

const options = {
  types: ['recorder', 'direct'].map((id) => ({ id, name: { ja: id, en: id }, models: [id] })),
  terms: [12, 36],
};
const line = (more: Partial<LicenceLine> = {}): LicenceLine => ({
  type: 'recorder',
  termMonths: 12,
  quantity: 1,
  devices: [],
  ...more,
});
const codes = (...lines: LicenceLine[]) =>
  lineFaults(lines, options).map(({ code, line: place }) => (place ? `${code} ${place.at}/${place.field}` : code));

describe('L-03 what one act may assign', () => {
  test.each<[string, LicenceLine[], string[]]>([
    ['one line', [line()], []],
    ['one line of each type and term', [line(), line({ termMonths: 36 }), line({ type: 'direct' })], []],
    ['nothing', [], ['lines-missing']],
    ['as many as one act may', [line({ quantity: quantityMax })], []],
    ['one more', [line({ quantity: quantityMax }), line({ type: 'direct' })], ['quantity-over']],
    ['the same type and term again', [line(), line({ quantity: 2 })], ['line-twice 1/type']],
    ['a type of nobody', [line({ type: 'dome' })], ['type-unknown 0/type']],
    ['a term that is not sold', [line(), line({ termMonths: 13 })], ['term-unknown 1/termMonths']],
    ['a device for each licence', [line({ quantity: 2, devices: ['a', 'b'] })], []],
    ['more devices than licences', [line({ devices: ['a', 'b'] })], ['devices-over 0/devices']],
    [
      'a device in two lines',
      [line({ devices: ['a'] }), line({ termMonths: 36, devices: ['a'] })],
      ['device-twice 0/devices', 'device-twice 1/devices'],
    ],
  ])('%s', (_, lines, expected) => expect(codes(...lines)).toEqual(expected));
});
