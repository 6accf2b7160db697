import { readEndDay } from '../../../domain/devices/end-of-use.ts';
import { readReason } from '../../../domain/identifiers/reason.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { deviceProblem } from '../problems.ts';
import { lockDevice, lockRegistered, type Registered } from '../registered.ts';
import { runningTransfer } from '../transfers/store.ts';
import { openReport, reportRows } from './store.ts';

export type EndTyped = { endedOn: string; reason: string };
type Read = { ok: true; endedOn: string; reason: string } | { ok: false; reply: Problem };

/** The day and the reason, every fault at its field. */
export function readEnd(site: Site, now: Date, device: Pick<Registered, 'purchasedOn'>, typed: EndTyped): Read {
  const day = readEndDay(typed.endedOn, civilDay(now, site.timeZone), device.purchasedOn);
  const reason = readReason(typed.reason);
  const errors: FieldFault[] = [];
  if (!day.ok) errors.push({ pointer: '/endedOn', code: day.code, ...(day.params && { params: day.params }) });
  if (!reason.ok) errors.push(faultAt('/reason', reason));
  if (!day.ok || !reason.ok) return { ok: false, reply: platformProblem('invalid-fields', { errors }) };
  return { ok: true, endedOn: day.value, reason: reason.value };
}

/** The customer reports that a device is out of use (U-06); an operator then sets the end or declines. */
export async function reportEnd(
  tx: Tx,
  site: Site,
  scope: Scope,
  deviceId: string,
  typed: EndTyped,
): Promise<Outcome<{ id: string }>> {
  const device = await lockRegistered(tx, scope, deviceId, 'configure');
  if (!device) return { reply: platformProblem('not-found') };
  if (device.endedOn !== null) return { reply: deviceProblem('device-ended') };
  if (await runningTransfer(tx, scope, deviceId)) return { reply: deviceProblem('transfer-running') };
  if (await openReport(tx, scope, device.registrationId)) return { reply: deviceProblem('end-reported') };
  const read = readEnd(site, scope.now, device, typed);
  if (!read.ok) return { reply: read.reply };
  const id = await insertReport(tx, scope, device, read);
  const data = { report: id, device: deviceId, organization: device.organizationId };
  return {
    reply: { status: 201, body: { id: outsideId('endReport', id) } },
    events: [
      {
        what: 'devices.end-reported',
        subject: `device/${deviceId}`,
        data,
        details: { endedOn: read.endedOn, reason: read.reason },
      },
    ],
  };
}

export async function insertReport(
  tx: Tx,
  scope: Scope,
  { registrationId, deviceId, organizationId }: Registered,
  { endedOn, reason }: EndTyped,
  decided = false,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('device_end_reports')
    .values({
      site_id: scope.siteId,
      id,
      registration_id: registrationId,
      device_id: deviceId,
      organization_id: organizationId,
      ended_on: endedOn,
      reason,
      reported_by: scope.userId,
      reported_at: scope.now,
      decision: decided ? 'set' : null,
      decided_at: decided ? scope.now : null,
      decided_by: decided ? scope.userId : null,
    })
    .execute();
  return id;
}

/** Who reported takes it back while nobody has decided. */
export async function withdrawReport(tx: Tx, scope: Scope, deviceId: string): Promise<Outcome<never>> {
  const device = await lockRegistered(tx, scope, deviceId, 'configure');
  if (!device) return { reply: platformProblem('not-found') };
  const report = await openReport(tx, scope, device.registrationId);
  if (!report) return { reply: deviceProblem('end-request-over') };
  await decide(tx, scope, report.id, 'withdrawn', '');
  const data = { report: report.id, device: deviceId, organization: device.organizationId };
  return {
    reply: { status: 204 },
    events: [{ what: 'devices.end-withdrawn', subject: `device/${deviceId}`, data }],
  };
}

export async function decide(
  tx: Tx,
  scope: Scope,
  id: string,
  decision: 'set' | 'declined' | 'withdrawn',
  answer: string,
): Promise<void> {
  await tx
    .updateTable('device_end_reports')
    .set({ decision, decided_at: scope.now, decided_by: scope.userId, answer })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
}

/** A report that the caller may read, its device held. */
export async function lockReport(tx: Tx, scope: Scope, reportId: string) {
  const find = () => reportRows(tx, scope, false).where('e.id', '=', reportId).executeTakeFirst();
  const seen = await find();
  if (!seen) return null;
  await lockDevice(tx, scope.siteId, seen.deviceId);
  return (await find()) ?? null;
}
