import { sql } from 'kysely';
import type { Value, Values } from '../../domain/protocol/body.ts';
import { findRegistered, type Registered } from '../devices/registered.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { versionOf } from '../kernel/http/version.ts';
import type { Scope, Session } from '../kernel/session.ts';
import { settingsOf } from './model.ts';
import type { DeviceSettings } from './schemas.ts';
import { readInForce, type InForce } from './store.ts';

export type Viewer = { db: Database | Tx; site: Site; scope: Scope; session: Session };
type PendingRow = {
  setting: string;
  after: Value;
  askedAt: Date;
  handedAt: Date | null;
  overdue: boolean;
  user: string | null;
  organization: string | null;
};

/** Another one with every change that somebody asks for, and with another owner. */
export function versionOfSettings({ registrationId }: Registered, { version }: InForce): string {
  return versionOf({ registration: registrationId, version });
}

/** What can be set on a device, what is in force, and what it has not answered (E-09). */
export async function showSettings(
  { db, site, scope, session }: Viewer,
  device: Registered,
): Promise<{ body: DeviceSettings; version: string }> {
  const inForce = await readInForce(db, scope.siteId, device.deviceId);
  const waiting = new Map((await pendingRows(db, scope, device)).map((row) => [row.setting, row]));
  const mayChange =
    session.permissions.has('device-settings:change') &&
    device.endedOn === null &&
    (await findRegistered(db, scope, device.deviceId, 'configure')) !== null;
  const { values } = inForce;
  const body: DeviceSettings = {
    serial: device.serial,
    model: device.model,
    settings: settingsOf(site, device.model).map((setting) => ({
      code: setting.code,
      name: setting.name,
      unit: setting.unit ?? null,
      kind: setting.kind,
      min: setting.min ?? null,
      max: setting.max ?? null,
      step: setting.step ?? null,
      choices: setting.choices ?? [],
      value: (values as Partial<Values>)[setting.code] ?? null,
      pending: presentPending(waiting.get(setting.code)),
    })),
    reportedAt: inForce.reportedAt?.toISOString() ?? null,
    mayChange,
  };
  return { body, version: versionOfSettings(device, inForce) };
}

async function pendingRows(db: Database | Tx, scope: Scope, { registrationId }: Registered): Promise<PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    select c.setting, c.value_after as after, c.asked_at as "askedAt", c.handed_at as "handedAt", c.overdue_at is not null as overdue,
      case when c.asked_for = ${scope.organizationId}::uuid then u.name end as "user", o.name as organization
    from device_setting_changes c
    left join users u on u.site_id = c.site_id and u.id = c.asked_by
    left join organizations o on o.site_id = c.site_id and o.id = c.asked_for
    where c.site_id = ${scope.siteId} and c.registration_id = ${registrationId} and c.state = 'pending'`.execute(db);
  return rows;
}

function presentPending(row: PendingRow | undefined): DeviceSettings['settings'][number]['pending'] {
  if (!row) return null;
  const { after: value, askedAt, handedAt, overdue, user, organization } = row;
  return {
    value,
    askedAt: askedAt.toISOString(),
    handedAt: handedAt?.toISOString() ?? null,
    overdue,
    user,
    organization,
  };
}
