import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '../../edge/gateway/client.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { childServer, freePort, type ChildServer, type KillKind } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { stageAt, type Flow, type OpenFlow } from '../kit/flow.ts';
import { killDrawer, killOnce } from '../kit/kills.ts';
import { seededRandom } from '../kit/random.ts';
import type { Amount } from '../kit/saying.ts';
import type { MosquittoServer } from '../mosquitto/server.ts';

const readyWithinMs = 120_000;
/** A fault comes at a random moment within this long after the one before is mended. */
const faultWithinMs = 400;
/** However few faults there are, a server and a database are killed. */
const firstKinds: readonly KillKind[] = ['server', 'database'];
/** Of the faults so many kill the broker, where it is a process of its own. */
const brokerShare = 0.3;

export type DeviceFlow = Flow & { clients: readonly GatewayClient[] };

type Work = {
  /** One device says what it has to say. */
  report: (client: GatewayClient, device: number, amount: Amount) => Promise<number>;
  check: (sent: number) => Promise<FaultReport>;
};

/** Devices that say what they have to say, or as much of it as they can until they are to rest. */
export function devicesAtWork(clients: readonly GatewayClient[], amount: Amount, { report, check }: Work): DeviceFlow {
  let over = false;
  let settled = 0;
  const own: Amount = { ...amount, isOver: () => over, settled: () => void (settled += 1) };
  for (const client of clients) client.connect();
  const work = Promise.all(clients.map((client, device) => report(client, device, own)));
  work.catch(() => undefined);
  return {
    clients,
    acting: work,
    progress: () => settled,
    rest: async () => {
      over = true;
      await work;
    },
    check: async () => check((await work).reduce((sum, count) => sum + count, 0)),
    close: async () => {
      over = true;
      for (const client of clients) await client.disconnect();
    },
  };
}

export type DeviceRun = FaultRun & {
  /** How many of the faults cut all devices off from the broker instead of killing a process. */
  cutShare: number;
  /** A broker of its own instead of the embedded one; then it is killed as well. */
  mosquitto: MosquittoServer | null;
};

/** Kills server, broker (which may live in it) and database again and again, until all that the devices have to say is said. */
export async function killWhileDevices(openFlow: OpenFlow<DeviceFlow>, run: DeviceRun): Promise<FaultReport> {
  const { dataDir, mosquitto, kills, say } = run;
  await mosquitto?.start();
  const mail = await startMailServer();
  const mqttPort = mosquitto?.port ?? (await freePort());
  const env: Record<string, string> = mosquitto
    ? { ENGAWA_MQTT_URL: mosquitto.url }
    : { ENGAWA_MQTT_PORT: String(mqttPort) };
  const server = await childServer({ dataDir, env });
  let flow: DeviceFlow | null = null;
  try {
    server.spawn();
    await server.ready(readyWithinMs);
    flow = await openFlow(stageAt(server, mail, run, `mqtt://127.0.0.1:${mqttPort}`));
    say(`${flow.clients.length} devices; ${kills} faults begin`);
    const killed = await killAll(server, flow.clients, run);
    await flow.acting;
    const { faults, figures } = await flow.check(kills);
    return { faults, figures: { ...figures, ...killed } };
  } finally {
    await flow?.close?.();
    await server.destroy();
    await mail.close();
    await mosquitto?.kill();
  }
}

/** Faults one after the other while devices report; how often each kind happened. */
async function killAll(
  server: ChildServer,
  clients: readonly GatewayClient[],
  { seed, kills, cutShare, mosquitto }: Pick<DeviceRun, 'seed' | 'kills' | 'cutShare' | 'mosquitto'>,
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
