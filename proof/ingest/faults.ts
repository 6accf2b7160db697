import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrap, type DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient, type GatewayClient } from '../../edge/gateway/client.ts';
import { makeGateways } from '../../tools/test/gateways.ts';
import { beside } from '../kit/beside.ts';
import { childServer, freePort, type ChildServer, type KillKind } from '../kit/child-server.ts';
import { killDrawer, killOnce } from '../kit/kills.ts';
import { seededRandom } from '../kit/random.ts';
import type { MosquittoServer } from '../mosquitto/server.ts';
import { checkAll } from './check.ts';
import { reportAll, valuesPerMessage, type Plan } from './reporting.ts';

const readyWithinMs = 120_000;
/** A fault comes at a random moment within this long after the one before is mended. */
const faultWithinMs = 400;
/** However few faults there are, a server and a database are killed. */
const firstKinds: readonly KillKind[] = ['server', 'database'];
/** Of the faults so many kill the broker, where it is a process of its own. */
const brokerShare = 0.3;
const daysBackMs = 2 * 86_400_000;

export type FaultRun = {
  dataDir: string;
  seed: number;
  kills: number;
  devices: number;
  readings: number;
  /** How many of the faults cut all devices off from the broker instead of killing a process. */
  cutShare: number;
  /** A broker of its own instead of the embedded one; then it is killed as well. */
  mosquitto: MosquittoServer | null;
  say: (line: string) => void;
};
export type FaultReport = { faults: string[]; figures: Record<string, number | string> };

/**
 * Gateways report without a pause, out of order and some of it twice, while server, broker (which may live in it) and database are killed
 * again and again. Afterwards what each was told is stored is held against what is there.
 */
export async function killWhileReporting(run: FaultRun): Promise<FaultReport> {
  const { dataDir, mosquitto, say } = run;
  await mosquitto?.start();
  const mqttPort = mosquitto?.port ?? (await freePort());
  const env: Record<string, string> = mosquitto
    ? { ENGAWA_MQTT_URL: mosquitto.url }
    : { ENGAWA_MQTT_PORT: String(mqttPort) };
  const server = await childServer({ dataDir, env });
  const clients: GatewayClient[] = [];
  try {
    server.spawn();
    await server.ready(readyWithinMs);
    const made = await beside(dataDir, (app) => makeGateways({ app }, run.devices));
    const credentials: DeviceCredential[] = [];
    for (const factory of made) credentials.push(await bootstrap(server.url, factory));
    const url = `mqtt://127.0.0.1:${mqttPort}`;
    clients.push(...credentials.map((credential) => gatewayClient({ url, credential })));
    const startMs = Date.now() - daysBackMs;
    const messages = Math.ceil(run.readings / valuesPerMessage / run.devices);
    const plans = clients.map((_, device): Plan => ({ device, startMs, messages }));
    for (const client of clients) client.connect();
    say(`${run.devices} gateways, ${messages * run.devices * valuesPerMessage} readings; ${run.kills} faults begin`);
    const work = Promise.all(
      clients.map((client, device) =>
        reportAll(client, plans[device] ?? { device, startMs, messages }, seededRandom(`${run.seed} device ${device}`)),
      ),
    );
    const killed = await killAll(server, clients, run);
    const sent = await work;
    const faults = await beside(dataDir, (app) => checkAll(app, credentials, plans));
    return {
      faults,
      figures: {
        'readings stored once each': messages * run.devices * valuesPerMessage,
        'messages sent, with those sent twice': sent.reduce((sum, count) => sum + count, 0),
        ...killed,
      },
    };
  } finally {
    for (const client of clients) await client.disconnect();
    await server.destroy();
    await mosquitto?.kill();
  }
}

/** Faults one after the other while devices report; how often each kind happened. */
export async function killAll(
  server: ChildServer,
  clients: readonly GatewayClient[],
  { seed, kills, cutShare, mosquitto }: Pick<FaultRun, 'seed' | 'kills' | 'cutShare' | 'mosquitto'>,
): Promise<Record<string, number>> {
  const random = seededRandom(`${seed} kills`);
  const counts = {
    'kills of the server': 0,
    'kills of the database': 0,
    'kills of both': 0,
    'kills of the broker': 0,
    'times all were cut off': 0,
    'of these with messages under way': 0,
  };
  const names = { server: 'kills of the server', database: 'kills of the database', both: 'kills of both' } as const;
  const draw = killDrawer(random, { server: 6, database: 3, both: 1 });
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(random.below(faultWithinMs));
    const first = firstKinds[kill];
    if (clients.some((client) => client.unacknowledged() > 0)) counts['of these with messages under way'] += 1;
    if (!first && random.chance(cutShare)) {
      await Promise.all(clients.map((client) => client.disconnect()));
      for (const client of clients) client.connect();
      counts['times all were cut off'] += 1;
      continue;
    }
    if (mosquitto && !first && random.chance(brokerShare)) {
      await mosquitto.kill();
      await mosquitto.start();
      counts['kills of the broker'] += 1;
      continue;
    }
    const kind = first ?? draw();
    await killOnce(server, kind, readyWithinMs);
    counts[names[kind]] += 1;
  }
  return counts;
}
