import type { App } from '../../server/kernel/app.ts';

/** Every table in which a text stands somewhere. */
export async function whereIs({ pool }: Pick<App, 'pool'>, text: string): Promise<string[]> {
  const tables = await pool.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { table_name: table } of tables.rows) {
    const hits = await pool.query(`select 1 from "${table}" t where t::text like $1 limit 1`, [`%${text}%`]);
    if (hits.rowCount) found.push(String(table));
  }
  return found;
}
