import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { eventsAbout, eventsOf, type Signal } from './topic.ts';

const eventsAtOnce = 1_000;

/** Reads what was sealed since the last time, for the sites that somebody here watches. */
export function sealedSignals(db: Database) {
  const positions = new Map<string, number>();

  const readSome = async (siteId: string, signals: Set<Signal>): Promise<number> => {
    const { rows } = await sql<{ position: number; what: string; subject: string }>`
      select s.position, e.what, e.subject from event_seals s
      join events e on e.site_id = s.site_id and e.id = s.event_id
      where s.site_id = ${siteId} and s.position > ${positions.get(siteId) ?? 0}
      order by s.position limit ${eventsAtOnce}`.execute(db);
    for (const { position, what, subject } of rows) {
      positions.set(siteId, position);
      signals.add(eventsOf(siteId, what.split('.')[0] ?? what));
      signals.add(eventsAbout(siteId, subject));
    }
    return rows.length;
  };

  return {
    /** From now on; has to come before what is shown first is read. */
    begin: async (siteId: string): Promise<void> => {
      if (positions.has(siteId)) return;
      const { rows } = await sql<{ position: number | null }>`
        select max(position) as position from event_seals where site_id = ${siteId}`.execute(db);
      if (!positions.has(siteId)) positions.set(siteId, rows[0]?.position ?? 0);
    },
    /** Nobody watches the site any more. */
    forget: (siteId: string): void => void positions.delete(siteId),
    read: async (): Promise<Set<Signal>> => {
      const signals = new Set<Signal>();
      for (const siteId of positions.keys())
        while (positions.has(siteId) && (await readSome(siteId, signals)) === eventsAtOnce);
      return signals;
    },
  };
}
