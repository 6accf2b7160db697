import { sql } from 'kysely';
import { reminderDelayMs } from '../../domain/alarms/telling.ts';
import type { Site } from '../kernel/app.ts';
import { after } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { eventOf } from './apply.ts';
import { lockOpen } from './course-rows.ts';
import { tell } from './tellings.ts';

const rowsAtOnce = 500;

/** Reminds of alarms that are still open and that nobody has acknowledged, at growing intervals (P-35). */
export async function remind(tx: Tx, site: Site, now: Date): Promise<void> {
  const due = sql<boolean>`a.acknowledged_at is null and a.remind_at <= ${now}`;
  const rows = await lockOpen(tx, site.id, due, rowsAtOnce);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const { rows: reminded } = await sql<{ id: string; reminded: number }>`
    update alarms set reminded = reminded + 1 where site_id = ${site.id} and id = any(${ids}::uuid[])
    returning id, reminded`.execute(tx);
  const next = reminded.map((one) => ({ id: one.id, at: after(now, reminderDelayMs(one.reminded)) }));
  await sql`
    update alarms a set remind_at = n.at
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n(id uuid, at timestamptz)
    where a.site_id = ${site.id} and a.id = n.id`.execute(tx);
  await tell(
    tx,
    site,
    rows.map(({ id, device }) => ({ alarmId: id, device, telling: 'reminder' })),
    now,
  );
  await writeEvents(
    tx,
    { siteId: site.id, actor: { kind: 'system' }, now, requestId: null },
    rows.map((row) => eventOf(row, 'reminder')),
  );
}
