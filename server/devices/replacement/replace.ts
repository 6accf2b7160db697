import { decideExchange } from '../../../domain/devices/replace.ts';
import type { DeviceModel } from '../../../domain/devices/options.ts';
import { readReason } from '../../../domain/identifiers/reason.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { columnsAt, contributionsAt, presentListed, type Contributions, type Listed } from '../contribution.ts';
import { decide } from '../end-of-use/report.ts';
import { openReport } from '../end-of-use/store.ts';
import { deviceProblem } from '../problems.ts';
import { closeRegistration, findRegistered, type Registered } from '../registered.ts';
import { findDevices, lockDevices, type FoundDevice } from '../registration/facts.ts';
import { openRegistrations } from '../registration/open.ts';
import { modelOf, readSerial } from '../registration/read.ts';
import { withdrawFrom } from '../../readings/credentials/withdraw.ts';
import { closeTransfer } from '../transfers/store.ts';
import { insertReplacement, lockForGood, moveParents, parentsOf, valuesOf } from './store.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };
type Typed = { serial: string; reason: string };
type Exchange = { old: Registered; found: FoundDevice; model: DeviceModel; reason: string };
export type Replaced = { device: string; serial: string; model: string; contributed: Record<string, string | null> };

/**
 * An operator exchanges a broken device for another in one act (P-32): registration, warranty and what it was used with move to the new
 * serial number, keys are issued anew, the old device is locked, and the history names both.
 */
export async function replaceDevice(around: Around, deviceId: string, typed: Typed): Promise<Outcome<Replaced>> {
  const judged = await judge(around, deviceId, typed);
  if ('refused' in judged) return { reply: judged.refused };
  const { old, found, model, reason } = judged;
  const registrationId = newId();
  const { listed, events } = await exchange(around, judged, registrationId);
  const contributed = presentListed(columnsAt(around.site, around.contributions), listed);
  const data = {
    device: found.deviceId,
    old: deviceId,
    registration: registrationId,
    organization: old.organizationId,
  };
  const details = { old: old.serial, serial: found.serial, reason };
  return {
    reply: {
      status: 201,
      body: { device: outsideId('device', found.deviceId), serial: found.serial, model: model.id, contributed },
    },
    events: [{ what: 'devices.replaced', subject: `device/${found.deviceId}`, data, details }, ...events],
  };
}

/** Reads what was typed and holds both devices, or says what is wrong. */
async function judge(
  { tx, site, scope }: Around,
  deviceId: string,
  typed: Typed,
): Promise<Exchange | { refused: Problem }> {
  const invalid = (errors: FieldFault[]) => ({ refused: platformProblem('invalid-fields', { errors }) });
  const seen = await findRegistered(tx, scope, deviceId, 'read');
  if (!seen) return { refused: platformProblem('not-found') };
  const options = deviceOptions(site);
  const serial = readSerial(options, typed.serial);
  const reason = readReason(typed.reason);
  const errors: FieldFault[] = [];
  if (!serial.ok) errors.push({ pointer: '/serial', code: serial.code });
  if (!reason.ok) errors.push(faultAt('/reason', reason));
  if (!serial.ok || !reason.ok) return invalid(errors);
  await lockDevices(tx, scope.siteId, [seen.serial, serial.value]);
  const old = await findRegistered(tx, scope, deviceId, 'read');
  if (!old) return { refused: platformProblem('not-found') };
  if (old.endedOn !== null) return { refused: deviceProblem('device-ended') };
  const found = (await findDevices(tx, scope.siteId, [serial.value])).get(serial.value);
  const model = modelOf(options, found);
  const verdict = decideExchange(old, found && model ? { ...found, type: model.type } : null);
  if (!verdict.ok) return invalid([{ pointer: '/serial', code: `devices/${verdict.code}` }]);
  if (!found || !model) throw new Error('a device was to be exchanged for none');
  return { old, found, model, reason: reason.value };
}

/** Carries it out; gives what other capabilities keep beside the new registration, and their events. */
async function exchange(
  around: Around,
  { old, found, model, reason }: Exchange,
  registrationId: string,
): Promise<{ listed: Listed; events: NewEvent[] }> {
  const { tx, scope } = around;
  const { deviceId, organizationId, warrantyUntil } = old;
  const { serial, shippedOn } = found;
  const values = await valuesOf(tx, scope, old);
  const parents = await parentsOf(tx, scope, deviceId);
  await closeTransfer(tx, scope, deviceId, { outcome: 'overtaken' });
  const report = await openReport(tx, scope, old.registrationId);
  if (report) await decide(tx, scope, report.id, 'withdrawn', '');
  await closeRegistration(tx, scope, old);
  await lockForGood(tx, scope, deviceId);
  // What it is connected with ends now; that it still wants to report is noted from then on.
  await withdrawFrom(tx, around.site, deviceId, scope.now);
  const next = { registrationId, deviceId: found.deviceId, organizationId, serial, model: model.id, type: model.type };
  const opened = await openRegistrations(around, 'replaced', [{ ...next, shippedOn, values, warrantyUntil }]);
  await moveParents(tx, scope, parents, deviceId, found.deviceId);
  await insertReplacement(tx, scope, { old, newId: found.deviceId, reason });
  const moved = {
    oldDeviceId: deviceId,
    oldRegistrationId: old.registrationId,
    deviceId: found.deviceId,
    registrationId,
    organizationId,
    model: model.id,
  };
  const events = [...opened.events];
  for (const contribution of contributionsAt(around.site, around.contributions))
    events.push(...((await contribution.replacing?.(around.app, tx, around.site, scope, moved)) ?? []));
  return { listed: opened.listed.get(registrationId) ?? {}, events };
}
