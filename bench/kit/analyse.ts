import pg from 'pg';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';

/** What the database does by itself after a while, so that all sides have its best plan. Only the owner of the tables may. */
export async function analyse(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: findRunningDatabase(folder)?.ownerUrl });
  await client.connect();
  await client.query('vacuum analyze').finally(() => client.end());
}
