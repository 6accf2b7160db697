import type { EntitlementFault } from '../../domain/licences/entitlement-codes.ts';
import type { PublishedKey } from '../../domain/licences/entitlement.ts';
import type { DeviceFactoryFile } from '../gateway/bootstrap.ts';
import type { SimulatedDevice } from '../gateway/fleet.ts';
import { forge } from './forge.ts';
import { entitlementHolder, type Features, type Holder, type HolderMemory, type Standing } from './holder.ts';
import type { Heard, Way } from './way.ts';

const askKeysEveryMs = 60_000;
/** What films and answers for itself alone, or what records for others. */
export type CameraKind = 'single' | 'recorder';

/** What somebody hands to a camera who wants it to do what it may not. */
export const handedThings = ['forged', 'older', 'of-another'] as const;
export type Handed = (typeof handedThings)[number];

/** What a person has it do: being offline, a clock that is wrong by so much, and what it is handed now. */
export type CameraOrders = { offline: boolean; clockOffMs: number; hand: Handed | null };

/** How it stands, for whoever looks at it. A recorder stands for the cameras of which it was told. */
export type CameraView = {
  serial: string;
  model: string;
  kind: CameraKind;
  offline: boolean;
  orders: CameraOrders;
  cameras: readonly ({ serial: string } & Standing)[];
  ownTime: Date;
  portalTime: Date;
  /** What it refused last, and why. */
  refused: { code: EntitlementFault; at: Date } | null;
  /** What there is to be handed to it. */
  canHand: readonly Handed[];
};

export type SimulatedCamera = SimulatedDevice<CameraView, CameraOrders, HolderMemory> & {
  /** The entitlement that it holds for itself. */
  token(): string | undefined;
};

type Options = {
  factory: DeviceFactoryFile;
  kind: CameraKind;
  /** What a device of this serial number does without a licence: itself, or one that may hang on this recorder. */
  unlicensed: (serial: string) => Features | undefined;
  way: (heard: Heard) => Way;
  keys: () => Promise<PublishedKey[]>;
  /** The entitlement of some other device. */
  another: () => string | undefined;
  memory: HolderMemory | undefined;
  now: () => Date;
  /** A clock that nobody can set. */
  uptimeMs: () => number;
};

type State = {
  orders: CameraOrders;
  online: boolean;
  /** By `uptimeMs`. */
  askedAtMs: number;
  keysAskedAtMs: number;
  refused: CameraView['refused'];
};

type Running = Options & { holder: Holder; link: Way; state: State };

/** Runs one camera, or one recorder for its cameras: it does what it may by what the portal signed, and keeps it over a loss of the connection. */
export function runCamera(options: Options): SimulatedCamera {
  const { factory, unlicensed, memory, now, uptimeMs } = options;
  const state: State = {
    orders: { offline: false, clockOffMs: 0, hand: null },
    online: true,
    askedAtMs: -Infinity,
    keysAskedAtMs: -Infinity,
    refused: null,
  };
  const ownMs = () => now().getTime() + state.orders.clockOffMs;
  const holder = entitlementHolder({ site: factory.site, unlicensed, memory, clocks: { ownMs, uptimeMs } });
  // One after the other: the first has to fetch the keys by which the next is looked at.
  let heard = Promise.resolve();
  const link = options.way((entitlements, portalMs) => {
    heard = heard.then(() => hear(running, entitlements, portalMs));
  });
  const running: Running = { ...options, holder, link, state };
  link.connect();
  return {
    serial: factory.serial,
    bringUp: async () => {
      await comeAndGo(running);
      await askWhenDue(running);
    },
    order: (some) => {
      state.orders = { ...state.orders, ...some, hand: null };
      const token = some.hand && thingsToHand(running)[some.hand];
      if (token) note(running, holder.take(token));
    },
    view: () => viewOf(running, new Date(ownMs())),
    memory: () => holder.memory(),
    token: () => holder.tokenOf(factory.serial),
    unacknowledged: () => 0,
    close: () => link.disconnect(),
  };
}

function viewOf(running: Running, ownTime: Date): CameraView {
  const { factory, kind, holder, state } = running;
  const serials = kind === 'recorder' ? holder.serials() : [factory.serial];
  const things = thingsToHand(running);
  return {
    serial: factory.serial,
    model: factory.model,
    kind,
    offline: !state.online || state.orders.offline,
    orders: state.orders,
    cameras: serials.map((serial) => ({ serial, ...holder.standing(serial) })),
    ownTime,
    portalTime: holder.now(),
    refused: state.refused,
    canHand: handedThings.filter((what) => things[what] !== undefined),
  };
}

async function comeAndGo({ state, link }: Running): Promise<void> {
  if (state.orders.offline !== state.online) return;
  state.online = !state.orders.offline;
  state.askedAtMs = -Infinity;
  if (state.orders.offline) await link.disconnect();
  else link.connect();
}

async function askWhenDue({ state, link, holder, uptimeMs }: Running): Promise<void> {
  const isDue = (!link.isTold || holder.isToAsk()) && uptimeMs() - state.askedAtMs >= link.askEveryMs;
  if (!state.online || !isDue) return;
  state.askedAtMs = uptimeMs();
  // What could not be asked now is asked at the next look.
  await link.ask().catch(() => (state.askedAtMs = -Infinity));
}

async function hear(running: Running, entitlements: readonly string[], portalMs: number | null): Promise<void> {
  const { holder, uptimeMs, keys, state } = running;
  if (portalMs !== null) holder.heardTime(portalMs);
  for (const token of entitlements) {
    let taken = holder.hear(token);
    if (!taken.ok && taken.code === 'key-unknown' && uptimeMs() - state.keysAskedAtMs >= askKeysEveryMs) {
      state.keysAskedAtMs = uptimeMs();
      await keys().then(holder.learn, () => (state.keysAskedAtMs = -Infinity));
      taken = holder.hear(token);
    }
    note(running, taken);
  }
}

function note({ holder, state }: Running, taken: ReturnType<Holder['take']>): void {
  if (!taken.ok) state.refused = { code: taken.code, at: holder.now() };
}

function thingsToHand({ kind, holder, factory, another }: Running): Record<Handed, string | undefined> {
  const serial = kind === 'single' ? factory.serial : holder.serials()[0];
  return {
    forged: serial && forge(holder.tokenOf(serial), { site: factory.site, serial }, holder.now()),
    older: serial && holder.olderOf(serial),
    'of-another': kind === 'single' ? another() : undefined,
  };
}
