import { sql } from 'kysely';
import type { Cause } from '../../domain/alarms/causes.ts';
import { severities, type Severity } from '../../domain/alarms/severity.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';

export type AlarmFilter = {
  open: boolean;
  /** Null: whether or not somebody has. */
  acknowledged: boolean | null;
  cause: Cause | 'but-silence' | null;
  severity: Severity | null;
  /** A part of serial number, installation or customer. */
  text: string;
  deviceId: string | null;
};

export const everyAlarm: AlarmFilter = {
  open: false,
  acknowledged: null,
  cause: null,
  severity: null,
  text: '',
  deviceId: null,
};

type Registered = { site_id: string; registration_id: string; serial: string; model: string; installation: string };
const registered = sql<Registered>`v_registered_devices`.as<'r'>('r');

/** Alarms about devices that the caller may read, of the time in which they were their owners' (P-31). */
export function matchingAlarms(db: Database | Tx, scope: Scope, filter: AlarmFilter) {
  const { open, acknowledged, cause, severity, text, deviceId } = filter;
  let matching = db
    .selectFrom('alarms as a')
    .innerJoin(registered, (join) =>
      join.onRef('r.site_id', '=', 'a.site_id').onRef('r.registration_id', '=', 'a.registration_id'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .where('a.site_id', '=', scope.siteId)
    .where(reachableDevice(scope, 'read', { organization: 'a.organization_id', registration: 'a.registration_id' }));
  if (open) matching = matching.where('a.cleared_at', 'is', null);
  if (acknowledged !== null) matching = matching.where('a.acknowledged_at', acknowledged ? 'is not' : 'is', null);
  if (cause === 'but-silence') matching = matching.where('a.cause', '<>', 'silence');
  else if (cause) matching = matching.where('a.cause', '=', cause);
  if (severity) matching = matching.where('a.severity', '=', severity);
  if (deviceId) matching = matching.where('a.device_id', '=', deviceId);
  if (text)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', r.serial, r.installation, o.name), nfkc)) like ${asSearched(text)}`,
    );
  return matching;
}

export const alarmSorts = ['raisedAt', 'severity', 'serial', 'organization', 'clearedAt'] as const;
type Key = (typeof alarmSorts)[number];
export type AlarmSort = Key | `-${Key}`;

const rank = sql<number>`array_position(${[...severities]}::text[], a.severity::text)`;

const places = {
  raisedAt: sql`a.raised_at`,
  severity: rank,
  serial: sql`r.serial`,
  organization: sql`lower(normalize(o.name, nfkc)) collate "C"`,
  clearedAt: sql`a.cleared_at`,
} as const;

/** Their rows with all that is shown of them; by themselves the newest first. */
export function alarmRows(db: Database | Tx, scope: Scope, filter: AlarmFilter, sort: AlarmSort = '-raisedAt') {
  const down = sort.startsWith('-');
  const place = places[sort.replace(/^-/, '') as Key];
  return matchingAlarms(db, scope, filter)
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 'a.site_id').onRef('u.id', '=', 'a.acknowledged_by'))
    .leftJoin('organizations as b', (join) =>
      join.onRef('b.site_id', '=', 'u.site_id').onRef('b.id', '=', 'u.organization_id'),
    )
    .select(['a.id', 'a.device_id as deviceId', 'r.serial', 'r.model', 'r.installation'])
    .select(['a.organization_id as organizationId', 'o.name as organization', 'a.cause', 'a.code', 'a.severity'])
    .select(['a.facts', 'a.raised_at as raisedAt', 'a.cleared_at as clearedAt', 'a.flapping', 'a.rises'])
    .select(['a.acknowledged_at as acknowledgedAt', 'a.note', 'u.organization_id as acknowledgerOf'])
    .select(['u.name as acknowledger', 'b.name as acknowledgerOrganization'])
    .orderBy(down ? sql`${place} desc nulls last` : sql`${place} asc nulls last`)
    .orderBy('a.id', down ? 'desc' : 'asc');
}
export type AlarmRow = Awaited<ReturnType<ReturnType<typeof alarmRows>['execute']>>[number];

/** One alarm that the caller may read; undefined for any other. */
export function findAlarm(db: Database | Tx, scope: Scope, alarmId: string): Promise<AlarmRow | undefined> {
  return alarmRows(db, scope, everyAlarm).where('a.id', '=', alarmId).executeTakeFirst();
}
