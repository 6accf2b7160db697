import { sql } from 'kysely';
import { isClockOff, severityOf } from '../../domain/alarms/causes.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { applyMoves, type Move } from './apply.ts';
import type { Input } from './inputs.ts';
import { findWatched, statusOf, type Watched } from './watched.ts';

const inputsAtOnce = 500;
/** Codes that the model's data do not know make this many alarms of a device in a day, and no more: a device may invent others for ever. */
export const unknownCodesPerDayMax = 20;

/** Makes alarms of what devices reported, in the order in which it came; how much there was. */
export async function takeInputs(app: App, tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<Input & { id: number }>`
    with taken as (
      delete from alarm_inputs where id in (select id from alarm_inputs order by id limit ${inputsAtOnce})
      returning id, device_key as "deviceKey", kind, at, body, received_at as "receivedAt"
    ) select * from taken order by id`.execute(tx);
  if (rows.length === 0) return 0;
  const watched = await findWatched(tx, [...new Set(rows.map(({ deviceKey }) => deviceKey))]);
  await forgetStatuses(tx, rows, watched);
  for (const site of app.sites.values()) {
    if (!('alarms' in site.capabilities)) continue;
    const own = rows.flatMap((input) => {
      const device = watched.get(input.deviceKey);
      // What a device said before it was its owner's is none of the owner's business (P-31).
      return device?.siteId === site.id && input.at >= device.fromAt ? [{ input, device }] : [];
    });
    await takeOfSite(tx, site, own, now);
  }
  return rows.length;
}

/** Nobody's device: once it is somebody's, what it says then is news again. */
async function forgetStatuses(tx: Tx, rows: readonly Input[], watched: ReadonlyMap<number, Watched>): Promise<void> {
  const nobodys = [...new Set(rows.map(({ deviceKey }) => deviceKey))].filter((key) => !watched.has(key));
  if (nobodys.length > 0)
    await sql`delete from alarm_statuses where device_key = any(${nobodys}::bigint[])`.execute(tx);
}

type Own = { input: Input; device: Watched };

async function takeOfSite(tx: Tx, site: Site, own: readonly Own[], now: Date): Promise<void> {
  if (own.length === 0) return;
  const on = await codesOn(tx, site, own);
  const moves: Move[] = [];
  for (const { input, device } of own.toSorted((a, b) => a.input.at.getTime() - b.input.at.getTime())) {
    const codes = on.get(device.registrationId) ?? new Set<string>();
    on.set(device.registrationId, codes);
    moves.push(...movesOf(site, device, input, codes));
  }
  await applyMoves(tx, site, await withoutInvented(tx, site, moves, now), now);
}

/** Codes of status that are on, as the alarms say, by registration. */
async function codesOn(tx: Tx, site: Site, own: readonly Own[]): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ registrationId: string; code: string }>`
    select registration_id as "registrationId", code from alarms
    where site_id = ${site.id} and cause = 'status' and cleared_at is null and is_on
      and registration_id = any(${own.map(({ device }) => device.registrationId)}::uuid[])`.execute(tx);
  const on = new Map<string, Set<string>>();
  for (const { registrationId, code } of rows) on.set(registrationId, (on.get(registrationId) ?? new Set()).add(code));
  return on;
}

/** `codes` are those that are on, and are kept so from one input to the next. */
function movesOf(site: Site, device: Watched, input: Input, codes: Set<string>): Move[] {
  const { at } = input;
  if (input.kind === 'values')
    return input.body.metrics.map((code) => ({
      device,
      cause: 'impossible',
      code,
      severity: severityOf.impossible,
      on: true,
      at,
    }));
  if (input.kind === 'clock') {
    const { aheadMs } = input.body;
    const off = aheadMs === null || isClockOff(aheadMs);
    const facts = aheadMs === null ? {} : { aheadMs };
    return [{ device, cause: 'clock', code: '', severity: severityOf.clock, on: off, at, facts }];
  }
  if (input.kind === 'event') return eventMoves(site, device, input, codes);
  const { states } = input.body;
  const began = states.filter((code) => !codes.has(code)).flatMap((code) => statusMove(site, device, code, true, at));
  const ended = [...codes]
    .filter((code) => !states.includes(code))
    .flatMap((code) => statusMove(site, device, code, false, at));
  for (const { code } of began) codes.add(code);
  for (const { code } of ended) codes.delete(code);
  return [...ended, ...began];
}

/** One without a length came and went. */
function eventMoves(
  site: Site,
  device: Watched,
  { at, body: { event, on, text } }: Extract<Input, { kind: 'event' }>,
  codes: Set<string>,
): Move[] {
  if (on === true) codes.add(event);
  else codes.delete(event);
  return (on === null ? [true, false] : [on]).flatMap((one) => statusMove(site, device, event, one, at, text));
}

function statusMove(
  site: Site,
  device: Watched,
  code: string,
  on: boolean,
  at: Date,
  text: string | null = null,
): Move[] {
  const severity = statusOf(site, device.model, code)?.severity ?? 'unknown';
  if (severity === 'normal') return [];
  return [{ device, cause: 'status', code, severity, on, at, ...(text && { facts: { text } }) }];
}

/** Without new codes of nobody's data beyond the limit of the day. */
async function withoutInvented(tx: Tx, site: Site, moves: readonly Move[], now: Date): Promise<Move[]> {
  const isInvented = ({ cause, severity, on }: Move) => cause === 'status' && severity === 'unknown' && on;
  const invented = moves.filter(isInvented);
  if (invented.length === 0) return [...moves];
  const { rows } = await sql<{ registrationId: string; count: number }>`
    select registration_id as "registrationId", count(*) as count from alarms
    where site_id = ${site.id} and registration_id = any(${invented.map(({ device }) => device.registrationId)}::uuid[])
      and cause = 'status' and severity = 'unknown' and noticed_at > ${after(now, -daysMs)}
    group by registration_id`.execute(tx);
  const counts = new Map(rows.map(({ registrationId, count }) => [registrationId, count]));
  return moves.filter((move) => {
    if (!isInvented(move)) return true;
    const count = counts.get(move.device.registrationId) ?? 0;
    counts.set(move.device.registrationId, count + 1);
    return count < unknownCodesPerDayMax;
  });
}
