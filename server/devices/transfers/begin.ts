import { readAddressee } from '../../../domain/devices/addressee.ts';
import { judgeTransfer, transferSpan } from '../../../domain/devices/transfer.ts';
import { readReason } from '../../../domain/identifiers/reason.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { sql } from 'kysely';
import type { Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockTries, storeTries } from '../../kernel/tries.ts';
import { openReport } from '../end-of-use/store.ts';
import { deviceProblem } from '../problems.ts';
import { lockRegistered, type Registered } from '../registered.ts';
import { closeTransfer, ownNames, runningTransfer } from './store.ts';

/** Devices that one organization offers within an hour: anybody's address can stand in an offer. */
export const offersPerHourMax = 20;

type Wished = { to: string; reason: string };
export type Begun = { id: string; opensAt: string; expiresAt: string };

/** Its owner offers a device to another organization (P-31). Whether there is one of that name is not said: nothing differs. */
export async function offerDevice(
  tx: Tx,
  site: Site,
  scope: Scope,
  deviceId: string,
  to: string,
): Promise<Outcome<Begun>> {
  const device = await lockRegistered(tx, scope, deviceId, 'configure');
  if (!device) return { reply: platformProblem('not-found') };
  // Who may configure it for its owner does not give it away.
  if (device.organizationId !== scope.organizationId) return { reply: platformProblem('not-permitted') };
  const addressee = readAddressee(to);
  if (!addressee.ok) return invalid([faultAt('/to', addressee)]);
  if (await isOwnName(tx, scope, addressee.value))
    return invalid([{ pointer: '/to', code: 'devices/own-organization' }]);
  const refused = await judge(tx, scope, device);
  if (refused) return { reply: refused };
  const sent = await lockTries(tx, scope.siteId, 'device-offers', device.organizationId, after(scope.now, -hoursMs));
  if (sent.length >= offersPerHourMax)
    return { reply: platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 }) };
  await storeTries(tx, scope.siteId, 'device-offers', device.organizationId, [...sent, scope.now]);
  return begin(tx, site, scope, device, 'offer', { to: addressee.value, reason: '' });
}

/** An operator has a device pass on without its owner's consent: with a reason, after a waiting period of which the owner hears at once. */
export async function orderTransfer(
  tx: Tx,
  site: Site,
  scope: Scope,
  deviceId: string,
  wished: Wished,
): Promise<Outcome<Begun>> {
  const device = await lockRegistered(tx, scope, deviceId, 'read');
  if (!device) return { reply: platformProblem('not-found') };
  const to = readAddressee(wished.to);
  const reason = readReason(wished.reason);
  const errors = [...(to.ok ? [] : [faultAt('/to', to)]), ...(reason.ok ? [] : [faultAt('/reason', reason)])];
  if (!to.ok || !reason.ok) return invalid(errors);
  if (await isOwnName(tx, { ...scope, organizationId: device.organizationId }, to.value))
    return invalid([{ pointer: '/to', code: 'devices/own-organization' }]);
  const refused = await judge(tx, scope, device);
  if (refused) return { reply: refused };
  return begin(tx, site, scope, device, 'order', { to: to.value, reason: reason.value });
}

async function judge(tx: Tx, scope: Scope, { deviceId, registrationId, endedOn }: Registered): Promise<Problem | null> {
  const verdict = judgeTransfer({
    ended: endedOn !== null,
    running: (await runningTransfer(tx, scope, deviceId)) !== null,
    endReported: (await openReport(tx, scope, registrationId)) !== null,
  });
  return verdict.ok ? null : deviceProblem(verdict.code);
}

async function isOwnName(tx: Tx, owner: Scope, name: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select ${name} in ${ownNames(owner)} as own`.execute(tx);
  return rows[0]?.own === true;
}

async function begin(
  tx: Tx,
  site: Site,
  scope: Scope,
  device: Registered,
  cause: 'offer' | 'order',
  { to, reason }: Wished,
): Promise<Outcome<Begun>> {
  const { waitingDays } = deviceOptions(site).transfer;
  const { opensAt, expiresAt } = transferSpan(scope.now, cause === 'order' ? waitingDays : 0, site.timeZone);
  const id = newId();
  await closeTransfer(tx, scope, device.deviceId, { outcome: 'overtaken' }); // one whose time is over
  await tx
    .insertInto('device_transfers')
    .values({
      site_id: scope.siteId,
      id,
      device_id: device.deviceId,
      registration_id: device.registrationId,
      from_organization_id: device.organizationId,
      addressed_to: to,
      cause,
      reason,
      begun_by: scope.userId,
      begun_at: scope.now,
      opens_at: opensAt,
      expires_at: expiresAt,
      ended_at: null,
      outcome: null,
      ended_by: null,
      to_organization_id: null,
    })
    .execute();
  const data = { transfer: id, device: device.deviceId, organization: device.organizationId };
  const what = cause === 'offer' ? 'transfers.offered' : 'transfers.ordered';
  return {
    reply: {
      status: 201,
      body: { id: outsideId('transfer', id), opensAt: opensAt.toISOString(), expiresAt: expiresAt.toISOString() },
    },
    events: [{ what, subject: `device/${device.deviceId}`, data, details: { to, ...(reason && { reason }) } }],
  };
}

function invalid(errors: readonly FieldFault[]): { reply: Problem } {
  return { reply: platformProblem('invalid-fields', { errors }) };
}
