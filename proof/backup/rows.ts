import pg from 'pg';
import { plainTexts } from '../../server/operations/backup/back-up.ts';
import { quoted, readTables } from '../../server/operations/backup/catalog.ts';

/** Of each table how many rows it has and a hash over all of them, whatever their order. */
export type Rows = Record<string, string>;

/** A snapshot that is held open while others read it too. */
export type HeldSnapshot = { id: string; rows(): Promise<Rows>; release(): Promise<void> };

export async function holdSnapshot(url: string): Promise<HeldSnapshot> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(plainTexts);
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query('select pg_export_snapshot() as id');
  return { id: rows[0].id, rows: () => digestRows(client), release: () => client.end() };
}

export async function rowsOf(url: string): Promise<Rows> {
  const held = await holdSnapshot(url);
  try {
    return await held.rows();
  } finally {
    await held.release();
  }
}

async function digestRows(client: pg.Client): Promise<Rows> {
  const digests: Rows = {};
  for (const { name, columns } of await readTables(client)) {
    const row = `row(${columns.map(quoted).join(', ')})::text`;
    const { rows } = await client.query(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as digest from ${quoted(name)}`,
    );
    digests[name] = rows[0].digest;
  }
  return digests;
}
