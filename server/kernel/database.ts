import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import pg from 'pg';
import { keepPlans } from './kept-plans.ts';
import type { Logger } from './log.ts';
import type { DB } from './tables.generated.ts';

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

const connectionsMax = 16;
/** So long a question waits for a connection, while the database is far away or all are in use; then it is told to come again. */
const waitMs = 5_000;
/** A connection costs more to open than to keep: an office at work comes back sooner than this. */
const idleTimeoutMs = 300_000;
const statementTimeoutMs = 60_000;
const jobStatementTimeoutMs = 600_000;
const int8Oid = 20;
const dateOid = 1082;

/** Sums, counts and positions arrive as bigint; all of ours fit a double, and one that does not is a bug to hear about. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

pg.types.setTypeParser(int8Oid, parseInt8);
/** A civil date stays the text it is: it belongs to a zone that only the caller knows. */
pg.types.setTypeParser(dateOid, (text: string) => text);

/** The database gives no answer. Worth another try soon, unlike a bug. */
export class DatabaseAway extends Error {}

/** Whether a query failed because the database is away, shuts down, or has no room (disk, memory, connections): that may pass. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\d{3}|53\d{3})$/.test(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  );
}

export type OpenDatabase = { db: Database; pool: pg.Pool; close(): Promise<void> };

/** Opens the pool that the whole server shares; it keeps the plans of what is asked again and again. */
export function openDatabase(url: string, log: Logger, wait = waitMs): OpenDatabase {
  return openPool(url, log, keepPlans, {
    connectionTimeoutMillis: wait,
    max: connectionsMax,
    statement_timeout: statementTimeoutMs,
    application_name: 'engawa',
  });
}

/**
 * Opens a connection for long changes of many rows. Plans of the database's own checks of references live as long as a connection; made
 * while tables are small they read whole tables, ten thousand times over once those have grown, so here they never do, and no other plan is kept.
 * A node that is gone loses what it held on to within a second, also in the middle of a statement.
 */
export function openJobDatabase(url: string, log: Logger): OpenDatabase {
  return openPool(url, log, (pool) => pool, {
    max: 1,
    statement_timeout: jobStatementTimeoutMs,
    application_name: 'engawa-imports',
    options: '-c enable_seqscan=off -c client_connection_check_interval=1s',
  });
}

/** The queries of a transaction that was begun on this connection by hand. */
export function txOn(client: pg.PoolClient): Tx {
  const same = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  const pool = { connect: async () => same, end: async () => undefined, options: {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx;
}

function openPool(
  url: string,
  log: Logger,
  asked: (pool: pg.Pool) => PostgresPool,
  options: pg.PoolConfig,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: waitMs,
    idleTimeoutMillis: idleTimeoutMs,
    ...options,
  });
  // A connection that breaks between two statements of a transaction belongs to no query and to no pool; the next
  // statement on it fails and tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: asked(pool) }) });
  return { db, pool, close: () => db.destroy() };
}
