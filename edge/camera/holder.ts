import { z } from 'zod';
import {
  clockSlackMs,
  featuresNow,
  readEntitlement,
  readPublishedKeys,
  takeEntitlement,
  type PublishedKey,
  type SignedEntitlement,
} from '../../domain/licences/entitlement.ts';
import type { EntitlementFault, LicenceState } from '../../domain/licences/entitlement-codes.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { portalTime } from './portal-time.ts';

const publishedKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});
export const publishedKeysSchema = z.object({ keys: z.array(publishedKeySchema) });

/** What a device keeps without power: the keys, the newest entitlement of each serial number as it came, and the newest time it knows. */
export const holderMemorySchema = z.strictObject({
  keys: z.array(publishedKeySchema),
  held: z.record(z.string(), z.string()),
  knownMs: z.number(),
});
export type HolderMemory = z.output<typeof holderMemorySchema>;

export type Features = Readonly<Record<string, boolean>>;
/** How a device stands by what is held for it. */
export type Standing = {
  /** Null while nothing that holds is known of it. */
  state: LicenceState | null;
  lastDay: string | null;
  validUntil: Date | null;
  features: Features;
};

export type Holder = ReturnType<typeof entitlementHolder>;

type Options = {
  site: string;
  /** What a device of this serial number does without a licence; undefined for one that is not there. */
  unlicensed: (serial: string) => Features | undefined;
  memory: HolderMemory | undefined;
  clocks: { ownMs: () => number; uptimeMs: () => number };
};

/** Holds entitlements as docs/device-protocol.md asks of a device: what is forged, of another, older or run out changes nothing. */
export function entitlementHolder({ site, unlicensed, memory, clocks }: Options) {
  let published: readonly PublishedKey[] = memory?.keys ?? [];
  let keys = readPublishedKeys(published);
  const time = portalTime(clocks, memory?.knownMs ?? 0);
  const held = new Map<string, { token: string; entitlement: SignedEntitlement }>();
  const older = new Map<string, string>();
  const now = () => new Date(time.nowMs());

  const take = (token: string): Verdict<SignedEntitlement, EntitlementFault> => {
    const read = readEntitlement(token, keys);
    const serial = read.ok && unlicensed(read.value.serial) ? read.value.serial : '';
    const before = held.get(serial);
    const to = { keys, holder: { site, serial }, held: before?.entitlement ?? null, now: now() };
    const taken = takeEntitlement(token, to);
    if (!taken.ok) return taken;
    held.set(serial, { token, entitlement: taken.value });
    const later = Date.parse(taken.value.issuedAt) - Date.parse(before?.entitlement.issuedAt ?? taken.value.issuedAt);
    if (before && later > clockSlackMs) older.set(serial, before.token);
    return taken;
  };
  // What was kept over a restart is looked at as if it came now.
  for (const token of Object.values(memory?.held ?? {})) take(token);

  return {
    now,
    take,
    /** As `take`, of what came over the device's own connection: it says what time it is at the portal. */
    hear: (token: string): Verdict<SignedEntitlement, EntitlementFault> => {
      const read = readEntitlement(token, keys);
      const known = Math.max(...[...held.values()].map(({ entitlement }) => Date.parse(entitlement.issuedAt)));
      if (read.ok) time.heard(Math.max(known, Date.parse(read.value.issuedAt)));
      return take(token);
    },
    heardTime: (portalMs: number) => time.heard(portalMs),
    learn: (some: readonly PublishedKey[]) => {
      published = some;
      keys = readPublishedKeys(some);
    },
    serials: () => [...held.keys()].toSorted(),
    tokenOf: (serial: string) => held.get(serial)?.token,
    /** One that it held before, and takes no more. */
    olderOf: (serial: string) => older.get(serial),
    standing: (serial: string): Standing => {
      const { entitlement } = held.get(serial) ?? { entitlement: null };
      const features = featuresNow(entitlement, unlicensed(serial) ?? {}, now());
      if (!entitlement || features !== entitlement.features)
        return { state: null, lastDay: null, validUntil: null, features };
      const { licence, validUntil } = entitlement;
      return { state: licence.state, lastDay: licence.lastDay, validUntil: new Date(validUntil), features };
    },
    /** Whether it is time to ask: nothing holds, or half of the time of something is over. */
    isToAsk: (): boolean =>
      held.size === 0 ||
      [...held.values()].some(({ entitlement: { issuedAt, validUntil } }) => {
        const [from, until] = [Date.parse(issuedAt), Date.parse(validUntil)];
        return time.nowMs() >= from + (until - from) / 2;
      }),
    memory: (): HolderMemory => ({
      keys: [...published],
      held: Object.fromEntries([...held].map(([serial, { token }]) => [serial, token])),
      knownMs: time.nowMs(),
    }),
  };
}
