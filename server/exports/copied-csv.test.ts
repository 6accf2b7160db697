import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ExportColumn, Row } from '../../domain/exports/columns.ts';
import { csvRows } from '../../domain/exports/csv.ts';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { openDatabase, type OpenDatabase } from '../kernel/database.ts';
import { silentLog } from '../kernel/log.ts';
import { cellsOptions, copiedCells, type CopiedColumn } from './copied-cells.ts';
import { copiedCsv } from './copied-csv.ts';
import { openSnapshot } from './snapshot.ts';

const zone = 'America/New_York';
const words = (code: string) => (code === 'none' ? null : `=${code}, 見本`);
const columns: ExportColumn[] = [
  { key: 'name', kind: 'text' },
  { key: 'code', kind: 'code' },
  { key: 'word', kind: 'text' },
  { key: 'day', kind: 'date' },
  { key: 'at', kind: 'instant' },
  { key: 'figures', kind: 'integers', of: ['a', 'b'] },
  { key: 'count', kind: 'integer' },
  { key: 'last', kind: 'text' },
];
const copied: CopiedColumn[] = columns.map((column) => ({ column, ...(column.key === 'word' && { words }) }));

let fresh: FreshDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  fresh = await freshDatabase(inject('templateUrl'));
  open = openDatabase(fresh.appUrl, silentLog);
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((some) => some.replaceAll('\0', '')),
  fc.string({
    unit: fc.constantFrom(...Array.from('=+-@＝＋－＠\'"\\,\t\r\n 　\u00A0\u1680\u2003\u2028\u205F\uFEFF縁𠮷é0a')),
  }),
  fc.constantFrom('0012', '1E5', '2026-11-01', '\\N', '\\', 'x'.repeat(40_000)),
);
const record = fc.record({
  name: fc.option(text),
  code: fc.option(text),
  word: fc.option(fc.oneof(text, fc.constantFrom('none', 'ups', '縁側'))),
  day: fc.option(fc.constantFrom('2026-11-01', '0999-01-01')),
  at: fc.option(fc.date({ min: new Date('0050-01-01'), max: new Date('9999-12-01'), noInvalidDate: true })),
  a: fc.option(fc.maxSafeInteger()),
  b: fc.option(fc.maxSafeInteger()),
  count: fc.option(fc.maxSafeInteger()),
  last: fc.option(text),
});
type Found = typeof record extends fc.Arbitrary<infer R> ? R : never;

const sourceOf = (rows: readonly Found[]) => {
  const one = ({ name, code, word, day, at, a, b, count, last }: Found) =>
    sql`select ${name}::text, ${code}::text, ${word}::text, ${day}::date, ${at}::timestamptz, ${a}::bigint, ${b}::bigint, ${count}::bigint, ${last}::text`;
  const all = sql`${sql.join(rows.map(one), sql` union all `)}`;
  return { compile: () => all.compile(open.db) };
};

/** As it is to be; nothing and an empty text are the same. */
function cellsOf({ name, code, word, day, at, a, b, count, last }: Found): Row {
  const figures = `${a ?? ''},${b ?? ''}`;
  return [
    name || null,
    code || null,
    word ? words(word) : null,
    day,
    at?.getTime() ?? null,
    figures,
    count,
    last || null,
  ];
}

async function gathered<T>(some: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of some) all.push(one);
  return all;
}

async function read<T>(
  rows: readonly Found[],
  as: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<T>,
): Promise<T[]> {
  const snapshot = await openSnapshot(open.pool);
  try {
    return await gathered(as(snapshot.copy(sourceOf(rows), cellsOptions)));
  } finally {
    await snapshot.close();
  }
}

test('P-22 lines made of the bytes that come are those made of cells, whatever stands in them, and rows are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (rows) => {
      const cells = rows.map(cellsOf);
      expect((await read(rows, (chunks) => copiedCells(chunks, copied))).flat()).toEqual(cells);
      let count = 0;
      const lines = await read(rows, (chunks) => copiedCsv(chunks, copied, zone, (more) => (count += more)));
      expect(Buffer.concat(lines).toString()).toBe(csvRows(columns, zone)(cells));
      expect(count).toBe(rows.length);
    }),
    { numRuns: 60 },
  );
});

test('P-22 a row or a character may be cut anywhere between chunks; one without its end, or with other cells, is an error', async () => {
  const three = copied.slice(0, 3);
  const bytes = Buffer.from('縁側,"x\\,y,ups\n0012\\n,,none\n');
  const inPieces = async (all: Buffer) => {
    async function* single() {
      for (const byte of all) yield new Uint8Array([byte]);
    }
    return Buffer.concat(await gathered(copiedCsv(single(), three, zone, () => undefined))).toString();
  };
  expect(await inPieces(bytes)).toBe('縁側,"""x,y","\'=ups, 見本"\r\n"0012\n",,\r\n');
  await expect(inPieces(bytes.subarray(0, -1))).rejects.toThrow('COPY ended within a row');
  await expect(inPieces(Buffer.from('a,b\n'))).rejects.toThrow('a row has 2 cells instead of 3');
});

test.each([
  ['2026-11-01 09:00:00+00', '2026-11-01T04:00:00-05:00'],
  ['2026-11-01 09:00:00.999999-08', '2026-11-01T12:00:00-05:00'],
  ['2026-11-01 09:00:00+05:30', '2026-10-31T23:30:00-04:00'],
  ['12026-11-01 09:00:00+00', '+012026-11-01T04:00:00-05:00'],
])('P-22 the moment %s is told in the zone, however the database writes it', async (found, told) => {
  const moment = copied.filter(({ column }) => column.kind === 'instant');
  async function* once() {
    yield Buffer.from(`${found}\n`);
  }
  const lines = await gathered(copiedCsv(once(), moment, zone, () => undefined));
  expect(Buffer.concat(lines).toString()).toBe(`${told}\r\n`);
});

test('P-22 pieces hold whole rows, and one that needs more room than it came with gets it', async () => {
  const wide = copied.slice(2, 3).map((one) => ({ ...one, words: (code: string) => code.repeat(30_000) }));
  const many = Buffer.from('"a\n見\n'.repeat(20));
  async function* once() {
    yield many;
  }
  const pieces = await gathered(copiedCsv(once(), wide, zone, () => undefined));
  expect(pieces.every((piece) => piece.at(-1) === 10)).toBe(true);
  const one = `"${'""a'.repeat(30_000)}"\r\n${'見'.repeat(30_000)}\r\n`;
  expect(Buffer.concat(pieces).toString()).toBe(one.repeat(20));
});
