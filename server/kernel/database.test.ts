import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
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

test('P-27 a connection that breaks between two statements fails its transaction and nothing else', async () => {
  const broken = open.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(open.db);
    await sql`select 1`.execute(tx);
  });
  await expect(broken).rejects.toThrow(/terminat|ECONNRESET|EPIPE|not queryable/);
  expect((await sql<{ one: number }>`select 1 as one`.execute(open.db)).rows).toEqual([{ one: 1 }]);
});
