import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ExportColumn, Row } from '../../domain/exports/columns.ts';
import { escapeXml, sheetName } from '../../domain/exports/sheet.ts';
import { xlsxFile, type SheetLimits } from './xlsx.ts';

const columns: ExportColumn[] = [
  { key: 'name', kind: 'text' },
  { key: 'number', kind: 'code' },
  { key: 'count', kind: 'integer' },
  { key: 'day', kind: 'date' },
  { key: 'at', kind: 'instant' },
];
const headings = ['名称', '番号', '件数', '日付', '日時'];

async function* inBatches(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function fileOf(
  rows: readonly Row[],
  limits?: SheetLimits,
  size = 2,
  of: readonly ExportColumn[] = columns,
): Promise<Buffer> {
  const source = { columns: of, timeZone: 'Asia/Tokyo', rows: inBatches(rows, size) };
  const chunks: Buffer[] = [];
  for await (const chunk of xlsxFile(source, headings, '見本', limits)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The parts of the package, unpacked by the directory at its end as Excel does. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const parts = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, offset] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const data = offset + 30 + archive.readUInt16LE(offset + 26);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(name, inflateRawSync(archive.subarray(data, data + packed)).toString());
    at += 46 + nameLength;
  }
  return parts;
}

describe('P-22 Excel', () => {
  it('has notes above the headings on each sheet, within what a sheet holds', async () => {
    const rows = ['a', 'b', 'c'].map((name) => [name, null, 1, null, null]);
    const notes = ['=1+1', '値のない欄があります'];
    const chunks: Buffer[] = [];
    const source = { columns, timeZone: 'UTC', notes, rows: inBatches(rows, 2) };
    for await (const chunk of xlsxFile(source, headings, '見本', { rowsMax: 4, charactersMax: 10_000 }))
      chunks.push(chunk);
    const sheets = await readSheets(Buffer.concat(chunks));
    expect(sheets.map(({ data }) => data.map(([first]) => first))).toEqual([
      [...notes, '名称', 'a', 'b'],
      [...notes, '名称', 'c'],
    ]);
    expect([...unzip(Buffer.concat(chunks)).values()].join('')).toContain('<pane ySplit="3" topLeftCell="A4"');
  });
  it('holds numbers side by side as cells of their own', async () => {
    const [name, , count] = columns as [ExportColumn, ExportColumn, ExportColumn];
    const beside: ExportColumn = { key: 'beside', kind: 'integers', of: ['one', 'two'] };
    const rows = [
      ['見本', '12,', 3],
      ['', ',-7', null],
      ['x', null, 0],
    ];
    const [sheet] = await readSheets(await fileOf(rows, undefined, 2, [name, beside, count]));
    expect(sheet?.data.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['見本', 12, null, 3],
      [null, null, -7, null],
      ['x', null, null, 0],
    ]);
  });

  it('holds texts as texts, codes with their zeros, numbers, days and moments as what they are', async () => {
    const file = await fileOf([
      ['見本', '0012345678901234', 12, '2026-11-01', Date.UTC(2026, 10, 20, 15, 30)],
      [null, null, null, null, null],
      ['=1+1', '+81', 0, 'someday', Date.UTC(1899, 0, 1)],
      ['<&>"\'', '前　後', -5, '1900-01-01', 0],
    ]);
    expect(await readSheets(file)).toEqual([
      {
        sheet: '見本',
        data: [
          headings,
          ['見本', '0012345678901234', 12, new Date('2026-11-01T00:00:00Z'), new Date('2026-11-21T00:30:00Z')],
          [null, null, null, null, null],
          ['=1+1', '+81', 0, 'someday', '1899-01-01T09:00:00+09:00'],
          ['<&>"\'', '前　後', -5, '1900-01-01', new Date('1970-01-01T09:00:00Z')],
        ],
      },
    ]);
  });

  it('has a frozen row of headings, widths, and no formula', async () => {
    const parts = unzip(await fileOf([['=1+1', '1', 1, null, null]]));
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet.match(/<col /g)).toHaveLength(columns.length);
    expect(sheet).not.toContain('<f');
  });

  it.each([
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
  ])('%i rows at three a sheet are %i sheets, each with headings, no row lost', async (count, sheets) => {
    const rows = Array.from({ length: count }, (_, at): Row => [`行${at}`, String(at), at, null, null]);
    for (const batch of [1, 2, 3, 10]) {
      const found = await readSheets(await fileOf(rows, { rowsMax: 3, charactersMax: 1_000_000 }, batch));
      expect(found.map(({ sheet }) => sheet)).toEqual(['見本', '見本 (2)', '見本 (3)'].slice(0, sheets));
      expect(found.map(({ data }) => data[0])).toEqual(Array.from({ length: sheets }, () => headings));
      expect(found.flatMap(({ data }) => data.slice(1).map((cells) => cells[2]))).toEqual(rows.map((row) => row[2]));
    }
  });

  it('goes on in the next sheet before one grows too large; without rows there is one sheet with its headings', async () => {
    const long: Row = ['長'.repeat(1_000), '1', 1, null, null];
    const found = await readSheets(await fileOf([long, long, long], { rowsMax: 100, charactersMax: 1_001 }, 1));
    expect(found.map(({ data }) => data.length)).toEqual([2, 2, 2]);
    expect(await readSheets(await fileOf([]))).toEqual([{ sheet: '見本', data: [headings] }]);
  });

  it.each([
    ['\0\u0001\u000B\uFFFE\uFFFF\uD800x\uDC00', 'x'],
    ['tab\tline\nend', 'tab\tline\nend'],
    ['𠮷🏢', '𠮷🏢'],
    [']]>&amp;', ']]&gt;&amp;amp;'],
    ['a\rb', 'a&#13;b'],
    ['_x0041_ _x004_', '_x005F_x0041_ _x004_'],
  ])('writes %j into XML as %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });

  it('cuts a text at what a cell holds, and says so', async () => {
    const data = async (length: number) =>
      String((await readSheets(await fileOf([['x'.repeat(length), '', 1, null, null]])))[0]?.data[1]?.[0]);
    expect(await data(32_767)).toBe('x'.repeat(32_767));
    expect(await data(32_768)).toBe(`${'x'.repeat(32_766)}…`);
  });

  it('gives any text back, but for what XML cannot hold', async () => {
    const held = (text: string) =>
      // oxlint-disable-next-line no-control-regex -- these are the ones meant
      text.isWellFormed() && text === text.trim() && text !== '' && !/[\x00-\x1F\uFFFE\uFFFF]|_x/.test(text);
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(held);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const [found] = await readSheets(await fileOf(texts.map((one): Row => [one, one, 1, null, null])));
        expect(found?.data.slice(1).map((cells) => cells.slice(0, 2))).toEqual(texts.map((one) => [one, one]));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['発行履歴', 1, '発行履歴'],
    ["a[b]:c*d?e/f\\g'", 1, 'a b  c d e f g'],
    ['あ'.repeat(40), 1, 'あ'.repeat(31)],
    ['あ'.repeat(40), 12, `${'あ'.repeat(26)} (12)`],
    ['', 2, 'Sheet (2)'],
  ])('names the sheet of %j, number %i, %j', (title, number, name) => {
    expect(sheetName(title, number)).toBe(name);
  });

  it('stops asking for rows when nobody takes the rest', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<readonly Row[]> {
      try {
        for (;;) yield [['x', 'y', 1, null, null]];
      } finally {
        ended = true;
      }
    }
    const chunks = xlsxFile({ columns, timeZone: 'UTC', rows: endless() }, headings, 'x');
    // Past the parts before the sheet, each of three chunks, and into its rows.
    for (let chunk = 0; chunk < 12; chunk += 1) await chunks.next();
    await chunks.return(undefined);
    expect(ended).toBe(true);
  });
});
