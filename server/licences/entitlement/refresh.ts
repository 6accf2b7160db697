import type { App } from '../../kernel/app.ts';
import { hoursMs, secondsMs } from '../../kernel/clock.ts';
import type { Worker } from '../../kernel/workers.ts';
import { tellDevices } from '../../readings/down/tell.ts';
import { changesAt, type Told } from './entitlements.ts';

/** What does not change is told anew after half of its life, and for each device a little apart from the others. */
const refreshAfterMs = { least: 10 * hoursMs, spread: 2 * hoursMs };
const toldAtOnceMax = 5_000;

const due = new WeakMap<App, Map<string, number>>();

function dueOf(app: App): Map<string, number> {
  const known = due.get(app) ?? new Map<string, number>();
  due.set(app, known);
  return known;
}

/** When a device that was told this now has to be told again: as soon as something changes, else well before it runs out. */
export function toldAgainAt(deviceId: string, validUntil: Date, now: Date): number {
  const share = Number.parseInt(deviceId.slice(-4), 16) / 0x1_0000;
  const anew = now.getTime() + refreshAfterMs.least + Math.floor(share * refreshAfterMs.spread);
  return changesAt(validUntil, now) ? Math.min(validUntil.getTime(), anew) : anew;
}

/** This device is connected here and was told: it is looked at again then. */
export function rememberTold(app: App, deviceId: string, { validUntil }: Told): void {
  dueOf(app).set(deviceId, toldAgainAt(deviceId, validUntil, app.clock.now()));
}

/**
 * Has devices told anew when what they were told runs out or changes. Each node does so for those that it told; whoever is not connected any
 * more asks when it is, and a device whose node is gone asks by itself (docs/device-protocol.md).
 */
export const entitlementRefresh: Worker = {
  name: 'licence-entitlements',
  everyMs: secondsMs,
  work: async (app, now) => {
    const known = dueOf(app);
    const some: string[] = [];
    for (const [deviceId, atMs] of known) {
      if (atMs > now.getTime()) continue;
      some.push(deviceId);
      if (some.length >= toldAtOnceMax) break;
    }
    if (some.length === 0) return false;
    await app.db.transaction().execute((tx) => tellDevices(tx, some));
    for (const deviceId of some) known.delete(deviceId);
    return some.length >= toldAtOnceMax;
  },
};
