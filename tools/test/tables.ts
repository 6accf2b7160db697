import type { App } from '../../server/kernel/app.ts';

/** How far a job has looked: goes on with each minute, whatever anybody does. */
const goesOnByItself = ['licence_reminder_looks'];

/** Every table of the database that people's acts change, with its number of rows and a hash over all that stands in them. */
export async function readTables({ pool }: Pick<App, 'pool'>): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`,
    [goesOnByItself],
  );
  const tables: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: found } = await pool.query<{ rows: string; hash: string | null }>(
      `select count(*) as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from ${name} t`,
    );
    tables[name] = `${found[0]?.rows} rows, ${found[0]?.hash ?? 'empty'}`;
  }
  return tables;
}
