import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { openDatabase, type OpenDatabase } from '../kernel/database.ts';
import { silentLog } from '../kernel/log.ts';
import { copiedRows } from './copied-rows.ts';
import { openSnapshot } from './snapshot.ts';

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

async function readAll<R>(query: RawBuilder<R>): Promise<R[]> {
  const snapshot = await openSnapshot(open.pool);
  try {
    const rows: R[] = [];
    for await (const batch of snapshot.read({ compile: () => query.compile(open.db) })) rows.push(...batch);
    return rows;
  } finally {
    await snapshot.close();
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom(
    '\\N',
    '\\',
    "'; drop table users; --",
    "\\'; select 1; --",
    '$1',
    '$$',
    '\t',
    '\r\n',
    '',
    '\\x00',
    '𠮷',
  ),
);

test('P-22 rows read by COPY are those that the query gives, whatever its parameters are', async () => {
  const values = fc.record({
    text: fc.option(anyText),
    count: fc.maxSafeInteger(),
    yes: fc.boolean(),
    many: fc.array(anyText, { maxLength: 3 }),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 5 }), async (rows) => {
      const one = ({ text, count, yes, many, at }: (typeof rows)[number]) =>
        sql`select ${text}::text as text, ${count}::bigint as count, ${yes}::boolean as yes, ${at}::timestamptz as at,
          ${at}::timestamptz::date as day, convert_to(${text}::text, 'UTF8') as bytes, array[${text}::text, 'b'] as texts, ${many}::text[] as many`;
      const query = sql`${sql.join(rows.map(one), sql` union all `)}`;
      const byQuery = (await query.execute(open.db)).rows;
      expect(byQuery).toHaveLength(rows.length);
      expect(await readAll(query)).toEqual(byQuery);
    }),
    { numRuns: 30 },
  );
});

test('P-22 a parameter that has no plain literal is refused', async () => {
  for (const wrong of [{ a: 1 }, [1], [null]])
    await expect(readAll(sql`select ${wrong}::text as wrong`)).rejects.toThrow('parameter of the type object');
});

test('P-22 a character or a row may be cut in two between chunks; a row without its end is an error', async () => {
  const fields = [
    { name: 'a', dataTypeID: 25 },
    { name: 'b', dataTypeID: 25 },
  ];
  const bytes = Buffer.from('縁側\t\\N\nb\\\\\\n\tc\n');
  const inPieces = async (all: Buffer) => {
    async function* single() {
      for (const byte of all) yield new Uint8Array([byte]);
    }
    const rows: unknown[] = [];
    for await (const batch of copiedRows(single(), fields)) rows.push(...batch);
    return rows;
  };
  expect(await inPieces(bytes)).toEqual([
    { a: '縁側', b: null },
    { a: 'b\\\n', b: 'c' },
  ]);
  await expect(inPieces(bytes.subarray(0, -1))).rejects.toThrow('COPY ended within a row');
});

test('P-22 a snapshot stays one state, and who goes in the middle leaves nothing running', async () => {
  const snapshot = await openSnapshot(open.pool);
  const many = sql<{ n: number }>`select n from generate_series(1, 3000000) n`;
  const rows = snapshot.read({ compile: () => many.compile(open.db) });
  expect((await rows.next()).value?.[0]).toEqual({ n: 1 });
  await snapshot.close();
  await rows.return(undefined);
  const copying = sql<{ running: number }>`select count(*) as running from pg_stat_activity
    where datname = current_database() and state <> 'idle' and query like 'copy%'`;
  await expect.poll(async () => (await copying.execute(open.db)).rows[0]?.running).toBe(0);

  const site = (id: string) =>
    open.db
      .insertInto('sites')
      .values({ id, first_seen_at: new Date(0) })
      .execute();
  const sites = { compile: () => sql<{ id: string }>`select id from sites order by id`.compile(open.db) };
  const steady = await openSnapshot(open.pool);
  const read = async () => {
    const ids: string[] = [];
    for await (const batch of steady.read(sites)) ids.push(...batch.map(({ id }) => id));
    return ids;
  };
  await site('first');
  const before = await read();
  await site('second');
  expect(await read()).toEqual(before);
  await steady.close();
});
