import { sql } from 'kysely';
import { clockOffMs, exchangedQuietMs, goodSamplesMin, severityOf, type Cause } from '../../domain/alarms/causes.ts';
import { flappingSpanMs } from '../../domain/alarms/course.ts';
import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import { after, minutesMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { applyMoves, eventOf, settleRows, type Move } from './apply.ts';
import { lockOpen, updateCourses, type CourseRow } from './course-rows.ts';
import { findWatched, type Watched } from './watched.ts';

const rowsAtOnce = 500;
/** A connection that was open when the device was exchanged may take a moment to end. */
const exchangedGraceMs = 2 * minutesMs;

const gone = ({ device, cause, code, severity }: CourseRow, at: Date): Move => ({
  device,
  cause,
  code,
  severity,
  on: false,
  at,
});

const ofCause = (cause: Cause) => sql<boolean>`a.cause = ${cause} and a.is_on`;

/** Values are possible again when so many in a row were (decisions.md "impossible values"). */
export async function findPossible(tx: Tx, site: Site, now: Date): Promise<void> {
  const open = await lockOpen(tx, site.id, ofCause('impossible'), rowsAtOnce);
  const watched = await findWatched(
    tx,
    open.map(({ device }) => device.deviceKey),
  );
  const moves: Move[] = [];
  for (const row of open) {
    const { model = '' } = watched.get(row.device.deviceKey) ?? {};
    const metrics = findModel(deviceOptions(site), model)?.metrics ?? [];
    const at = await goodSince(
      tx,
      row,
      metrics.findIndex(({ code }) => code === row.code),
    );
    if (at) moves.push(gone(row, at));
  }
  await applyMoves(tx, site, moves, now);
}

/** When the last of the good samples came that are needed; null while there are too few. */
async function goodSince(tx: Tx, { device, lastAt }: CourseRow, ordinal: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select at from v_readings
    where registration_id = ${device.registrationId} and device_key = ${device.deviceKey} and at > ${lastAt}
      and measured[${ordinal + 1}::int] is not null and (marks is null or not ${ordinal}::smallint = any(marks))
    order by at limit ${goodSamplesMin}`.execute(tx);
  return rows[goodSamplesMin - 1]?.at ?? null;
}

/** A clock is right again when a message came on time after it was off; what a device asked is looked at as it comes. */
export async function findRightClocks(tx: Tx, site: Site, now: Date): Promise<void> {
  const { rows } = await sql<Watched & { at: Date }>`
    select a.site_id as "siteId", a.registration_id as "registrationId", a.organization_id as "organizationId",
      a.device_id as "deviceId", a.device_key as "deviceKey", l.received_at as at
    from alarms a
    join v_reading_latest l on l.site_id = a.site_id and l.registration_id = a.registration_id
    where a.site_id = ${site.id} and a.cause = 'clock' and a.cleared_at is null and a.is_on and l.received_at > a.last_at
      and abs(extract(epoch from l.at - l.received_at)) * 1000 <= ${clockOffMs}
    limit ${rowsAtOnce}`.execute(tx);
  const moves = rows.map(({ at, ...device }): Move => {
    return { device, cause: 'clock', code: '', severity: severityOf.clock, on: false, at };
  });
  await applyMoves(tx, site, moves, now);
}

/** Exchanged devices that want to report all the same (P-32): told to who has the one that took their place. */
export async function findExchanged(tx: Tx, site: Site, now: Date): Promise<void> {
  const { rows } = await sql<Watched & { serial: string; at: Date }>`
    with recursive calls as (
      select c.serial, c.last_at, c.device_id from v_locked_device_calls c
      where c.site_id = ${site.id} and c.last_at > ${after(now, -exchangedQuietMs)}
        and c.last_at > c.locked_at + make_interval(secs => ${exchangedGraceMs / 1_000})
    ), places as (
      select c.serial, c.last_at, p.new_device_id as device_id, 1 as step from calls c
        join v_device_replacements p on p.site_id = ${site.id} and p.old_device_id = c.device_id
      union all
      select c.serial, c.last_at, p.new_device_id, c.step + 1 from places c
        join v_device_replacements p on p.site_id = ${site.id} and p.old_device_id = c.device_id
      where c.step < 20
    )
    select r.site_id as "siteId", r.registration_id as "registrationId", r.organization_id as "organizationId",
      r.device_id as "deviceId", r.device_key as "deviceKey", r.model, r.from_at as "fromAt", c.serial, c.last_at as at
    from places c
    join v_registered_devices r on r.site_id = ${site.id} and r.device_id = c.device_id and r.until_at is null
    order by c.last_at limit ${rowsAtOnce}`.execute(tx);
  const moves = rows.map(({ serial, at, ...device }): Move => ({
    device,
    cause: 'exchanged',
    code: serial,
    severity: severityOf.exchanged,
    on: true,
    at,
  }));
  const quiet = sql<boolean>`${ofCause('exchanged')} and a.last_at <= ${after(now, -exchangedQuietMs)}`;
  const ended = (await lockOpen(tx, site.id, quiet, rowsAtOnce)).map((row) => gone(row, now));
  await applyMoves(tx, site, [...moves, ...ended], now);
}

/** Causes that came and went too often and have stayed away since. */
export async function findSettled(tx: Tx, site: Site, now: Date): Promise<void> {
  const quiet = sql<boolean>`a.flapping and not a.is_on and a.changed_at <= ${after(now, -flappingSpanMs)}`;
  await settleRows(tx, site, await lockOpen(tx, site.id, quiet, rowsAtOnce), now);
}

/** Alarms of devices that are no longer their owner's, or no longer used: over without a word. */
export async function endOfOthers(tx: Tx, site: Site, now: Date): Promise<void> {
  const over = sql<boolean>`not exists (select from v_registered_devices r
    where r.site_id = a.site_id and r.registration_id = a.registration_id and r.until_at is null and r.ended_on is null)`;
  const rows = await lockOpen(tx, site.id, over, rowsAtOnce);
  if (rows.length === 0) return;
  for (const row of rows) {
    row.clearedAt = now;
    row.course = { ...row.course, isOn: false, open: false, changedMs: Math.max(now.getTime(), row.course.changedMs) };
  }
  await updateCourses(tx, site.id, rows);
  const keys = rows.map(({ device }) => device.deviceKey);
  // What the device says under its next owner is news again.
  await sql`delete from alarm_statuses where device_key = any(${keys}::bigint[])`.execute(tx);
  await writeEvents(
    tx,
    { siteId: site.id, actor: { kind: 'system' }, now, requestId: null },
    rows.map((row) => eventOf(row, 'cleared', { how: 'over' })),
  );
}
