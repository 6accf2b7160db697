import { readReason } from '../../../domain/identifiers/reason.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { leave, type Contributions } from '../contribution.ts';
import { decide } from '../end-of-use/report.ts';
import { openReport } from '../end-of-use/store.ts';
import { deviceProblem } from '../problems.ts';
import { closeRegistration, lockRegistered } from '../registered.ts';
import { closeTransfer } from '../transfers/store.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };

/**
 * An operator takes a device from an organization that should not have registered it, with a reason that its people are told and evidence that only the
 * log holds (P-26): their span of ownership ends now, what it reported until then stays theirs, and somebody else may register it.
 */
export async function releaseWrongClaim(
  { contributions, ...around }: Around,
  deviceId: string,
  typed: { reason: string; evidence: string },
): Promise<Outcome<never>> {
  const { tx, scope } = around;
  const device = await lockRegistered(tx, scope, deviceId, 'read');
  if (!device) return { reply: platformProblem('not-found') };
  if (device.endedOn !== null) return { reply: deviceProblem('device-ended') };
  const reason = readReason(typed.reason);
  const evidence = readReason(typed.evidence);
  if (!reason.ok || !evidence.ok) {
    const errors = [
      ...(reason.ok ? [] : [faultAt('/reason', reason)]),
      ...(evidence.ok ? [] : [faultAt('/evidence', evidence)]),
    ];
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const { registrationId, organizationId } = device;
  const details = { reason: reason.value, evidence: evidence.value };
  await closeTransfer(tx, scope, deviceId, { outcome: 'overtaken' });
  const report = await openReport(tx, scope, registrationId);
  if (report) await decide(tx, scope, report.id, 'declined', reason.value);
  const left = await leave(around, contributions, { deviceId, organizationId, to: null });
  await closeRegistration(tx, scope, device);
  const data = { device: deviceId, registration: registrationId, organization: organizationId };
  return {
    reply: { status: 204 },
    events: [{ what: 'devices.claim-released', subject: `device/${deviceId}`, data, details }, ...left],
  };
}
