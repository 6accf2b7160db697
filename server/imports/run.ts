import { sql } from 'kysely';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs, minutesMs, secondsMs } from '../kernel/clock.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { writeEvents, type Cause, type NewEvent } from '../kernel/events.ts';
import { KeyUnavailable } from '../kernel/key-provider.ts';
import type { Scope } from '../kernel/session.ts';
import type { Importer, Stored } from './importer.ts';
import { keptBatches, rowKeeper, sealResult } from './kept.ts';
import type { Failure } from './problems.ts';
import { beginAttempt, postpone, progressWriter } from './progress.ts';
import { checkForm } from './read-file.ts';
import { changeImport, findSealed, records, type Change, type ImportRecord } from './store.ts';
import { addToTally, newTally, type Tally } from './tally.ts';

/** A result is shown for so long; what it tells is in the history after that, too. */
const resultKeptMs = 31 * daysMs;
/** Each attempt that came to nothing is followed by a longer wait; what brings its process down is given up in the end. */
const attemptsMax = 10;
const waitMs = 5 * secondsMs;
const longestWaitMs = 5 * minutesMs;
/** Waits after the first, second … attempt. */
export const retryWaitsMs = Array.from({ length: attemptsMax }, (_, at) =>
  at === 0 ? 0 : Math.min(longestWaitMs, waitMs * 2 ** (at - 1)),
);
/** Two transactions waited for each other, or the database or the keys went away: nothing is wrong with the import. */
const passing = /^(?:40P01|40001|55P03|57P0[123]|57014|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/;

export type Importers = ReadonlyMap<string, Importer>;
type Job = { app: App; tx: Tx; site: Site; scope: Scope; importer: Importer; record: ImportRecord };
type Ending = { change: Change; events: NewEvent[] };

/**
 * Does the import that has waited longest, if any: checks it again and stores it, all in one transaction with its events. Its row stays
 * locked meanwhile, so no other node does it too; a process that dies leaves nothing, and the next one takes it up. What others see of it
 * is written through the server's own connections, the work through `db`.
 * @returns whether there was anything to do.
 */
export async function runNextImport(app: App, db: Database, importers: Importers): Promise<boolean> {
  let taken: ImportRecord | undefined;
  try {
    return await db.transaction().execute(async (tx) => {
      taken = await takeNext(tx, app.clock.now());
      if (!taken) return false;
      const attempts = await beginAttempt(app.db, taken, app.clock.now());
      await end(app, tx, taken, await endingOf(app, tx, taken, importers, attempts));
      return true;
    });
  } catch (error) {
    if (!taken) throw error;
    await settle(app, taken, error);
    return true;
  }
}

async function takeNext(tx: Tx, now: Date): Promise<ImportRecord | undefined> {
  return records(tx)
    .where('i.state', '=', 'running')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('import_progress as p')
            .select('p.import_id')
            .whereRef('p.site_id', '=', 'i.site_id')
            .whereRef('p.import_id', '=', 'i.id')
            .where('p.next_try_at', '>', now),
        ),
      ),
    )
    .orderBy('i.confirmed_at')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
}

async function endingOf(
  app: App,
  tx: Tx,
  record: ImportRecord,
  importers: Importers,
  attempts: number,
): Promise<Ending> {
  const site = app.sites.get(record.site_id);
  const importer = importers.get(record.kind);
  if (attempts > attemptsMax) return failed(record, 'gave-up');
  if (!site || !importer || !record.hasRows) return failed(record, 'unexpected');
  const { site_id: siteId, organization_id: organizationId, user_id: userId } = record;
  const scope: Scope = { siteId, organizationId, userId, now: app.clock.now() };
  return work({ app, tx, site, scope, importer, record });
}

/**
 * Some rows at a time are checked and stored, until one has a fault: from then on they are only checked, so that all faults are told, and
 * what was stored is taken back.
 */
