import type { Database, Tx } from './database.ts';

/** What an event says under `key` in words of a person; nothing where it was erased. */
export async function detailOf(db: Database | Tx, siteId: string, eventId: string, key: string): Promise<string> {
  const row = await db
    .selectFrom('event_details')
    .select('details')
    .where('site_id', '=', siteId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  const value = (row?.details as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : '';
}
