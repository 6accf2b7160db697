import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';

/** Whoever confirmed a file that is over was told once. */
export async function oneMailEach({ db }: App, siteId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select i.id, count(m.id) as count from imports i
    left join events e on e.site_id = i.site_id and e.subject = 'import/' || i.id
      and e.what in ('import.done', 'import.refused', 'import.failed')
    left join mails m on m.site_id = e.site_id and m.event_id = e.id
    where i.site_id = ${siteId} and i.state in ('done', 'refused', 'failed')
    group by i.site_id, i.id`.execute(db);
  return rows.filter((row) => row.count !== 1).map((row) => `file ${row.id} was told of ${row.count} times`);
}
