import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { builtOnce } from './built-once.ts';
import { openDatabase, type OpenDatabase } from './database.ts';
import { silentLog } from './log.ts';

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

type Wish = { id: number; title: string | null; at: Date };
type Row = { id: number; next: number; title: string | null; at: Date; own: string };

test('a question is built once and asked with other values each time, its own stay', async () => {
  let built = 0;
  const ask = builtOnce(['at', 'id', 'title'], (_, { id, title, at }: Wish) => {
    built += 1;
    return sql<Row>`select ${id}::int as id, ${id}::int + 1 as next, ${title}::text as title, ${at}::timestamptz as at, ${'same'} as own`;
  });
  const at = new Date('2026-11-01T00:00:00Z');
  const later = new Date('2026-11-02T00:00:00Z');
  expect(await ask(open.db, { id: 1, title: 'one', at })).toEqual([{ id: 1, next: 2, title: 'one', at, own: 'same' }]);
  const inside = await open.db.transaction().execute((tx) => ask(tx, { id: 7, title: null, at: later }));
  expect(inside).toEqual([{ id: 7, next: 8, title: null, at: later, own: 'same' }]);
  expect(built).toBe(1);
});

test('what stands for a value can only be put into the question', async () => {
  const ask = builtOnce(['at'], (_, { at }: Pick<Wish, 'at'>) => sql`select ${at.getTime()}::float8 as ms`);
  await expect(ask(open.db, { at: new Date(0) })).rejects.toThrow('getTime');
});

test('a builder of queries gives the same', async () => {
  const ask = builtOnce(['id'], (db, { id }: { id: string }) =>
    db.selectFrom('sites').select('id').where('id', '=', id),
  );
  expect(await ask(open.db, { id: 'nowhere' })).toEqual([]);
});
