import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Head } from '../../server/audit/chain.ts';
import { openDatabase } from '../../server/kernel/database.ts';
import { writeEvents, type Actor } from '../../server/kernel/events.ts';
import { newId } from '../../server/kernel/ids.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { sealBatch } from '../../server/kernel/sealer.ts';
import type { Random } from '../kit/random.ts';

export const site = 'sample';
const startMs = Date.UTC(2027, 0, 1);
const secondMs = 1_000;
const erasedChance = 0.1;

/** Writes so many events of all kinds as the server does, has them sealed, and erases the details of some; the head of the chain. */
export async function writeLog(appUrl: string, events: number, random: Random): Promise<Head> {
  const open = openDatabase(appUrl, silentLog);
  const sealer = new pg.Client({ connectionString: appUrl });
  await sealer.connect();
  try {
    await open.db
      .insertInto('sites')
      .values({ id: site, first_seen_at: new Date(startMs) })
      .execute();
    for (let at = 0; at < events; at += 1) {
      const cause = {
        siteId: site,
        actor: anyActor(random),
        now: new Date(startMs + at * secondMs),
        requestId: newId(),
      };
      const details = random.chance(0.5) ? { name: `見本 ${random.hex(4)}`, before: null } : {};
      await writeEvents(open.db, cause, [
        { what: 'devices.changed', subject: `thing/${newId()}`, data: { at }, details },
      ]);
      if (random.chance(0.2)) await sealBatch(sealer);
    }
    while ((await sealBatch(sealer)) > 0) await sleep(0);
    const { rows } = await sealer.query<{ id: string }>('select event_id as id from event_details order by event_id');
    const erased = rows.map(({ id }) => id).filter(() => random.chance(erasedChance));
    await open.db.deleteFrom('event_details').where('event_id', 'in', erased).execute();
    const reader = { reader: 'sample', site_id: site, position: events };
    await open.db.insertInto('event_readers').values(reader).execute();
    return await headOf(sealer);
  } finally {
    await sealer.end();
    await open.close();
  }
}

function anyActor(random: Random): Actor {
  const organizationId = newId();
  return random.pick<Actor>([
    { kind: 'system' },
    { kind: 'nobody' },
    { kind: 'user', id: newId(), organizationId },
    { kind: 'user', id: newId(), organizationId, onBehalfOf: newId() },
  ]);
}

async function headOf(client: pg.Client): Promise<Head> {
  const { rows } = await client.query<Head>(
    `select position, encode(chain_hash, 'hex') as hash from event_seals order by position desc limit 1`,
  );
  const [head] = rows;
  if (!head) throw new Error('nothing was sealed');
  return head;
}
