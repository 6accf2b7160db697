import { sql, type RawBuilder } from 'kysely';
import { reachableDevice } from '../../kernel/access.ts';
import type { App } from '../../kernel/app.ts';
import { builtOnce } from '../../kernel/built-once.ts';
import type { Scope } from '../../kernel/session.ts';

export type Values = (number | null)[];
export type Latest = { at: string; values: Values; texts: Record<string, string>; receivedAt: string };

/** A device, and whether it belongs to somebody else by now. */
export type Readable = { model: string; deviceKey: number; ended: boolean };

type Reader = Pick<Scope, 'siteId' | 'organizationId' | 'now'>;

/** That a row `v` is about this device, while it was somebody's of whom the caller may read it. */
export function readableDevice(scope: Reader, deviceId: string): RawBuilder<boolean> {
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  return sql`v.site_id = ${scope.siteId} and v.device_id = ${deviceId} and ${reachableDevice(scope, 'read', place)}`;
}

/** The newest span of a device that the caller may read; null where there is none. */
export async function findReadable({ db }: Pick<App, 'db'>, scope: Scope, deviceId: string): Promise<Readable | null> {
  const { rows } = await sql<Readable>`
    select model, device_key as "deviceKey", until_at is not null as ended from v_registered_devices v where ${readableDevice(scope, deviceId)}
    order by from_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

type Newest = { at: Date; measured: Values; texts: Record<string, string> | null; receivedAt: Date };

const askLatest = builtOnce(
  ['siteId', 'organizationId', 'now', 'deviceId'],
  (_, { deviceId, ...scope }: Reader & { deviceId: string }) => sql<Newest>`
    select at, measured, texts, received_at as "receivedAt" from v_reading_latest v
    where ${readableDevice(scope, deviceId)}`,
);

/** What it reported last in that span; a page that is open asks up to four times a second. */
export async function findLatest({ db }: Pick<App, 'db'>, scope: Scope, deviceId: string): Promise<Latest | null> {
  const [newest] = await askLatest(db, { ...scope, deviceId });
  if (!newest) return null;
  const { at, measured, texts, receivedAt } = newest;
  return { at: at.toISOString(), values: measured, texts: texts ?? {}, receivedAt: receivedAt.toISOString() };
}
