import { sql } from 'kysely';
import { vi } from 'vitest';
import type { TestServer } from './server.ts';

const withinMs = 40_000;

/** Waits until all that was recorded so far stands in the audit log, with whom it concerns; in tests that run side by side, too. */
export async function audited({ app }: Pick<TestServer, 'app'>): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await sql<{ waiting: number }>`
        select (select count(*) from events_unsealed)::int + (select count(*) from event_seals s left join event_readers r
          on r.site_id = s.site_id and r.reader = 'audit' where s.position > coalesce(r.position, 0))::int as waiting`.execute(
        app.db,
      );
      if (rows[0]?.waiting !== 0) throw new Error(`${rows[0]?.waiting} events wait for the log`);
    },
    { timeout: withinMs, interval: 50 },
  );
}
