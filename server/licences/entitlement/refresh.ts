import type { App } from '../../kernel/app.ts';
import { hoursMs, minutesMs, secondsMs } from '../../kernel/clock.ts';
import type { Worker } from '../../kernel/workers.ts';
import { tellDevices } from '../../readings/down/tell.ts';
import { changesAt, type Told } from './entitlements.ts';

/** What does not change is told anew after half of its life, and for each device a little apart from the others. */
const refreshAfterMs = { least: 10 * hoursMs, spread: 2 * hoursMs };
const toldAtOnceMax = 5_000;
/** Two who notice one change do so within this time. Not longer: behind a broker of one's own another node may have told the device something else since. */
const freshMs = minutesMs;

/** What a device that is connected here was told and when, and when it is looked at again, in milliseconds. */
type Known = { says: string; atMs: number; againAtMs: number };
const known = new WeakMap<App, Map<string, Known>>();

function knownTo(app: App): Map<string, Known> {
  const devices = known.get(app) ?? new Map<string, Known>();
  known.set(app, devices);
  return devices;
}

/** When a device that was told this now has to be told again: as soon as something changes, else well before it runs out. */
export function toldAgainAt(deviceId: string, validUntil: Date, now: Date): number {
  const share = Number.parseInt(deviceId.slice(-4), 16) / 0x1_0000;
  const anew = now.getTime() + refreshAfterMs.least + Math.floor(share * refreshAfterMs.spread);
  return changesAt(validUntil, now) ? Math.min(validUntil.getTime(), anew) : anew;
}

/** This device is connected here and was told: it is looked at again then. */
export function rememberTold(app: App, deviceId: string, { says, validUntil }: Told): void {
  const now = app.clock.now();
  knownTo(app).set(deviceId, { says, atMs: now.getTime(), againAtMs: toldAgainAt(deviceId, validUntil, now) });
}

/** Whether this device was told the same from here just now, and it is not time yet to tell it again. */
export function isKnown(app: App, deviceId: string, says: string): boolean {
  const told = knownTo(app).get(deviceId);
  const nowMs = app.clock.now().getTime();
  return told?.says === says && nowMs < Math.min(told.againAtMs, told.atMs + freshMs);
}

/**
 * Has devices told anew when what they were told runs out or changes. Each node does so for those that it told; whoever is not connected any
 * more asks when it is, and a device whose node is gone asks by itself (docs/device-protocol.md).
 */
export const entitlementRefresh: Worker = {
  name: 'licence-entitlements',
  everyMs: secondsMs,
  work: async (app, now) => {
    const devices = knownTo(app);
    const some: [string, Known][] = [];
    for (const [deviceId, told] of devices) {
      if (told.againAtMs > now.getTime()) continue;
      some.push([deviceId, told]);
      if (some.length >= toldAtOnceMax) break;
    }
    if (some.length === 0) return false;
    const ids = some.map(([deviceId]) => deviceId);
    await app.db.transaction().execute((tx) => tellDevices(tx, ids));
    // Whoever was told meanwhile is looked at when that has to be told again.
    for (const [deviceId, told] of some) if (devices.get(deviceId) === told) devices.delete(deviceId);
    return some.length >= toldAtOnceMax;
  },
};
