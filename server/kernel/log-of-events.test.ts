import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { openDatabase, type OpenDatabase } from './database.ts';
import { writeEvents } from './events.ts';
import { newId } from './ids.ts';
import { silentLog } from './log.ts';
import { readAll, type Reader } from './readers.ts';
import { chainHash, sealBatch, startSealer, type Unsealed } from './sealer.ts';

let fresh: FreshDatabase;
let open: OpenDatabase;
let client: pg.Client;
const now = new Date('2026-11-20T09:00:00Z');
const cause = { siteId: 'here', actor: { kind: 'system' } as const, now, requestId: null };

beforeAll(async () => {
  fresh = await freshDatabase(inject('templateUrl'));
  open = openDatabase(fresh.appUrl, silentLog);
  client = new pg.Client({ connectionString: fresh.appUrl });
  await client.connect();
  await open.db.insertInto('sites').values({ id: 'here', first_seen_at: now }).execute();
});
afterAll(async () => {
  await client.end();
  await open.close();
  await fresh.drop();
});

async function sealed(): Promise<{ position: number; event_id: string; chain_hash: Buffer }[]> {
  return open.db
    .selectFrom('event_seals')
    .select(['position', 'event_id', 'chain_hash'])
    .where('site_id', '=', 'here')
    .orderBy('position')
    .execute();
}

test('P-25 many transactions at once, some rolled back: every committed event gets one position, without gaps', async () => {
  const stopped = startSealer(fresh.appUrl, silentLog);
  let committed = 0;
  await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      open.db
        .transaction()
        .execute(async (tx) => {
          await writeEvents(tx, cause, [{ what: 'devices.viewed', subject: `thing/${index}`, data: { index } }]);
          if (index % 7 === 0) throw new Error('rolled back');
        })
        .then(
          () => (committed += 1),
          () => undefined,
        ),
    ),
  );
  while ((await open.db.selectFrom('events_unsealed').select('event_id').execute()).length > 0) await sleep(10);
  await stopped.stop();
  const seals = await sealed();
  expect(seals.map((seal) => seal.position)).toEqual(Array.from({ length: committed }, (_, index) => index + 1));
  expect(new Set(seals.map((seal) => seal.event_id)).size).toBe(committed);
});

test('P-25 the chain holds: each hash follows from the one before and the event as it stands', async () => {
  const { rows } = await client.query<Unsealed & { position: number; chain_hash: Buffer }>(
    'select s.position, s.chain_hash, e.* from event_seals s join events e on e.id = s.event_id order by s.position',
  );
  let previous: Buffer = Buffer.alloc(32);
  for (const row of rows) {
    previous = chainHash(previous, row.position, row);
    expect(previous.equals(row.chain_hash)).toBe(true);
  }
  expect(rows.length).toBeGreaterThan(100);
});

test('P-25 the server’s role can neither change nor remove an event, nor can the owner by mistake', async () => {
  for (const table of ['events', 'event_seals']) {
    await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(client.query(`update ${table} set site_id = 'x'`)).rejects.toThrow(/permission denied/);
  }
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  await expect(owner.query(`update events set what = 'x'`)).rejects.toThrow(/the log only grows/);
  await expect(owner.query('truncate events cascade')).rejects.toThrow(/the log only grows/);
  await owner.end();
});

test('P-20 a reader sees every sealed event once and in order, also when it fails in between', async () => {
  const seen: string[] = [];
  let failures = 2;
  const reader: Reader = {
    name: `reader-${newId()}`,
    read: async (_, events) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('dies');
      }
      seen.push(...events.map((event) => event.id));
    },
  };
  await expect(readAll(open.db, reader)).rejects.toThrow('dies');
  await expect(readAll(open.db, reader)).rejects.toThrow('dies');
  await readAll(open.db, reader);
  await readAll(open.db, reader);
  expect(seen).toEqual((await sealed()).map((seal) => seal.event_id));
});

test('P-25 details can be erased and the chain stays whole', async () => {
  await writeEvents(open.db, cause, [{ what: 'user.changed', subject: 'user/x', details: { name: '見本' } }]);
  while ((await sealBatch(client)) > 0);
  const before = await sealed();
  await open.db.deleteFrom('event_details').execute();
  expect(await sealed()).toEqual(before);
});
