import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** Seconds that PostgreSQL takes to send these rows by COPY to a reader who throws them away. */
export async function copyOut(pool: pg.Pool, query: CompiledQuery, rowsExpected: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    const started = performance.now();
    const stream = client.query(copyTo(`copy (${withValues(query)}) to stdout`));
    stream.resume();
    await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
    if (stream.rowCount !== rowsExpected) throw new Error(`COPY gave ${stream.rowCount} rows`);
    return (performance.now() - started) / 1000;
  } finally {
    // Not given back: its settings are its own.
    client.release(true);
  }
}

/** COPY takes no parameters, so they are written into the query. */
function withValues({ sql, parameters }: CompiledQuery): string {
  return sql.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const value = parameters[Number(number) - 1];
    if (typeof value === 'number') return String(value);
    return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  });
}
