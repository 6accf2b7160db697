import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';
import { findLatest, findReadable, readableDevice, type Latest, type Values } from './latest.ts';

export const readingsMax = 45_000;

export type Wish = { deviceId: string; of: 'message' | 'minute'; from: Date; until: Date };
export type Shown = { model: string; latest: Latest | null; readings: { at: string; values: Values }[] };

/** What a device measured while it belonged to organizations that the caller may read; null where there is no such device. */
export async function showReadings(app: App, scope: Scope, wish: Wish): Promise<Shown | null> {
  const device = await findReadable(app, scope, wish.deviceId);
  if (!device) return null;
  const source =
    wish.of === 'minute' ? sql`means as values from v_reading_minutes v` : sql`measured as values from v_readings v`;
  const { rows } = await sql<{ at: Date; values: Values }>`
    select at, ${source} where ${readableDevice(scope, wish.deviceId)} and at >= ${wish.from} and at < ${wish.until}
    order by at limit ${readingsMax}`.execute(app.db);
  return {
    model: device.model,
    latest: await findLatest(app, scope, wish.deviceId),
    readings: rows.map(({ at, values }) => ({ at: at.toISOString(), values })),
  };
}
