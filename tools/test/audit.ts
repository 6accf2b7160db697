import { sql } from 'kysely';
import { expect } from 'vitest';
import type { TestServer } from './server.ts';

/** Waits until all that was recorded so far stands in the audit log, with whom it concerns. */
export async function audited({ app }: Pick<TestServer, 'app'>): Promise<void> {
  const waiting = async () => {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from events_unsealed)::int + (select count(*) from event_seals s left join event_readers r
        on r.site_id = s.site_id and r.reader = 'audit' where s.position > coalesce(r.position, 0))::int as count`.execute(
      app.db,
    );
    return rows[0]?.count;
  };
  await expect.poll(waiting).toBe(0);
}
