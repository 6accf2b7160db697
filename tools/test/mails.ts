import { sql } from 'kysely';
import { expect } from 'vitest';
import type { App } from '../../server/kernel/app.ts';

/** Waits until every event is sealed and read, and every mail that was decided from them is sent: then nothing more comes of what was done. */
export async function allMailed({ app }: { app: Pick<App, 'db'> }): Promise<void> {
  const left = async () => {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from mails where state = 'due') + (select count(*) from events_unsealed)
        + (select count(*) from event_seals s where s.position > coalesce((
            select r.position from event_readers r where r.reader = 'mail' and r.site_id = s.site_id), 0)) as count`.execute(
      app.db,
    );
    return rows[0]?.count;
  };
  await expect.poll(left).toBe(0);
}
