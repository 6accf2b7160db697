import { sql, type RawBuilder } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { App } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';

export type Values = (number | null)[];
export type Latest = { at: string; values: Values; texts: Record<string, string>; receivedAt: string };

/** A device, and whether it belongs to somebody else by now. */
export type Readable = { model: string; deviceKey: number; ended: boolean };

/** That a row is about this device, while it belonged to an organization that the caller may read. */
export function readableDevice(scope: Scope, deviceId: string): RawBuilder<boolean> {
  return sql`site_id = ${scope.siteId} and device_id = ${deviceId} and organization_id in ${reachable(scope, 'read')}`;
}

/** The newest span of a device that the caller may read; null where there is none. */
export async function findReadable({ db }: Pick<App, 'db'>, scope: Scope, deviceId: string): Promise<Readable | null> {
  const { rows } = await sql<Readable>`
    select model, device_key as "deviceKey", until_at is not null as ended from v_registered_devices where ${readableDevice(scope, deviceId)}
    order by from_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** What it reported last in that span. */
export async function findLatest({ db }: Pick<App, 'db'>, scope: Scope, deviceId: string): Promise<Latest | null> {
  const { rows } = await sql<{ at: Date; measured: Values; texts: Record<string, string> | null; receivedAt: Date }>`
    select at, measured, texts, received_at as "receivedAt" from v_reading_latest
    where ${readableDevice(scope, deviceId)}`.execute(db);
  const [newest] = rows;
  if (!newest) return null;
  const { at, measured, texts, receivedAt } = newest;
  return { at: at.toISOString(), values: measured, texts: texts ?? {}, receivedAt: receivedAt.toISOString() };
}
