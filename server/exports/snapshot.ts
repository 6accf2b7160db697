import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copiedRows } from './copied-rows.ts';
import { withLiterals } from './literals.ts';
import { streamLimits } from './stream.ts';

type Compiles<R> = { compile(): CompiledQuery<R> };

/** Runs a query and gives its rows in batches. */
export type Read = <R>(query: Compiles<R>) => AsyncGenerator<R[]>;

/** Runs a query and gives what COPY writes, with these options. */
export type Copy = (query: Compiles<unknown>, options: string) => AsyncGenerator<Uint8Array>;

export type Snapshot = {
  read: Read;
  copy: Copy;
  /** Ends whatever still runs, and the snapshot with it. */
  close: () => Promise<void>;
};

/**
 * One state of the database for as long as it takes to read it (repeatable read). Rows come by COPY, which goes on while the
 * last batch is being written, so that neither side waits for the other, and stops when the reader does; nothing is kept.
 */
export async function openSnapshot(pool: pg.Pool): Promise<Snapshot> {
  const client = await pool.connect();
  let running = 0;
  let closed = false;

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    const broken = running > 0;
    // The query of a reader who has gone is ended by another connection: its own is busy with it.
    const { processID } = client as unknown as { processID: number };
    if (broken) await pool.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined);
    else await client.query('rollback').catch(() => undefined);
    client.release(broken);
  }
  /** The columns that a query gives; it is planned for that, not run. */
  async function fieldsOf(sql: string): Promise<pg.FieldDef[]> {
    await client.query(`declare shape no scroll cursor for ${sql}`);
    const { fields } = await client.query('fetch 0 from shape');
    await client.query('close shape');
    return fields;
  }
  async function* underWay<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
    running += 1;
    yield* rows;
    running -= 1;
  }
  function copied(sql: string, options: string): AsyncIterable<Uint8Array> {
    return client.query(copyTo(`copy (${sql}) to stdout ${options}`)) as AsyncIterable<Uint8Array>;
  }
  async function* rowsOf<R>(sql: string): AsyncGenerator<R[]> {
    const fields = await fieldsOf(sql);
    yield* copiedRows<R>(copied(sql, ''), fields);
  }
  async function* copyOf(sql: string, options: string): AsyncGenerator<Uint8Array> {
    yield* copied(sql, options);
  }

  try {
    await client.query('begin isolation level repeatable read read only');
    // One statement lasts as long as its reader may.
    await client.query(`set local statement_timeout = ${streamLimits.wholeMs}`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    read: <R>(wanted: Compiles<R>) => underWay(rowsOf<R>(withLiterals(wanted.compile()))),
    copy: (wanted, options) => underWay(copyOf(withLiterals(wanted.compile()), options)),
    close,
  };
}
