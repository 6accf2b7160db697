import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { bootstrap, type DeviceCredential, type DeviceFactoryFile } from '../edge/gateway/bootstrap.ts';
import { beside } from '../proof/kit/beside.ts';
import { valuesPerMessage } from '../proof/ingest/reporting.ts';
import { childServer, freePort } from '../proof/kit/child-server.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import type { App } from '../server/kernel/app.ts';
import { register } from '../tools/test/devices.ts';
import { claimCode, gatewaySite, makeGateways } from '../tools/test/gateways.ts';
import { watchLive, type Watcher } from '../tools/test/live.ts';
import { linkDealer, newDealer, newGatewayOwner } from '../tools/test/maintenance-links.ts';
import { openConnection, reportAll } from './ingest/send.ts';
import type { FloodOrder } from './latency/flood.ts';
import { probe } from './latency/probe.ts';
import { percentile, rounded, tableOf } from './kit/figures.ts';

const devices = 100;
const messagesOfBurst = 250;
const bursts = 3;
const probesDefault = 100;
const shareOfFullSpeed = 0.5;
const p50MsMax = 5;
const p99MsMax = 100;
const readyWithinMs = 120_000;
const hourMs = 3_600_000;

export const experiment: Experiment = {
  name: 'latency',
  summary:
    'Milliseconds from a gateway’s report until it is stored and until a linked dealer’s page shows it, at half the speed of the intake',
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    const port = await freePort();
    const mail = await startMailServer();
    const env = { ENGAWA_MQTT_PORT: String(port), ENGAWA_SMTP_URL: mail.url };
    const server = await childServer({ dataDir: folder, env });
    try {
      server.spawn();
      await server.ready(readyWithinMs);
      const { factories, watcher } = await beside(folder, (app) => setStage(app, server.url));
      const credentials: DeviceCredential[] = [];
      for (const factory of factories) credentials.push(await bootstrap(server.url, factory));
      const [watched, ...others] = credentials as [DeviceCredential, ...DeviceCredential[]];
      const full = await fullSpeed(port, others);
      say(`as fast as it goes: ${Math.round(full * valuesPerMessage).toLocaleString('en')} values a second`);
      const flood = await startFlood(port, others, full * shareOfFullSpeed);
      const socket = await openConnection(port, watched);
      const waits = await probe(socket, watched, watcher, rounds ?? probesDefault);
      socket.removeAllListeners('close').destroy();
      const meanwhile = await flood.stop();
      watcher.leave();
      return judge(waits, meanwhile);
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

/** Gateways, the first of which a customer has registered and linked with a dealer, who has its page open. */
async function setStage(app: App, url: string): Promise<{ factories: DeviceFactoryFile[]; watcher: Watcher }> {
  const factories = await makeGateways({ app }, devices + 1);
  const owner = await newGatewayOwner({ app, url });
  const dealer = await newDealer({ app, url });
  const made = await register(owner, factories[0]?.serial ?? '', {}, { claimCode });
  const linked = await linkDealer(owner, dealer, { devices: null });
  if (made.status !== 201 || linked.status !== 201) throw new Error(made.text + linked.text);
  const [{ deviceId } = { deviceId: '' }] = await app.db
    .selectFrom('manufactured_devices')
    .select('device_id as deviceId')
    .where('serial', '=', factories[0]?.serial ?? '')
    .execute();
  const watcher = await watchLive({ url }, dealer, gatewaySite, [`readings/dev_${deviceId}`]);
  if (watcher.status !== 200) throw new Error(`the dealer may not watch: ${watcher.status}`);
  await watcher.until('shown');
  return { factories, watcher };
}

/** Messages a second when all send as fast as they are answered; the first time warms up. */
async function fullSpeed(port: number, credentials: readonly DeviceCredential[]): Promise<number> {
  let perSecond = 0;
  for (let burst = 0; burst < bursts; burst += 1) {
    const fromMs = Date.now() - 5 * hourMs + burst * messagesOfBurst * 1_000;
    const seconds = await reportAll(credentials, () => port, { messages: messagesOfBurst, fromMs });
    perSecond = (credentials.length * messagesOfBurst) / seconds;
  }
  return perSecond;
}

type Flood = { sent: number; acknowledged: number; perSecond: number };

/** In a thread of its own, so that it is not in the way of who looks at the clock. */
async function startFlood(
  port: number,
  credentials: DeviceCredential[],
  messagesPerSecond: number,
): Promise<{ stop(): Promise<Flood> }> {
  const order: FloodOrder = { port, credentials, startMs: Date.now() - 3 * hourMs, messagesPerSecond };
  const worker = new Worker(new URL('latency/flood.ts', import.meta.url), { workerData: order });
  await once(worker, 'message');
  return {
    stop: async () => {
      worker.postMessage('stop');
      const [flood] = (await once(worker, 'message')) as [Flood];
      return flood;
    },
  };
}

function judge({ stored, shown }: Awaited<ReturnType<typeof probe>>, meanwhile: Flood) {
  const p50 = percentile(shown, 50);
  const p99 = percentile(shown, 99);
  const figures = {
    'values a second meanwhile': Math.round(meanwhile.perSecond * valuesPerMessage),
    'reported to stored, p50 and p99, ms': `${rounded(percentile(stored, 50), 1)} · ${rounded(percentile(stored, 99), 1)}`,
    [`reported to shown at the dealer's, p50, ms (at most ${p50MsMax})`]: rounded(p50, 1),
    [`reported to shown at the dealer's, p99, ms (at most ${p99MsMax})`]: rounded(p99, 1),
  };
  if (p50 > p50MsMax || p99 > p99MsMax) throw new Error(tableOf(['too slow', ''], Object.entries(figures)).join('\n'));
  return figures;
}
