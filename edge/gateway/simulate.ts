import { createHash } from 'node:crypto';
import { bootstrap, type DeviceFactoryFile } from './bootstrap.ts';
import { gatewayClient, type GatewayClient } from './client.ts';
import { buildHouse, moveIn, nextMinute, type HouseState } from './household.ts';

const lookEveryMs = 1_000;
const minuteMs = 60_000;
const faultCode = 'E01';

export type Simulation = {
  /** The portal's address without a slash at the end. */
  url: string;
  factories: readonly DeviceFactoryFile[];
  seed: string;
  /** Of 100 gateways so many are offline in any quarter of an hour; they deliver what they measured afterwards. */
  offlinePercent: number;
  /** Of 100 gateways so many report a fault in any hour. */
  faultPercent: number;
  now?: () => Date;
};

export type RunningGateways = {
  /** Messages that the portal has not acknowledged yet. */
  unacknowledged(): number;
  /** Brings every gateway up to the present; the timer does so each second. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/** Whether this falls to a gateway in a span of time, the same for the same seed. */
export function falls(percent: number, ...words: (string | number)[]): boolean {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32 < percent / 100;
}

type Gateway = { serial: string; client: GatewayClient; state: HouseState; online: boolean; faulty: boolean };

/**
 * Runs gateways that report each minute what a made-up house did (E-11), over the same protocol as real ones: with a credential by the
 * secret of the factory, over WebSocket.
 * @throws Error when the portal cannot be reached or refuses one of them.
 */
export async function simulateGateways(simulation: Simulation): Promise<RunningGateways> {
  const { url, factories, seed, now = () => new Date() } = simulation;
  const gateways: Gateway[] = [];
  for (const factory of factories) {
    const credential = await bootstrap(url, factory);
    const client = gatewayClient({ url: `${url.replace(/^http/, 'ws')}/mqtt`, credential });
    client.connect();
    const state = moveIn(buildHouse(`${seed} ${factory.serial}`), now().getTime());
    gateways.push({ serial: factory.serial, client, state, online: true, faulty: false });
  }
  const look = async () => {
    for (const gateway of gateways) await bringUp(gateway, simulation, now().getTime());
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  return {
    look,
    unacknowledged: () => gateways.reduce((sum, { client }) => sum + client.unacknowledged(), 0),
    close: async () => {
      clearInterval(timer);
      await Promise.all(gateways.map(({ client }) => client.disconnect()));
    },
  };
}

/** Everything that a gateway has to say up to now. What it cannot send it keeps; nobody waits for it here. */
async function bringUp(
  gateway: Gateway,
  { seed, offlinePercent, faultPercent }: Simulation,
  nowMs: number,
): Promise<void> {
  const offline = falls(offlinePercent, seed, gateway.serial, 'offline', Math.floor(nowMs / (15 * minuteMs)));
  if (offline === gateway.online) {
    gateway.online = !offline;
    if (offline) await gateway.client.disconnect();
    else gateway.client.connect();
  }
  const house = buildHouse(`${seed} ${gateway.serial}`);
  while (gateway.state.atMs + minuteMs <= nowMs) {
    const { state, values } = nextMinute(house, gateway.state);
    gateway.state = state;
    void gateway.client.send('telemetry', { time: state.atMs, values }).catch(() => undefined);
    const faulty = falls(faultPercent, seed, gateway.serial, 'fault', Math.floor(state.atMs / (60 * minuteMs)));
    if (faulty === gateway.faulty) continue;
    gateway.faulty = faulty;
    void gateway.client.send('status', { time: state.atMs, states: faulty ? [faultCode] : [] }).catch(() => undefined);
  }
}
