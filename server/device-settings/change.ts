import { checkSetting } from '../../domain/device-settings/value.ts';
import type { Value, Values } from '../../domain/protocol/body.ts';
import { lockRegistered, type Registered } from '../devices/registered.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import { tellDevices } from '../readings/down/tell.ts';
import { findSetting } from './model.ts';
import { deviceSettingProblem } from './problems.ts';
import type { DeviceSettings } from './schemas.ts';
import { showSettings, versionOfSettings, type Viewer } from './show.ts';
import {
  insertChanges,
  lockInForce,
  pendingOf,
  settleChanges,
  writeVersion,
  type InForce,
  type Pending,
} from './store.ts';

type Changer = Viewer & { tx: Tx };
type Wanted = { setting: string; before: Value | null; after: Value };
type Answer = DeviceSettings & { asked: string[] };

/**
 * Asks a device for settings (E-09): nothing beyond the model's limits is stored or sent, what was asked before for the same setting is superseded,
 * and what is in force or asked already changes nothing, so that the same request twice asks once.
 */
export async function changeSettings(
  changer: Changer,
  deviceId: string,
  seenVersion: string,
  values: Values,
): Promise<Outcome<Answer>> {
  const { tx, site, scope } = changer;
  const device = await lockRegistered(tx, scope, deviceId, 'configure');
  if (!device) return { reply: platformProblem('not-found') };
  if (device.endedOn !== null) return { reply: deviceSettingProblem('device-out-of-use') };
  const errors = faultsOf(site, device, values);
  if (errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  const inForce = await lockInForce(tx, scope.siteId, deviceId);
  const pending = await pendingOf(tx, scope.siteId, deviceId);
  const wanted = differing(values, inForce, pending, device);
  if (wanted.length === 0) return { reply: await answer(changer, device, []) };
  if (versionOfSettings(device, inForce) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  await ask(changer, device, inForce, pending, wanted);
  const asked = wanted.map(({ setting }) => setting);
  return { reply: await answer(changer, device, asked), events: [askedEvent(device, inForce.version + 1, wanted)] };
}

/** Each value that the model does not take, at its field. */
function faultsOf(site: Site, { model }: Registered, values: Values): FieldFault[] {
  return Object.entries(values).flatMap(([code, value]) => {
    const pointer = `/values/${code}`;
    const setting = findSetting(site, model, code);
    if (!setting) return [{ pointer, code: 'device-settings/setting-unknown' }];
    const read = checkSetting(setting, value);
    if (read.ok) return [];
    return [{ pointer, code: `device-settings/${read.code}`, ...(read.params && { params: read.params }) }];
  });
}

/** What is another than what was asked last or, where nothing was, than what is in force. */
function differing(
  values: Values,
  inForce: InForce,
  pending: readonly Pending[],
  { registrationId }: Registered,
): Wanted[] {
  return Object.entries(values).flatMap(([setting, after]) => {
    const before = (inForce.values as Partial<Values>)[setting] ?? null;
    const asked = pending.find((one) => one.setting === setting && one.registrationId === registrationId);
    return after === (asked ? asked.after : before) ? [] : [{ setting, before, after }];
  });
}

async function ask(
  { tx, scope }: Changer,
  { deviceId, registrationId, organizationId }: Registered,
  inForce: InForce,
  pending: readonly Pending[],
  wanted: readonly Wanted[],
): Promise<void> {
  const { siteId, now } = scope;
  const overtaken = pending.filter(({ setting }) => wanted.some((one) => one.setting === setting));
  const own = overtaken.filter((one) => one.registrationId === registrationId);
  const earlier = overtaken.filter((one) => one.registrationId !== registrationId);
  const ids = (some: readonly Pending[]) => some.map(({ id }) => id);
  await settleChanges(tx, siteId, ids(own), 'superseded', now);
  await settleChanges(tx, siteId, ids(earlier), 'ended', now);
  const version = inForce.version + 1;
  const asked = { cause: 'asked' as const, version, by: scope.userId, of: scope.organizationId };
  const around = { siteId, deviceId, registrationId, organizationId, now };
  await insertChanges(
    tx,
    around,
    wanted.map((one) => ({ ...one, asked })),
  );
  await writeVersion(tx, siteId, deviceId, version);
  await tellDevices(tx, [deviceId]);
}

function askedEvent(
  { deviceId: device, registrationId: registration, organizationId: organization }: Registered,
  version: number,
  wanted: readonly Wanted[],
): NewEvent {
  return {
    what: 'device-settings.asked',
    subject: `device/${device}`,
    data: { device, registration, organization, version, settings: wanted.map(({ setting }) => setting) },
    details: {
      before: Object.fromEntries(wanted.map(({ setting, before }) => [setting, before])),
      after: Object.fromEntries(wanted.map(({ setting, after }) => [setting, after])),
    },
  };
}

async function answer(changer: Changer, device: Registered, asked: string[]): Promise<Outcome<Answer>['reply']> {
  const { body, version } = await showSettings(changer, device);
  return { status: 200, body: { ...body, asked }, headers: etag(version) };
}
