import { reasonCharactersMax } from '../../../domain/identifiers/reason.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { faultAt, platformProblem } from '../../kernel/http/problem.ts';
import { takeReason } from '../../kernel/http/reason.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { leave, type Contributions } from '../contribution.ts';
import { deviceProblem } from '../problems.ts';
import { closeRegistration, findRegistered, lockRegistered, type Registered } from '../registered.ts';
import { closeTransfer } from '../transfers/store.ts';
import { decide, insertReport, lockReport, readEnd, type EndTyped } from './report.ts';
import { openReport } from './store.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };
export type Decision = { decision: 'set' | 'declined'; answer: string };

/** An operator sets the end of use that was reported, or declines with a reason; the customer is mailed (U-06). */
export async function decideReport(
  around: Around,
  reportId: string,
  { decision, answer }: Decision,
): Promise<Outcome<never>> {
  const { tx, scope } = around;
  const report = await lockReport(tx, scope, reportId);
  if (!report) return { reply: platformProblem('not-found') };
  if (report.decision !== null) return { reply: deviceProblem('end-request-over') };
  const why = parseText(answer, { min: decision === 'declined' ? 1 : 0, max: reasonCharactersMax });
  if (!why.ok) return { reply: platformProblem('invalid-fields', { errors: [faultAt('/answer', why)] }) };
  const device = await findRegistered(tx, scope, report.deviceId, 'read');
  if (!device || device.registrationId !== report.registrationId || device.endedOn !== null)
    return { reply: deviceProblem('end-request-over') };
  await decide(tx, scope, report.id, decision, why.value);
  const data = { report: report.id, device: device.deviceId, organization: device.organizationId };
  if (decision === 'set') return { reply: { status: 204 }, events: await setEnd(around, device, report) };
  return {
    reply: { status: 204 },
    events: [
      { what: 'devices.end-declined', subject: `device/${device.deviceId}`, data, details: { reason: why.value } },
    ],
  };
}

/** An operator sets the end of use of a device that nobody reported. */
export async function endDevice(around: Around, deviceId: string, typed: EndTyped): Promise<Outcome<never>> {
  const { tx, site, scope } = around;
  const device = await lockRegistered(tx, scope, deviceId, 'read');
  if (!device) return { reply: platformProblem('not-found') };
  if (device.endedOn !== null) return { reply: deviceProblem('device-ended') };
  const read = readEnd(site, scope.now, device, typed);
  if (!read.ok) return { reply: read.reply };
  const report = await openReport(tx, scope, device.registrationId);
  if (report) await decide(tx, scope, report.id, 'set', '');
  const id = report?.id ?? (await insertReport(tx, scope, device, read, true));
  return { reply: { status: 204 }, events: await setEnd(around, device, { id, ...read }) };
}

/** The device is out of use from that day: it stays listed with its codes, and is handed over to nobody. */
async function setEnd(
  { contributions, ...around }: Around,
  device: Registered,
  { id: report, endedOn, reason }: { id: string; endedOn: string; reason: string },
): Promise<NewEvent[]> {
  const { tx, scope } = around;
  const { deviceId, registrationId, organizationId } = device;
  await closeTransfer(tx, scope, deviceId, { outcome: 'overtaken' });
  await tx
    .updateTable('device_registrations')
    .set((eb) => ({ ended_on: endedOn, changed_at: scope.now, version: eb('version', '+', 1) }))
    .where('site_id', '=', scope.siteId)
    .where('id', '=', registrationId)
    .execute();
  const data = { report, device: deviceId, registration: registrationId, organization: organizationId };
  const left = await leave(around, contributions, { deviceId, organizationId, to: null });
  return [{ what: 'devices.ended', subject: `device/${deviceId}`, data, details: { endedOn, reason } }, ...left];
}

/** An operator lets a device go that is out of use: its owner's span ends, and somebody may register it again. */
export async function releaseDevice(
  tx: Tx,
  scope: Scope,
  deviceId: string,
  typedReason: string,
): Promise<Outcome<never>> {
  const device = await lockRegistered(tx, scope, deviceId, 'read');
  if (!device) return { reply: platformProblem('not-found') };
  if (device.endedOn === null) return { reply: deviceProblem('not-ended') };
  const read = takeReason(typedReason);
  if ('refused' in read) return { reply: read.refused };
  const { registrationId, organizationId } = device;
  await closeRegistration(tx, scope, device);
  await tx
    .updateTable('device_registrations')
    .set({ released_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', registrationId)
    .execute();
  const data = { device: deviceId, registration: registrationId, organization: organizationId };
  return {
    reply: { status: 204 },
    events: [{ what: 'devices.released', subject: `device/${deviceId}`, data, details: { reason: read.reason } }],
  };
}
