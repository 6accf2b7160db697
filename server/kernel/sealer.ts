import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { canonicalJson } from './events.ts';
import { unwatched, type WatchRun } from './job-runs.ts';
import type { Logger } from './log.ts';

const lockKey = 0x7365616c;
const batchMax = 1_000;
/** It looks again this soon after it sealed something, and twice as late each time that there was nothing, up to the long wait. */
const shortWaitMs = 20;
const longWaitMs = 160;
const retryWaitMs = 500;
export const sealedChannel = 'engawa_sealed';

export type Sealer = { stop(): Promise<void> };

export type Unsealed = {
  id: string;
  site_id: string;
  occurred_at: Date;
  actor_kind: string;
  actor_id: string | null;
  organization_id: string | null;
  on_behalf_of: string | null;
  what: string;
  subject: string;
  request_id: string | null;
  data: Record<string, unknown>;
  details_hash: Buffer;
};

/** The chain hash of an event: over the hash before it, its position and every immutable column. */
export function chainHash(previous: Uint8Array, position: number, event: Unsealed): Buffer {
  const body = canonicalJson({
    position,
    siteId: event.site_id,
    id: event.id,
    occurredAt: event.occurred_at.toISOString(),
    actorKind: event.actor_kind,
    actorId: event.actor_id,
    organizationId: event.organization_id,
    onBehalfOf: event.on_behalf_of,
    what: event.what,
    subject: event.subject,
    requestId: event.request_id,
    data: event.data,
    detailsHash: event.details_hash.toString('hex'),
  });
  return createHash('sha256').update(previous).update(body).digest();
}

/**
 * Gives committed events their position and chain hash. Of all nodes on a database one seals, chosen by an advisory
 * lock on its own connection; when that breaks, another takes over.
 */
export function startSealer(url: string, log: Logger, watchRun: WatchRun = unwatched): Sealer {
  let running = true;
  const stopped = (async () => {
    while (running) {
      try {
        await sealWhileConnected(url, () => running, watchRun);
      } catch (error) {
        if (running) log.warn({ err: error }, 'the sealer lost its database connection and tries again');
      }
      if (running) await sleep(retryWaitMs);
    }
  })();
  return {
    stop: async () => {
      running = false;
      await stopped;
    },
  };
}

async function sealWhileConnected(url: string, running: () => boolean, watchRun: WatchRun): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'engawa-sealer' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    while (running() && !(await tryLock(client))) await sleep(retryWaitMs);
    let waitMs = shortWaitMs;
    while (running()) {
      const sealed = await watchRun('events-seal', () => sealBatch(client));
      waitMs = sealed > 0 ? shortWaitMs : Math.min(2 * waitMs, longWaitMs);
      if (sealed < batchMax) await sleep(waitMs);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [lockKey]);
  return rows[0].locked;
}

/** Seals up to `batchMax` committed events in one transaction; returns how many. */
export async function sealBatch(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query('select 1 from events_unsealed limit 1');
  if (!rowCount) return 0;
  await client.query('begin');
  try {
    const { rows } = await client.query<Unsealed>(
      `with taken as (delete from events_unsealed where event_id in
         (select event_id from events_unsealed order by event_id limit $1) returning event_id, site_id)
       select e.* from taken t join events e on e.site_id = t.site_id and e.id = t.event_id order by e.site_id, e.id`,
      [batchMax],
    );
    await insertSeals(client, rows);
    await client.query(`select pg_notify($1, '')`, [sealedChannel]);
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function insertSeals(client: pg.Client, events: Unsealed[]): Promise<void> {
  const seals: { siteId: string; position: number; id: string; hash: string }[] = [];
  const bySite = Map.groupBy(events, (event) => event.site_id);
  for (const [siteId, ofSite] of bySite) {
    const { rows } = await client.query(
      'select position, chain_hash from event_seals where site_id = $1 order by position desc limit 1',
      [siteId],
    );
    let position: number = rows[0]?.position ?? 0;
    let previous: Buffer = rows[0]?.chain_hash ?? Buffer.alloc(32);
    for (const event of ofSite) {
      position += 1;
      previous = chainHash(previous, position, event);
      seals.push({ siteId, position, id: event.id, hash: previous.toString('hex') });
    }
  }
  await client.query(
    `insert into event_seals (site_id, position, event_id, chain_hash)
     select "siteId", position, id, decode(hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as r("siteId" text, position bigint, id uuid, hash text)`,
    [JSON.stringify(seals)],
  );
}
