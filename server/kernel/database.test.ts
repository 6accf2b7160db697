import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { isDatabaseAway, openDatabase, type OpenDatabase } from './database.ts';
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

test.each([
  ['53100', 'disk full', true],
  ['53200', 'out of memory', true],
  ['53300', 'too many connections', true],
  ['57P03', 'cannot connect now', true],
  ['23505', 'unique violation', false],
  ['XX000', 'internal error', false],
])('P-27 %s, %s: worth another try soon is %s', async (code, words, passes) => {
  const failing = sql.raw(`do $$ begin raise exception '${words}' using errcode = '${code}'; end $$`).execute(open.db);
  const error = await failing.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect((error as { code?: string } | null)?.code).toBe(code);
  expect(isDatabaseAway(error)).toBe(passes);
});
