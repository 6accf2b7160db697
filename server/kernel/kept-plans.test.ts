import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { openDatabase, type Database, type OpenDatabase, type Tx } from './database.ts';
import { comesAgainAfter, planKept, plansMax } from './kept-plans.ts';
import { silentLog } from './log.ts';

let fresh: FreshDatabase;
let owner: pg.Client;
let open: OpenDatabase;

beforeAll(async () => {
  fresh = await freshDatabase(inject('templateUrl'));
  owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  await open?.close();
  open = openDatabase(fresh.appUrl, silentLog);
  await owner.query('drop table if exists shelf');
  await owner.query('create table shelf (id int primary key, title text)');
  await owner.query(`insert into shelf values (1, 'one'), (2, 'two')`);
  await owner.query('grant select on shelf to engawa_app');
});
afterAll(async () => {
  await open.close();
  await owner.end();
  await fresh.drop();
});

const titleOf = (id: number) => sql<{ title: string }>`select ${planKept} title from shelf where id = ${id}`;
const rowOf = (id: number) => sql<Record<string, unknown>>`select ${planKept} * from shelf where id = ${id}`;

async function askOften(db: Database | Tx, question: typeof titleOf | typeof rowOf): Promise<unknown> {
  for (let nth = 0; nth < comesAgainAfter; nth += 1) await question(1).execute(db);
  return (await question(2).execute(db)).rows;
}

/** What the connections of the pool keep: one after the other asks, so there is one. */
async function keptTexts(db: Database | Tx): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

async function backend(): Promise<unknown> {
  return (await sql`select pg_backend_pid() as pid`.execute(open.db)).rows;
}

test('a statement that comes again is planned once, one for a single question is not kept', async () => {
  await titleOf(1).execute(open.db);
  expect(await keptTexts(open.db)).toEqual([]);
  expect(await askOften(open.db, titleOf)).toEqual([{ title: 'two' }]);
  expect(await keptTexts(open.db)).toEqual(['select /* plan kept */ title from shelf where id = $1']);
});

test('one that does not say so is planned anew each time', async () => {
  for (let nth = 0; nth <= comesAgainAfter; nth += 1)
    await sql`select title from shelf where id = ${nth}`.execute(open.db);
  expect(await keptTexts(open.db)).toEqual([]);
});

test('it is kept within a transaction, too, and holds for what comes after', async () => {
  const kept = await open.db.transaction().execute(async (tx) => {
    await askOften(tx, titleOf);
    return keptTexts(tx);
  });
  expect(kept).toHaveLength(1);
  expect((await titleOf(1).execute(open.db)).rows).toEqual([{ title: 'one' }]);
  expect(await keptTexts(open.db)).toEqual(kept);
});

test('a migration that adds a column does not disturb who asks for all of them', async () => {
  expect(await askOften(open.db, rowOf)).toEqual([{ id: 2, title: 'two' }]);
  expect(await keptTexts(open.db)).toHaveLength(1);
  const before = await backend();
  await owner.query('alter table shelf add column place text');
  expect((await rowOf(2).execute(open.db)).rows).toEqual([{ id: 2, title: 'two', place: null }]);
  expect(await backend()).not.toEqual(before);
});

test('nor who does so within a transaction, where nothing could be asked again', async () => {
  await askOften(open.db, rowOf);
  await owner.query('alter table shelf add column place text');
  const rows = await open.db.transaction().execute(async (tx) => (await rowOf(1).execute(tx)).rows);
  expect(rows).toEqual([{ id: 1, title: 'one', place: null }]);
});

test('a column of another type fails a transaction once, and no request outside of one', async () => {
  await askOften(open.db, titleOf);
  await owner.query('alter table shelf alter column title type varchar(40)');
  const inside = open.db.transaction().execute((tx) => titleOf(1).execute(tx));
  await expect(inside).rejects.toThrow('cached plan must not change result type');
  expect((await titleOf(1).execute(open.db)).rows).toEqual([{ title: 'one' }]);
  const again = await open.db.transaction().execute((tx) => titleOf(1).execute(tx));
  expect(again.rows).toEqual([{ title: 'one' }]);
});

test('a statement that fails is no other afterwards', async () => {
  const half = (by: number) => sql<{ half: number }>`select ${planKept} 10 / ${by}::int as half`;
  for (let nth = 0; nth <= comesAgainAfter; nth += 1) await expect(half(0).execute(open.db)).rejects.toThrow(/zero/);
  expect((await half(5).execute(open.db)).rows).toEqual([{ half: 2 }]);
});

test.each([
  [plansMax, true],
  [plansMax + 1, false],
])('a connection that keeps %i plans stays: %s', async (plans, stays) => {
  const before = await backend();
  for (let plan = 0; plan < plans; plan += 1)
    for (let nth = 0; nth <= comesAgainAfter; nth += 1)
      await sql`select ${planKept} ${sql.lit(plan)} + ${nth}::int as sum`.execute(open.db);
  expect(isDeepStrictEqual(await backend(), before)).toBe(stays);
});
