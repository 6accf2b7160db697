import { sql } from 'kysely';
import type { Course } from '../../domain/alarms/course.ts';
import type { Cause } from '../../domain/alarms/causes.ts';
import type { Severity } from '../../domain/alarms/severity.ts';
import type { Tx } from '../kernel/database.ts';
import type { Watched } from './watched.ts';

/** What an alarm hangs on: one cause at one device while it is somebody's. */
export type Place = {
  device: Pick<Watched, 'registrationId' | 'organizationId' | 'deviceId' | 'deviceKey'>;
  cause: Cause;
  code: string;
};

/** An alarm as it is kept, as far as its course goes. */
export type CourseRow = Place & {
  id: string;
  severity: Severity;
  facts: Record<string, unknown>;
  raisedAt: Date;
  noticedAt: Date;
  clearedAt: Date | null;
  lastAt: Date;
  remindAt: Date;
  course: Course;
};

export function keyOf({ device, cause, code }: Place): string {
  return `${device.registrationId} ${cause} ${code}`;
}

type Kept = {
  id: string;
  registrationId: string;
  organizationId: string;
  deviceId: string;
  deviceKey: number;
  cause: Cause;
  code: string;
  severity: Severity;
  facts: Record<string, unknown>;
  raisedAt: Date;
  noticedAt: Date;
  clearedAt: Date | null;
  lastAt: Date;
  remindAt: Date;
  isOn: boolean;
  flapping: boolean;
  rises: number;
  roseAt: Date[];
  changedAt: Date;
};

const kept = sql`a.id, a.registration_id as "registrationId", a.organization_id as "organizationId", a.device_id as "deviceId",
  a.device_key as "deviceKey", a.cause, a.code, a.severity, a.facts, a.raised_at as "raisedAt", a.noticed_at as "noticedAt",
  a.cleared_at as "clearedAt", a.last_at as "lastAt", a.remind_at as "remindAt", a.is_on as "isOn", a.flapping, a.rises,
  a.rose_at as "roseAt", a.changed_at as "changedAt"`;

function rowOf({ registrationId, organizationId, deviceId, deviceKey, ...row }: Kept): CourseRow {
  const { isOn, flapping, rises, roseAt, changedAt, ...rest } = row;
  const roseMs = roseAt.map((at) => at.getTime());
  return {
    ...rest,
    device: { registrationId, organizationId, deviceId, deviceKey },
    course: { isOn, open: row.clearedAt === null, flapping, rises, roseMs, changedMs: changedAt.getTime() },
  };
}

/** The newest alarm of each of these causes at these devices, held until the transaction is over. */
export async function lockCourses(
  tx: Tx,
  siteId: string,
  places: readonly Place[],
): Promise<ReadonlyMap<string, CourseRow>> {
  const { rows } = await sql<Kept>`
    select ${kept} from alarms a
    where a.site_id = ${siteId} and a.id in (
      select newest.id from unnest(${places.map(({ device }) => device.registrationId)}::uuid[],
        ${places.map(({ cause }) => cause)}::text[], ${places.map(({ code }) => code)}::text[]) as w(registration, cause, code)
      cross join lateral (
        select n.id from alarms n
        where n.site_id = ${siteId} and n.registration_id = w.registration and n.cause = w.cause and n.code = w.code
        order by n.id desc limit 1
      ) newest)
    for no key update of a`.execute(tx);
  return new Map(rows.map(rowOf).map((row) => [keyOf(row), row]));
}

/** Open alarms that fit, held; those that somebody holds just now are left for the next time. */
export async function lockOpen(
  tx: Tx,
  siteId: string,
  fits: ReturnType<typeof sql<boolean>>,
  limit: number,
): Promise<CourseRow[]> {
  const { rows } = await sql<Kept>`
    select ${kept} from alarms a where a.site_id = ${siteId} and a.cleared_at is null and ${fits}
    order by a.id limit ${limit} for no key update of a skip locked`.execute(tx);
  return rows.map(rowOf);
}

function columnsOf(rows: readonly CourseRow[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      registration_id: row.device.registrationId,
      organization_id: row.device.organizationId,
      device_id: row.device.deviceId,
      device_key: row.device.deviceKey,
      cause: row.cause,
      code: row.code,
      severity: row.severity,
      facts: row.facts,
      raised_at: row.raisedAt,
      noticed_at: row.noticedAt,
      cleared_at: row.clearedAt,
      last_at: row.lastAt,
      remind_at: row.remindAt,
      is_on: row.course.isOn,
      flapping: row.course.flapping,
      rises: row.course.rises,
      rose_at: row.course.roseMs.map((ms) => new Date(ms)),
      changed_at: new Date(row.course.changedMs),
    })),
  );
}

export async function insertCourses(tx: Tx, siteId: string, rows: readonly CourseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into alarms (site_id, id, registration_id, organization_id, device_id, device_key, cause, code, severity, facts, raised_at,
      noticed_at, cleared_at, last_at, remind_at, is_on, flapping, rises, rose_at, changed_at)
    select ${siteId}, id, registration_id, organization_id, device_id, device_key, cause, code, severity, facts, raised_at,
      noticed_at, cleared_at, last_at, remind_at, is_on, flapping, rises, rose_at, changed_at
    from jsonb_populate_recordset(null::alarms, ${columnsOf(rows)}::jsonb)`.execute(tx);
}

export async function updateCourses(tx: Tx, siteId: string, rows: readonly CourseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update alarms a set cleared_at = n.cleared_at, last_at = n.last_at, is_on = n.is_on, flapping = n.flapping, rises = n.rises,
      rose_at = n.rose_at, changed_at = n.changed_at, facts = n.facts
    from jsonb_populate_recordset(null::alarms, ${columnsOf(rows)}::jsonb) n
    where a.site_id = ${siteId} and a.id = n.id`.execute(tx);
}
