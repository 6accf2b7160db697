import { sql } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';

export const readingsMax = 45_000;

export type Wish = { deviceId: string; of: 'message' | 'minute'; from: Date; until: Date };
type Values = (number | null)[];
export type Shown = {
  model: string;
  latest: { at: string; values: Values; texts: Record<string, string>; receivedAt: string } | null;
  readings: { at: string; values: Values }[];
};

/** What a device measured while it belonged to organizations that the caller may read; null where there is no such device. */
export async function showReadings(app: App, site: Site, scope: Scope, wish: Wish): Promise<Shown | null> {
  const own = sql`site_id = ${site.id} and device_id = ${wish.deviceId} and organization_id in ${reachable(scope, 'read')}`;
  const found = await sql<{ model: string }>`
    select model from v_registered_devices where ${own} order by from_at desc limit 1`.execute(app.db);
  const [device] = found.rows;
  if (!device) return null;
  const latest = await sql<{ at: Date; measured: Values; texts: Record<string, string> | null; receivedAt: Date }>`
    select at, measured, texts, received_at as "receivedAt" from v_reading_latest where ${own}`.execute(app.db);
  const source =
    wish.of === 'minute' ? sql`means as values from v_reading_minutes` : sql`measured as values from v_readings`;
  const { rows } = await sql<{ at: Date; values: Values }>`
    select at, ${source} where ${own} and at >= ${wish.from} and at < ${wish.until} order by at limit ${readingsMax}`.execute(
    app.db,
  );
  const [newest] = latest.rows;
  return {
    model: device.model,
    latest: newest
      ? {
          at: newest.at.toISOString(),
          values: newest.measured,
          texts: newest.texts ?? {},
          receivedAt: newest.receivedAt.toISOString(),
        }
      : null,
    readings: rows.map(({ at, values }) => ({ at: at.toISOString(), values })),
  };
}
