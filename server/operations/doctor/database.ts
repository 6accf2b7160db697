import pg from 'pg';
import { readMigrations } from '../../kernel/migrate.ts';
import { oldestServerVersion } from '../../open-database.ts';
import { fault, ok, reasonOf, warning, type Finding } from './finding.ts';

const connectWithinMs = 5_000;
const clockApartMs = 2_000;
const clockFarApartMs = 30_000;
const spareConnections = 20;
const about = 'database';

export type DatabaseUrls = { ownerUrl: string; appUrl: string };

/** Runs what needs the database as the server uses it; not to be reached is the one finding then. */
export async function withClient(url: string, look: (client: pg.Client) => Promise<Finding[]>): Promise<Finding[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'engawa-doctor',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return [
      fault(
        about,
        `it lets nobody in (${reasonOf(error)})`,
        'look whether it runs, and at host, name and password of DATABASE_URL',
      ),
    ];
  }
  try {
    return await look(client);
  } catch (error) {
    return [fault(about, `a question to it failed (${reasonOf(error)})`, 'look into the log of PostgreSQL')];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Version, room, state of the schema, what the server's role may do, what a pooler in between leaves of a connection, the clock. */
export async function examineDatabase(client: pg.Client, now: () => Date): Promise<Finding[]> {
  const version = await examineVersion(client);
  const schema = await examineSchema(client);
  const more = schema.some(({ level }) => level === 'fault') ? [] : await examineRights(client);
  return [...version, ...schema, ...more, ...(await examineConnection(client)), await examineClock(client, now)];
}

async function examineVersion(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('max_connections')::int as max, (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`);
  const { version, number, max, used } = rows[0];
  const found =
    number < oldestServerVersion
      ? fault(about, `it is PostgreSQL ${version}`, 'PostgreSQL 15 or newer is needed')
      : ok(about, `PostgreSQL ${version}`);
  const room =
    max - used < spareConnections
      ? [warning(about, `${used} of ${max} connections are taken`, 'a server takes up to 30: raise max_connections')]
      : [];
  return [found, ...room];
}

async function examineSchema(client: pg.Client): Promise<Finding[]> {
  const known = await readMigrations();
  const there = await client.query(`select to_regclass('schema_migrations') is not null as there`);
  const { rows } = there.rows[0].there
    ? await client.query('select number, name, hash from schema_migrations order by number')
    : { rows: [] };
  const done = new Map(rows.map((row) => [row.number, row]));
  const newer = rows.filter(({ number }) => !known.some((one) => one.number === number));
  const other = known.filter(({ number, hash }) => done.has(number) && done.get(number).hash !== hash);
  const waiting = known.filter(({ number }) => !done.has(number));
  if (newer.length > 0)
    return [
      fault('migrations', `${newer[0].name} is from a newer Engawa`, 'start the version that ran last, or a later one'),
    ];
  if (other.length > 0)
    return [
      fault('migrations', `${other[0]?.name} was applied as another file`, 'take the release as it was published'),
    ];
  if (waiting.length > 0)
    return [
      fault(
        'migrations',
        `${waiting.length} wait, from ${waiting[0]?.name} on`,
        'run ./engawa migrate, or start the server',
      ),
    ];
  return [ok('migrations', `all ${known.length} are applied`)];
}

async function examineRights(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query(`
    select current_user as role, pg_has_role(tableowner, 'member') as owns, has_table_privilege('sites', 'insert') as may,
      has_table_privilege('events', 'update') or has_table_privilege('events', 'delete') as rewrites
    from pg_tables where schemaname = 'public' and tablename = 'events'`);
  const { role, owns, may, rewrites } = rows[0];
  if (!may)
    return [
      fault(
        'roles',
        `${role} has no rights on the tables`,
        'name the role of DATABASE_URL engawa_app and run ./engawa migrate as their owner',
      ),
    ];
  if (owns)
    return [
      warning(
        'roles',
        `${role} owns the tables: only triggers guard the log of events`,
        'give the server a role of its own named engawa_app (docs/settings.md)',
      ),
    ];
  if (rewrites)
    return [
      fault(
        'roles',
        `${role} may change the log of events`,
        `revoke update, delete on events, event_seals from ${role}`,
      ),
    ];
  return [ok('roles', `${role} may write, and not change the log of events`)];
}

/** What the server keeps on a connection beyond a transaction: prepared statements of the intake, locks of the sealer, listening. */
async function examineConnection(client: pg.Client): Promise<Finding[]> {
  const key = Math.floor(Math.random() * 2 ** 31);
  const statement = { name: `engawa_doctor_${key}`, text: 'select 1 as one' };
  const lost: string[] = [];
  await client.query('select pg_advisory_lock($1)', [key]);
  await client.query('listen engawa_doctor');
  try {
    await client.query(statement);
    await client.query('begin');
    await client.query(statement);
    await client.query('commit');
    await client.query(statement);
  } catch {
    lost.push('prepared statements');
    await client.query('rollback').catch(() => undefined);
  }
  const { rows } = await client.query(
    `select exists (select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and objid = $1::bigint::oid) as locked,
      exists (select 1 from pg_listening_channels() c where c = 'engawa_doctor') as hears`,
    [key],
  );
  if (!rows[0].locked) lost.push('locks');
  if (!rows[0].hears) lost.push('listening');
  if (lost.length === 0) {
    await client.query('select pg_advisory_unlock($1)', [key]);
    return [ok('connections', 'they keep prepared statements, locks and listening')];
  }
  return [
    fault(
      'connections',
      `a pooler in between takes away ${lost.join(', ')}`,
      'have DATABASE_URL lead to PostgreSQL itself or to a pooler in session mode (docs/operations.md)',
    ),
  ];
}

async function examineClock(client: pg.Client, now: () => Date): Promise<Finding> {
  const before = now().getTime();
  const { rows } = await client.query('select clock_timestamp() as at');
  const apart = Math.abs(rows[0].at.getTime() - (before + now().getTime()) / 2);
  const found = `it differs from the database's by ${(apart / 1_000).toFixed(1)} s`;
  const cure = 'have chrony or systemd-timesyncd set the clocks of both machines';
  if (apart > clockFarApartMs) return fault('clock', found, cure);
  return apart > clockApartMs ? warning('clock', found, cure) : ok('clock', found);
}
