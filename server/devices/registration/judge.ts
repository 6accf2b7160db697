import { checkPurchase, decideRegistration, type DeviceFact } from '../../../domain/devices/register.ts';
import type { DeviceModel } from '../../../domain/devices/options.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { claimCodeIsRight } from '../claim-code.ts';
import { findDevices, lockDevices, type FoundDevice } from './facts.ts';
import { judgedBy, type Contributions } from '../contribution.ts';
import { checkParent, findParents, missingParent, type Parent } from './parents.ts';
import { modelOf, type Wish, type WishFault } from './read.ts';

/** A device that may be registered as wished. */
export type Judged = { wish: Wish; device: FoundDevice; model: DeviceModel; parent: Parent | null };
export type JudgedWish =
  | { ok: true; value: Judged }
  | { ok: false; faults: WishFault[]; missed: boolean; own: boolean };

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };

/**
 * Judges each wish to register a device for an organization, in their order, on facts read at once for all (U-03). With `lock` what was
 * found holds until the end of the transaction. `missed` counts as a try: the device is not the caller's to register; `own`: it is the
 * organization's already.
 */
export async function judgeWishes(
  { contributions, ...around }: Around,
  organizationId: string,
  wishes: readonly Wish[],
  lock: boolean,
): Promise<JudgedWish[]> {
  const { app, tx, site, scope } = around;
  const serials = wishes.map(({ serial }) => serial);
  if (lock) await lockDevices(tx, site.id, serials);
  const devices = await findDevices(tx, site.id, serials);
  const wanted = [...new Set(wishes.flatMap(({ registeredTo }) => registeredTo || []))];
  const parents = await findParents(tx, scope, organizationId, wanted);
  const judged = wishes.map((wish) => judge(app, site, organizationId, wish, devices.get(wish.serial), parents));
  const free = judged.flatMap((one) => (one.ok ? [one.value] : []));
  const asked = free.map(({ device: { deviceId }, model }) => ({ deviceId, model: model.id }));
  const objections = await judgedBy(
    around,
    contributions,
    { organizationId, from: null, cause: 'registered', devices: asked },
    lock,
  );
  const against = new Map(free.map(({ wish }, at) => [wish, objections[at] ?? null]));
  return judged.map((one) => {
    const objection = one.ok && against.get(one.value.wish);
    if (!objection) return one;
    return { ok: false, faults: [{ at: 'serial', ...objection }], missed: false, own: false };
  });
}

function judge(
  app: App,
  site: Site,
  organizationId: string,
  wish: Wish,
  device: FoundDevice | undefined,
  parents: ReadonlyMap<string, Parent>,
): JudgedWish {
  const model = modelOf(deviceOptions(site), device);
  const decided = decideRegistration(device ? factOf(app, site, organizationId, wish, device, model) : null);
  if (!decided.ok || !device || !model) {
    const own = !decided.ok && decided.code === 'registered-already';
    const fault: WishFault =
      own && device
        ? { at: 'serial', code: 'devices/registered-already', params: { device: outsideId('device', device.deviceId) } }
        : { at: 'serial', code: 'devices/not-registrable' };
    return { ok: false, faults: [fault], missed: !own, own };
  }
  const faults: WishFault[] = [];
  const purchase = checkPurchase(wish.values.purchasedOn, device.shippedOn);
  if (!purchase.ok) faults.push({ at: 'purchasedOn', code: `devices/${purchase.code}`, params: purchase.params ?? {} });
  const parent =
    wish.registeredTo === '' ? missingParent(model) : checkParent(model, parents.get(wish.registeredTo) ?? null);
  if (parent && !parent.ok) faults.push({ at: 'registeredTo', code: `devices/${parent.code}` });
  if (faults.length > 0) return { ok: false, faults, missed: false, own: false };
  return { ok: true, value: { wish, device, model, parent: parent?.ok ? parent.value : null } };
}

function factOf(
  app: App,
  site: Site,
  organizationId: string,
  wish: Wish,
  device: FoundDevice,
  model: DeviceModel | null,
): DeviceFact {
  const { claimCodeHash, shippedOn, lockedAt, heldFor } = device;
  const right = claimCodeHash !== null && claimCodeIsRight(app, site.id, device.serial, wish.claimCode, claimCodeHash);
  const owner = device.organizationId === null ? null : device.organizationId === organizationId ? 'own' : 'other';
  const heldForOther = heldFor !== null && heldFor !== organizationId;
  return {
    modelKnown: model !== null,
    shippedOn,
    locked: lockedAt !== null,
    claimed: model?.claimCode ? right : null,
    owner: owner ?? (heldForOther ? 'other' : null),
  };
}
