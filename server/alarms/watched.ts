import { sql } from 'kysely';
import { findModel, type DeviceModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';

/** A device that is somebody's now, and in use. */
export type Watched = {
  siteId: string;
  registrationId: string;
  organizationId: string;
  deviceId: string;
  deviceKey: number;
  model: string;
  fromAt: Date;
};

/** Of these devices those that are somebody's now and in use, by their short keys. */
export async function findWatched(
  db: Database | Tx,
  deviceKeys: readonly number[],
): Promise<ReadonlyMap<number, Watched>> {
  const { rows } = await sql<Watched>`
    select site_id as "siteId", registration_id as "registrationId", organization_id as "organizationId", device_id as "deviceId",
      device_key as "deviceKey", model, from_at as "fromAt"
    from v_registered_devices
    where device_key = any(${[...deviceKeys]}::bigint[]) and until_at is null and ended_on is null`.execute(db);
  return new Map(rows.map((row) => [row.deviceKey, row]));
}

const statuses = new WeakMap<DeviceModel, Map<string, DeviceModel['statuses'][number]>>();

/** What a model's data say about a status or event; undefined for one that nobody knows. */
export function statusOf(site: Site, modelId: string, code: string): DeviceModel['statuses'][number] | undefined {
  const model = findModel(deviceOptions(site), modelId);
  if (!model) return undefined;
  const known = statuses.get(model) ?? new Map(model.statuses.map((status) => [status.code, status]));
  statuses.set(model, known);
  return known.get(code);
}