async function work({ app, tx, site, scope, importer, record }: Job): Promise<Ending> {
  const place = { siteId: site.id, importId: record.id };
  const progress = progressWriter(app, record);
  const today = civilDay(scope.now, site.timeZone);
  const found = newTally();
  const lines = new Map<string, number>();
  const keeper = rowKeeper(app, place, importer);
  const whole: Stored[] = [];
  const kept = await findSealed(tx, record, 'sealed_rows');
  await sql`savepoint nothing_stored`.execute(tx);
  try {
    for (const batch of keptBatches(app, place, importer, kept ?? Buffer.alloc(0))) {
      const rows = batch.open().map(({ line, cells }) => checkForm(importer, site, line, cells, today));
      await importer.checkRows(app, tx, site, rows, scope, true, lines);
      const before = found.rows;
      addToTally(found, rows, importer.counted);
      if (found.faults > 0) keeper.add(rows);
      else {
        keeper.addKept(batch);
        const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
        const tell = (done: number) => progress.done(before + done);
        whole.push(await importer.store(app, tx, site, scope, record.id, values, tell));
      }
    }
    if (found.faults === 0) return done(app, importer, record, scope, found, whole);
    // Locks of the rows' own check stay where nothing was stored.
    if (whole.length > 0) await sql`rollback to savepoint nothing_stored`.execute(tx);
    return refused(record, found, keeper.whole());
  } finally {
    await progress.end();
  }
}

function done(
  app: App,
  importer: Importer,
  record: ImportRecord,
  scope: Scope,
  found: Tally,
  whole: readonly Stored[],
): Ending {
  const { id, kind, content_hash: hash } = record;
  const stored = whole.reduce((sum, one) => sum + one.stored, 0);
  const rows = whole.flatMap((one) => one.result ?? []);
  const result = importer.result && {
    sealed_result: sealResult(app, { siteId: record.site_id, importId: id }, rows),
    result_until: after(scope.now, resultKeptMs),
  };
  return {
    // What was in the file, proofs of purchase among it, is needed no longer.
    change: { state: 'done', stored_count: stored, counts: found.counts, sealed_rows: null, ...result },
    events: [
      ...whole.flatMap(({ events }) => events),
      ...(importer.ending?.(id, stored) ?? []),
      { what: 'import.done', subject: `import/${id}`, data: { import: id, kind, rows: found.rows, stored, hash } },
    ],
  };
}

/** What was right when it was previewed is so no longer: the faults stand at their cells, nothing is stored. */
function refused(record: ImportRecord, { rows, faults }: Tally, sealedRows: Buffer): Ending {
  const data = { import: record.id, kind: record.kind, rows, faults };
  return {
    change: { state: 'refused', fault_count: faults, sealed_rows: sealedRows },
    events: [{ what: 'import.refused', subject: `import/${record.id}`, data }],
  };
}

function failed(record: ImportRecord, fault: Failure): Ending {
  const data = { import: record.id, kind: record.kind, rows: record.row_count, fault };
  return {
    change: { state: 'failed', fault },
    events: [{ what: 'import.failed', subject: `import/${record.id}`, data }],
  };
}

async function end(app: App, tx: Tx, record: ImportRecord, { change, events }: Ending): Promise<void> {
  const now = app.clock.now();
  await changeImport(tx, record.site_id, record.id, { ...change, done_at: now });
  const actor = { kind: 'user', id: record.user_id, organizationId: record.organization_id } as const;
  const cause: Cause = { siteId: record.site_id, actor, now, requestId: null };
  await writeEvents(tx, cause, events);
}

/** An attempt that broke: tried again later where that may help, else given up with the reason. */
async function settle(app: App, record: ImportRecord, error: unknown): Promise<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  const passes = error instanceof KeyUnavailable || passing.test(code);
  if (passes || /Connection terminated|is not queryable|timeout exceeded/.test(message)) {
    app.log.warn({ err: error, import: record.id }, 'an import was interrupted and is tried again');
    await postpone(app.db, record, (attempts) => after(app.clock.now(), retryWaitsMs[attempts - 1] ?? 0));
    return;
  }
  app.log.error({ err: error, import: record.id }, 'an import failed');
  await app.db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('imports')
      .select('state')
      .where('site_id', '=', record.site_id)
      .where('id', '=', record.id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (found?.state === 'running') await end(app, tx, record, failed(record, 'unexpected'));
  });
}
