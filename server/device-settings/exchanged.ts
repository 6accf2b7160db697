import type { Value, Values } from '../../domain/protocol/body.ts';
import type { DeviceContribution, Exchange } from '../devices/contribution.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Scope } from '../kernel/session.ts';
import { tellDevices } from '../readings/down/tell.ts';
import { mayBeSent } from './model.ts';
import { insertChanges, lockInForce, pendingOf, settleChanges, writeVersion } from './store.ts';

/**
 * Settings move to the device that takes a broken one's place (P-32): what was in force, and what was asked and not answered, is asked of the
 * new one in its owner's name, as far as its model takes it.
 */
async function replacing(_: App, tx: Tx, site: Site, scope: Scope, exchange: Exchange): Promise<NewEvent[]> {
  const { oldDeviceId, oldRegistrationId, deviceId, registrationId, organizationId, model } = exchange;
  const { siteId, now } = scope;
  const old = await lockInForce(tx, siteId, oldDeviceId);
  const waiting = await pendingOf(tx, siteId, oldDeviceId);
  await settleChanges(
    tx,
    siteId,
    waiting.map(({ id }) => id),
    'ended',
    now,
  );
  const wanted: Values = { ...old.values };
  for (const { setting, after, registrationId: of } of waiting) if (of === oldRegistrationId) wanted[setting] = after;
  const { version, values } = await lockInForce(tx, siteId, deviceId);
  const asked = { cause: 'exchange' as const, version: version + 1, by: null, of: organizationId };
  const changes = Object.entries(wanted)
    .filter(([code, after]) => mayBeSent(site, model, code, after))
    .map(([setting, after]) => ({ setting, before: knownOf(values, setting), after, asked }));
  if (changes.length === 0) return [];
  await insertChanges(tx, { siteId, deviceId, registrationId, organizationId, now }, changes);
  await writeVersion(tx, siteId, deviceId, version + 1);
  await tellDevices(tx, [deviceId]);
  return [];
}

function knownOf(values: Partial<Values>, setting: string): Value | null {
  return values[setting] ?? null;
}

export const settingContribution: DeviceContribution = { replacing };
