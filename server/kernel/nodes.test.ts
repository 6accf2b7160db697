import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { silentLog } from './log.ts';
import { joinNodes, type Membership } from './nodes.ts';

let database: FreshDatabase;
const joined: Membership[] = [];

beforeEach(async () => {
  database = await freshDatabase(inject('templateUrl'));
});
afterEach(async () => {
  for (const one of joined.splice(0)) await one.leave();
  await database.drop();
});

/** Whether a node that joins now is alone, and how it leaves. */
async function join(): Promise<{ alone: boolean; leave: () => Promise<void> }> {
  let alone = false;
  const node = await joinNodes(database.appUrl, silentLog, async () => void (alone = true));
  joined.push(node);
  return { alone, leave: () => node.leave() };
}

const others = `from pg_stat_activity where application_name = 'engawa-node' and datname = current_database()`;

async function ask(statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    return (await client.query<{ count: number }>(statement)).rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

test('P-20 who is the first or the last takes back what is in hand; who joins others does not', async () => {
  const first = await join();
  const second = await join();
  expect([first.alone, second.alone]).toEqual([true, false]);
  await first.leave();
  expect((await join()).alone).toBe(false);
  for (const one of joined.splice(0)) await one.leave();
  await expect.poll(() => ask(`select count(*)::int ${others}`)).toBe(0);
  expect((await join()).alone).toBe(true);
});

test('P-20 a node whose connection broke is one of them again', async () => {
  await join();
  const pid = () => ask(`select pid as count ${others}`);
  const before = await pid();
  await ask(`select count(pg_terminate_backend(pid))::int as count ${others}`);
  await expect.poll(async () => [0, before].includes(await pid()), { timeout: 20_000 }).toBe(false);
  await expect
    .poll(() =>
      ask(`select count(*)::int from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted`),
    )
    .toBeGreaterThan(0);
  expect((await join()).alone).toBe(false);
});

test('P-20 a node that cannot take back does not start, and holds up nobody', async () => {
  const broken = joinNodes(database.appUrl, silentLog, () => Promise.reject(new Error('no such table')));
  await expect(broken).rejects.toThrow('no such table');
  await expect.poll(() => ask(`select count(*)::int ${others}`)).toBe(0);
  expect((await join()).alone).toBe(true);
});
