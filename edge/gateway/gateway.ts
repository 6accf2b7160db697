import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Values } from '../../domain/protocol/body.ts';
import type { UpKind } from '../../domain/protocol/topics.ts';
import type { DeviceCredential, DeviceFactoryFile } from './bootstrap.ts';
import { gatewayClient, type GatewayClient, type Told } from './client.ts';
import type { SimulatedDevice } from './fleet.ts';
import {
  buildHouse,
  houseStateSchema,
  moveIn,
  nextMinute,
  usualScene,
  type House,
  type HouseState,
  type Scene,
} from './household.ts';
import { factorySettings, gatewaySettingsSchema, obey, type GatewaySettings } from './settings.ts';

const minuteMs = 60_000;
const impossibleCharge = 140;

/** What a gateway keeps without power: what its meters count, and its settings. */
export const gatewayMemorySchema = z.strictObject({ house: houseStateSchema, settings: gatewaySettingsSchema });
export type GatewayMemory = z.output<typeof gatewayMemorySchema>;

/** What a person has it do: faults it reports, values that cannot be, being offline, refusing settings, and what goes on in its house. */
export type Orders = {
  offline: boolean;
  faults: readonly string[];
  impossible: boolean;
  refuses: boolean;
  scene: Scene;
};

/** How it stands, for whoever looks at it. `offline` and `faults` hold what falls to it by chance as well. */
export type GatewayView = {
  serial: string;
  model: string;
  offline: boolean;
  faults: readonly string[];
  orders: Orders;
  settings: GatewaySettings;
  values: Values;
  measuredAt: Date;
  unacknowledged: number;
};

/** What falls to gateways by chance, in percent of them; read anew each time. */
export type Chances = { seed: string; offlinePercent: number; faultPercent: number; faultCodes?: readonly string[] };

export type SimulatedGateway = SimulatedDevice<GatewayView, Orders, GatewayMemory>;

type Options = {
  url: string;
  factory: DeviceFactoryFile;
  credential: DeviceCredential;
  chances: Chances;
  /** Codes that its model measures; null for all. */
  metrics: ReadonlySet<string> | null;
  memory: GatewayMemory | undefined;
  now: () => Date;
};

/** Whether this falls to a gateway in a span of time, the same for the same seed. */
export function falls(percent: number, ...words: (string | number)[]): boolean {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32 < percent / 100;
}

/** A gateway at work: what it is made of, and what changes while it runs. */
type Running = Options & {
  house: House;
  client: GatewayClient;
  state: HouseState;
  /** The last state up to which everything is acknowledged. */
  saved: HouseState;
  settings: GatewaySettings;
  orders: Orders;
  values: Values;
  /** The faults that it said last. */
  said: readonly string[];
  online: boolean;
};

/** Runs one gateway: a house that is lived in, a memory, and the device's end of the protocol. */
export function runGateway(options: Options): SimulatedGateway {
  const { url, factory, credential, chances, metrics, memory, now } = options;
  const { serial, model } = factory;
  const house = buildHouse(`${chances.seed} ${serial}`, metrics === null || metrics.has('remainingCapacity3'));
  const state = memory?.house ?? moveIn(house, now().getTime());
  const client = gatewayClient({ url, credential, told: (told) => hear(running, told) });
  const running: Running = {
    ...options,
    house,
    client,
    state,
    saved: state,
    settings: memory?.settings ?? factorySettings,
    orders: { offline: false, faults: [], impossible: false, refuses: false, scene: usualScene },
    values: {},
    said: [],
    online: true,
  };
  client.connect();
  say(running, 'reported', { time: now().getTime(), version: null, values: running.settings });
  return {
    serial,
    bringUp: async (nowMs) => {
      await comeAndGo(running, nowMs);
      measure(running, nowMs);
    },
    order: (some) => {
      running.orders = { ...running.orders, ...some };
      // A fault is said when it happens; the next minute tells of the rest.
      reportFaults(running, now().getTime());
    },
    view: () => ({
      serial,
      model,
      offline: !running.online || running.orders.offline,
      faults: running.said,
      orders: running.orders,
      settings: running.settings,
      values: running.values,
      measuredAt: new Date(running.state.atMs),
      unacknowledged: client.unacknowledged(),
    }),
    memory: () => ({ house: running.saved, settings: running.settings }),
    unacknowledged: () => client.unacknowledged(),
    close: () => client.disconnect(),
  };
}

function say(running: Running, kind: UpKind, body: object): void {
  const sent = running.client.send(kind, body).then(() => {
    if (running.client.unacknowledged() === 0) running.saved = running.state;
  });
  // A gateway whose memory is full loses what comes next.
  void sent.catch(() => undefined);
}

function hear(running: Running, { kind, body }: Told): void {
  if (kind !== 'desired') return;
  const { settings, orders, now } = running;
  const desired = body['values'] as Values;
  const obeyed = orders.refuses ? { settings, refused: Object.keys(desired) } : obey(settings, desired);
  running.settings = obeyed.settings;
  const { refused } = obeyed;
  say(running, 'reported', { time: now().getTime(), version: body['version'], values: obeyed.settings, refused });
}

async function comeAndGo(running: Running, nowMs: number): Promise<void> {
  const { orders, chances, factory, client } = running;
  const quarter = Math.floor(nowMs / (15 * minuteMs));
  const offline = orders.offline || falls(chances.offlinePercent, chances.seed, factory.serial, 'offline', quarter);
  if (offline !== running.online) return;
  running.online = !offline;
  if (offline) await client.disconnect();
  else client.connect();
}

function measure(running: Running, nowMs: number): void {
  const { house, metrics, orders } = running;
  while (running.state.atMs + minuteMs <= nowMs) {
    const { state, values } = nextMinute(house, running.state, running.settings, orders.scene);
    const wrong = orders.impossible ? { remainingCapacity3: impossibleCharge } : {};
    const measured = Object.entries({ ...values, ...wrong }).filter(([code]) => metrics?.has(code) ?? true);
    running.state = state;
    running.values = Object.fromEntries(measured);
    say(running, 'telemetry', { time: state.atMs, values: running.values });
    reportFaults(running, state.atMs);
  }
}

/** Says its faults where they are others than before. */
function reportFaults(running: Running, atMs: number): void {
  const { chances, factory, orders, said } = running;
  const { seed, faultPercent, faultCodes: [byChance = 'E01'] = [] } = chances;
  const fell = falls(faultPercent, seed, factory.serial, 'fault', Math.floor(atMs / (60 * minuteMs)));
  const states = [...new Set([...(fell ? [byChance] : []), ...orders.faults])];
  if (states.join() === said.join()) return;
  running.said = states;
  say(running, 'status', { time: atMs, states });
}
