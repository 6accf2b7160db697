import type { Down } from '../../../domain/protocol/down.ts';
import { entitlementsMax } from '../../../domain/protocol/limits.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { DownSource } from '../../readings/down/source.ts';
import { entitlementsFor, type Told } from './entitlements.ts';
import { isKnown, rememberTold } from './refresh.ts';

/** What was made for a message, so that it is known again once the message is handed over. */
const madeFor = new WeakMap<readonly Down[], Told>();

export function sitesWithEntitlements({ sites }: App): Site[] {
  return [...sites.values()].filter(({ capabilities }) => 'licences' in capabilities && 'readings' in capabilities);
}

/**
 * What devices may do now (L-08): asked when one begins to listen, when something changes, and before what it holds runs out. The moment of an expiry is
 * noticed by who settles it and by who sees that what was told runs out: whichever comes second finds the device told.
 */
async function pending(
  app: App,
  deviceIds: readonly string[],
  begins: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Down[]>> {
  const downs = new Map<string, readonly Down[]>();
  const knows = (deviceId: string, says: string) => !begins.has(deviceId) && isKnown(app, deviceId, says);
  for (const site of sitesWithEntitlements(app))
    for (const [deviceId, told] of await entitlementsFor(app, site, deviceIds, knows)) {
      const messages = inMessages(told.entitlements);
      madeFor.set(messages, told);
      downs.set(deviceId, messages);
    }
  return downs;
}

export function inMessages(entitlements: readonly string[]): Down[] {
  return Array.from({ length: Math.ceil(entitlements.length / entitlementsMax) }, (_, at) => ({
    kind: 'entitlement',
    entitlements: entitlements.slice(at * entitlementsMax, (at + 1) * entitlementsMax),
  }));
}

async function handed(app: App, downs: ReadonlyMap<string, readonly Down[]>): Promise<void> {
  for (const [deviceId, messages] of downs) {
    const told = madeFor.get(messages);
    if (told) rememberTold(app, deviceId, told);
  }
}

export const entitlementSource: DownSource = { kind: 'entitlement', again: true, pending, handed };
