import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportColumn } from './columns.ts';
import { byteOrderMark, csvHeadings, csvRows } from './csv.ts';
import { guardCell, unguardCell } from './guard.ts';

const columns: ExportColumn[] = [
  { key: 'name', kind: 'text' },
  { key: 'number', kind: 'code' },
  { key: 'count', kind: 'integer' },
  { key: 'day', kind: 'date' },
  { key: 'at', kind: 'instant' },
];
const write = csvRows(columns, 'Asia/Tokyo');
const read = (text: string) => parse(text, { relax_column_count: false }) as string[][];

describe('P-22 CSV', () => {
  it('tells each kind of cell in its own way, and nothing as nothing', () => {
    const rows = [
      ['見本', '0012345678901234', 12, '2026-11-01', Date.UTC(2026, 10, 20, 15, 30)],
      [null, null, null, null, null],
      ['a,b "c"\r\nd', '', 0, null, 0],
    ];
    expect(write(rows)).toBe(
      '見本,"0012345678901234",12,2026-11-01,2026-11-21T00:30:00+09:00\r\n' +
        ',,,,\r\n' +
        '"a,b ""c""\r\nd",,0,,1970-01-01T09:00:00+09:00\r\n',
    );
  });

  it.each(['=1+1', '+81 3', '-1', '@x', '＝1', '＋1', '－1', '＠x', '\tx', '\rx', "'=1", "''=1"])(
    'makes %j harmless, and import takes that off again',
    (text) => {
      const [cells] = read(write([[text, text, 1, null, null]]));
      expect(cells?.[0]).toBe(`'${text}`);
      expect(cells?.map(unguardCell).slice(0, 2)).toEqual([text, text]);
    },
  );

  it.each(["'", "'x", "''", '1-1', 'a=b', ' =1', '〓'])('leaves %j as it is where nothing is computed', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  it('gives back every text as it was, and no cell begins as a formula does', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@＝＋－＠\t\r,"\n ]{0,6}$/u));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = texts.map((pair) => [...pair, 1, '2026-11-01', 0]);
        const found = read(write(rows));
        expect(found.map((cells) => cells.slice(0, 2).map(unguardCell))).toEqual(texts);
        for (const text of found.flat()) expect(text).not.toMatch(/^[=+\-@＝＋－＠\t\r]/u);
      }),
    );
  });

  it.each(['00123', '1234567890123456', '1E5', '12E4567890123456', '2026-11-01', '1/2', '12:30', '1.5'])(
    'puts the text %s in quotes, so that a program can be told to leave it a text',
    (text) => {
      expect(write([[text, text, 1, '2026-11-01', null]])).toBe(`"${text}","${text}",1,2026-11-01,\r\n`);
    },
  );

  it('writes numbers side by side as the columns that they are', () => {
    const beside = csvRows(
      [
        { key: 'name', kind: 'text' },
        { key: 'figures', kind: 'integers', of: ['a', 'b', 'c'] },
        { key: 'marks', kind: 'text' },
      ],
      'Asia/Tokyo',
    );
    expect(
      beside([
        ['=1', '12,,-5', 'x'],
        ['=1', null, null],
        ['y', ',,0', '=1'],
      ]),
    ).toBe("'=1,12,,-5,x\r\n'=1,,,,\r\ny,,,0,'=1\r\n");
  });

  it('guards headings too', () => {
    expect(csvHeadings(['品番', '=1', 'a,b'])).toBe(`品番,'=1,"a,b"\r\n`);
    expect(byteOrderMark).toBe('\uFEFF');
  });
});
