import type { CompiledQuery } from 'kysely';
import type pg from 'pg';

/** Few enough that two batches die young: what the collector has to keep for a moment it keeps for long. */
const rowsPerFetch = 500;

/** Runs a query and gives its rows in batches. */
export type Read = <R>(query: { compile(): CompiledQuery<R> }) => AsyncGenerator<R[]>;

export type Snapshot = {
  read: Read;
  /** Ends whatever still runs, and the snapshot with it. */
  close: () => Promise<void>;
};

/**
 * One state of the database for as long as it takes to read it (repeatable read). Rows come by cursor, the next batch while
 * the last one is being written, so that neither side waits for the other and nothing is kept.
 */
export async function openSnapshot(pool: pg.Pool): Promise<Snapshot> {
  const client = await pool.connect();
  let fetching = 0;
  let cursors = 0;
  let closed = false;

  async function query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    fetching += 1;
    try {
      return (await client.query<R>(text, values)).rows;
    } finally {
      fetching -= 1;
    }
  }
  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    const broken = fetching > 0;
    // The query of a reader who has gone is ended by another connection: its own is busy with it.
    const { processID } = client as unknown as { processID: number };
    if (broken) await pool.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined);
    else await client.query('rollback').catch(() => undefined);
    client.release(broken);
  }
  async function* read<R>(wanted: { compile(): CompiledQuery<R> }): AsyncGenerator<R[]> {
    const { sql, parameters } = wanted.compile();
    cursors += 1;
    const name = `rows_${cursors}`;
    await query(`declare ${name} no scroll cursor for ${sql}`, [...parameters]);
    const fetch = () => {
      const rows = query<R & pg.QueryResultRow>(`fetch ${rowsPerFetch} from ${name}`);
      rows.catch(() => undefined); // told where it is awaited; nobody does after the end
      return rows;
    };
    let next = fetch();
    for (;;) {
      const rows = await next;
      if (rows.length === 0) return;
      next = fetch();
      yield rows;
    }
  }

  try {
    await query('begin isolation level repeatable read read only');
    // All rows are wanted, not the first ones soon.
    await query('set local cursor_tuple_fraction = 1');
  } catch (error) {
    client.release(true);
    throw error;
  }
  return { read, close };
}
