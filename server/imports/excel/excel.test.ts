import { describe, expect, test } from 'vitest';
import { archive, deflated, workbook } from '../../../tools/test/xlsx.ts';
import { readExcel } from './read-in-process.ts';
import { readWorkbook } from './read-workbook.ts';
import { packStored, unpack, unpackedBytesMax } from './zip.ts';

const rowsMax = 100;
const codeOf = (verdict: { ok: boolean; code?: string }) => (verdict.ok ? 'read' : verdict.code);

const all = () => true;

describe('P-23 what is inside an .xlsx file', () => {
  test('P-23 files are unpacked as they were, stored or deflated', () => {
    const content = Buffer.from('あいう'.repeat(1_000));
    for (const whole of [packStored(new Map([['a.xml', content]])), deflated('a.xml', content)]) {
      const unpacked = unpack(whole, all);
      expect(unpacked.ok && unpacked.value.get('a.xml')?.equals(content)).toBe(true);
    }
  });

  test('P-23 a zip bomb is refused before anything of it is unpacked; one that lies about its size as soon as it shows', () => {
    const zeros = Buffer.alloc(unpackedBytesMax + 1);
    const bomb = deflated('xl/worksheets/sheet1.xml', zeros);
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(unpack(bomb, all))).toBe('unpacked-too-large');
    expect(codeOf(unpack(deflated('a.xml', zeros, 1_000), all))).toBe('not-a-spreadsheet');
    expect(codeOf(unpack(deflated('a.xml', zeros.subarray(1)), all))).toBe('read');
  });

  test.each([
    ['no archive at all', Buffer.from('PK\u0003\u0004 and no more')],
    ['nothing', Buffer.alloc(0)],
    ['a cut archive', Buffer.from(workbook([['a']])).subarray(0, 500)],
  ])('P-23 %s is no spreadsheet', async (_, bytes) => {
    expect(codeOf(await readWorkbook(bytes, rowsMax))).toBe('not-a-spreadsheet');
  });

  test('P-23 an archive without a workbook, as a text document is one, is no spreadsheet', async () => {
    const document = Buffer.from(archive({ 'word/document.xml': Buffer.from('<a/>') }));
    expect(codeOf(await readWorkbook(document, rowsMax))).toBe('not-a-spreadsheet');
  });

  test.each([
    ['a row number no sheet has', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', 'broken-spreadsheet'],
    [
      'a row number that would fill the memory',
      '<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
      'broken-spreadsheet',
    ],
    ['XML that ends nowhere', '<row r="1"><c r="A1"><v>1', 'broken-spreadsheet'],
    [
      '201 columns',
      `<row r="1"><c r="A1" t="str"><v>x</v></c><c r="GS1" t="str"><v>x</v></c></row>`,
      'too-many-columns',
    ],
    ['200 columns', `<row r="1"><c r="A1" t="str"><v>x</v></c><c r="GR1" t="str"><v>x</v></c></row>`, 'read'],
  ])('P-23 a sheet with %s: %#', async (_, sheet, code) => {
    expect(codeOf(await readWorkbook(Buffer.from(workbook(sheet)), rowsMax))).toBe(code);
  });

  test('P-23 rows below the headings are counted: 100 are read, 101 are refused', async () => {
    const rows = (count: number) => Buffer.from(workbook(Array.from({ length: count + 1 }, () => ['x'])));
    expect(codeOf(await readWorkbook(rows(rowsMax), rowsMax))).toBe('read');
    expect(codeOf(await readWorkbook(rows(rowsMax + 1), rowsMax))).toBe('too-many-rows');
  });

  test('P-23 numbers and days are told from texts; a NUL that the format can name is left out', async () => {
    const read = await readWorkbook(
      Buffer.from(workbook([['0012', { number: '12' }, { number: '1.23E+15' }, { day: 46_000 }, 'a_x0000_b']])),
      rowsMax,
    );
    if (!read.ok) throw new Error(read.code);
    expect(read.value.rows).toEqual([['0012', '12', '1.23E+15', '2025-12-09', 'ab']]);
    expect([...read.value.odd]).toEqual([
      ['0:1', 'number'],
      ['0:2', 'number'],
      ['0:3', 'date'],
    ]);
  });

  test('P-23 what would fill the memory takes down only the process that reads it', async () => {
    const wide = Array.from({ length: 12_000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`);
    expect(codeOf(await readExcel(workbook(wide.join('')), 20_000))).toBe('unpacked-too-large');
    expect(codeOf(await readExcel(workbook([['a'], ['b']]), rowsMax))).toBe('read');
  });
});
