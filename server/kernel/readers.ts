import { sql } from 'kysely';
import pg from 'pg';
import type { Database, Tx } from './database.ts';
import type { SealedEvent } from './events.ts';
import { unwatched, type WatchRun } from './job-runs.ts';
import type { Logger } from './log.ts';
import { sealedChannel } from './sealer.ts';
import { startWakeable, type Wakeable } from './wakeable.ts';

const batchMax = 200;
const fallbackWaitMs = 1_000;

/**
 * Something that follows the sealed events in order, each exactly once: `read` writes its own decisions in the
 * transaction that moves the reader on. What leaves the process is done afterwards, from those decisions.
 */
export type Reader = { name: string; read(tx: Tx, events: readonly SealedEvent[]): Promise<void> };

/**
 * Runs the readers on every seal (by NOTIFY) and at least each second; `after` is called when something was read. What one of them cannot read holds up
 * none of the others.
 */
export function startReaders(
  url: string,
  db: Database,
  readers: readonly Reader[],
  log: Logger,
  after: () => void,
  watchRun: WatchRun = unwatched,
): Wakeable {
  const loop = startWakeable(
    async () => {
      let failed: Error | undefined;
      const readThem = async () => {
        for (const reader of readers) {
          try {
            if (await readAll(db, reader)) after();
          } catch (error) {
            log.warn({ err: error, reader: reader.name }, 'reading the events failed and is tried again');
            failed ??= error instanceof Error ? error : new Error(String(error));
          }
        }
        if (failed) throw failed;
      };
      // Each failure was told above.
      await watchRun('events-read', readThem).catch(() => undefined);
    },
    { everyMs: fallbackWaitMs, log, failed: 'reading the events failed and is tried again' },
  );
  const listener = listen(url, () => loop.wake(), log);
  return { ...loop, stop: () => loop.stop().then(() => listener.stop()) };
}

/** Reads everything sealed so far; returns whether there was anything. */
export async function readAll(db: Database, reader: Reader): Promise<boolean> {
  const behind = await sitesBehind(db, reader);
  for (const siteId of behind) while ((await readBatch(db, reader, siteId)) > 0);
  return behind.length > 0;
}

/** One question for all sites, so that looking costs next to nothing while nothing happens. */
async function sitesBehind(db: Database, { name }: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from sites s left join event_readers r on r.site_id = s.id and r.reader = ${name}
    where exists (select 1 from event_seals e where e.site_id = s.id and e.position > coalesce(r.position, 0))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** The reader's row, locked, so that of several nodes one reads at a time. */
async function lockReader(tx: Tx, reader: string, siteId: string): Promise<number> {
  const find = () =>
    tx
      .selectFrom('event_readers')
      .select('position')
      .where('reader', '=', reader)
      .where('site_id', '=', siteId)
      .forUpdate()
      .executeTakeFirst();
  const found = await find();
  if (found) return found.position;
  await tx
    .insertInto('event_readers')
    .values({ reader, site_id: siteId, position: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find())?.position ?? 0;
}

async function readBatch(db: Database, reader: Reader, siteId: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const position = await lockReader(tx, reader.name, siteId);
    const rows = await tx
      .selectFrom('event_seals as s')
      .innerJoin('events as e', (join) => join.onRef('e.site_id', '=', 's.site_id').onRef('e.id', '=', 's.event_id'))
      .select([
        's.position',
        'e.id',
        'e.occurred_at',
        'e.what',
        'e.subject',
        'e.actor_kind',
        'e.actor_id',
        'e.organization_id',
        'e.on_behalf_of',
        'e.data',
      ])
      .where('s.site_id', '=', siteId)
      .where('s.position', '>', position)
      .orderBy('s.position')
      .limit(batchMax)
      .execute();
    const last = rows.at(-1);
    if (!last) return 0;
    await reader.read(
      tx,
      rows.map((row) => ({
        siteId,
        position: row.position,
        id: row.id,
        occurredAt: row.occurred_at,
        what: row.what,
        subject: row.subject,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        organizationId: row.organization_id,
        onBehalfOf: row.on_behalf_of,
        data: row.data as Record<string, unknown>,
      })),
    );
    await tx
      .updateTable('event_readers')
      .set({ position: last.position })
      .where('reader', '=', reader.name)
      .where('site_id', '=', siteId)
      .execute();
    return rows.length;
  });
}

/** A connection of its own that hears NOTIFY; when it breaks, the fallback wait serves until it is back. */
function listen(url: string, wake: () => void, log: Logger): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let stopping = false;
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'engawa-listener' });
    next.on('notification', wake);
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopping) setTimeout(() => void reconnect(), fallbackWaitMs).unref();
    });
    client = next;
    await next.connect();
    await next.query(`listen ${sealedChannel}`);
  };
  const reconnect = async () => {
    if (stopping) return;
    try {
      await connect();
    } catch (error) {
      log.debug({ err: error }, 'listening for sealed events is tried again');
    }
  };
  const first = reconnect();
  return {
    stop: async () => {
      stopping = true;
      await first;
      await client?.end().catch(() => undefined);
    },
  };
}
