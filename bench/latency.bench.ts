import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { bootstrap, type DeviceCredential, type DeviceFactoryFile } from '../edge/gateway/bootstrap.ts';
import { beside } from '../proof/kit/beside.ts';
import { valuesPerMessage } from '../proof/ingest/reporting.ts';
import { childServer, freePort } from '../proof/kit/child-server.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import type { App } from '../server/kernel/app.ts';
import { findRunningDatabase } from '../server/kernel/embedded-postgres/borrow.ts';
import { register } from '../tools/test/devices.ts';
import { claimCode, gatewaySite, makeGateways } from '../tools/test/gateways.ts';
import { watchLive, type Watcher } from '../tools/test/live.ts';
import { linkDealer, newDealer, newGatewayOwner } from '../tools/test/maintenance-links.ts';
import { copyNarrow, makeNarrow } from './ingest/copy-limit.ts';
import { openConnection, reportAll } from './ingest/send.ts';
import type { FloodOrder } from './latency/flood.ts';
import { probe, type Waits } from './latency/probe.ts';
import { median, percentile, rounded, tableOf } from './kit/figures.ts';

const devices = 100;
const messagesOfBurst = 250;
const bursts = 3;
const probesDefault = 100;
/** The ingest ratio that is asked for; the figures hold at half of it (decisions.md "Storage of readings"). */
const ratioAsked = 0.5;
const halfOfAsked = 'half of the rate that is asked';
const p50MsMax = 5;
const p99MsMax = 100;
const readyWithinMs = 120_000;
const hourMs = 3_600_000;

export const experiment: Experiment = {
  name: 'latency',
  summary:
    'Milliseconds from a gateway’s report until it is stored and until a linked dealer’s page shows it, at half the rate that is asked of the intake, and at half of what it can do',
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
      const { limit, full } = await speeds(port, others, findRunningDatabase(folder)?.ownerUrl);
      const loads: Load[] = [];
      for (const [name, rate] of [
        [halfOfAsked, (limit * ratioAsked) / 2],
        ['half of what the intake can do', full / 2],
      ] as const) {
        const flood = await startFlood(port, others, rate / valuesPerMessage, loads.length);
        const socket = await openConnection(port, watched);
        const waits = await probe(socket, watched, watcher, rounds ?? probesDefault);
        socket.removeAllListeners('close').destroy();
        loads.push({ name, ...waits, ...(await flood.stop()) });
      }
      watcher.leave();
      for (const line of tableOf(headings, loads.map(rowOf))) say(line);
      return judge(loads, limit, full);
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

/** Values a second of COPY (L_copy) and of devices that send as fast as they are answered, in turns; the first turn warms both up. */
async function speeds(
  port: number,
  credentials: readonly DeviceCredential[],
  connectionString: string | undefined,
): Promise<{ limit: number; full: number }> {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  const nowMs = Date.now();
  await makeNarrow(owner, new Date(nowMs - hourMs), new Date(nowMs + hourMs));
  const limits: number[] = [];
  const fulls: number[] = [];
  for (let burst = 0; burst <= bursts; burst += 1) {
    const afterMs = burst * messagesOfBurst * 1_000;
    const load = { devices, messages: messagesOfBurst, valuesPerMessage, startMs: nowMs - hourMs + afterMs };
    const limit = await copyNarrow([owner], load);
    const order = { messages: messagesOfBurst, fromMs: nowMs - 5 * hourMs + afterMs };
    const full = (devices * messagesOfBurst * valuesPerMessage) / (await reportAll(credentials, () => port, order));
    if (burst === 0) continue;
    limits.push(limit);
    fulls.push(full);
  }
  await owner.query('drop table bench_narrow');
  await owner.end();
  return { limit: median(limits), full: median(fulls) };
}

type Load = Waits & Flood & { name: string };
type Flood = { sent: number; acknowledged: number; perSecond: number };

/** In a thread of its own, so that it is not in the way of who looks at the clock. */
async function startFlood(
  port: number,
  credentials: DeviceCredential[],
  messagesPerSecond: number,
  number: number,
): Promise<{ stop(): Promise<Flood> }> {
  const order: FloodOrder = { port, credentials, startMs: Date.now() - (3 - number) * hourMs, messagesPerSecond };
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

const headings = ['', 'values a second', 'stored p50', 'stored p99', 'shown p50', 'shown p99'];

function rowOf({ name, perSecond, stored, shown }: Load): (string | number)[] {
  const of = (waits: readonly number[], percent: number) => rounded(percentile(waits, percent), 1);
  return [name, Math.round(perSecond * valuesPerMessage), of(stored, 50), of(stored, 99), of(shown, 50), of(shown, 99)];
}

function judge(loads: readonly Load[], limit: number, full: number): Figures {
  const asked = loads.find(({ name }) => name === halfOfAsked);
  const [p50, p99] = [50, 99].map((percent) => rounded(percentile(asked?.shown ?? [], percent), 1));
  const missed = (p50 ?? Infinity) > p50MsMax || (p99 ?? Infinity) > p99MsMax;
  if (missed)
    throw new Error(`shown after ${p50} ms (p50, at most ${p50MsMax}) and ${p99} ms (p99, at most ${p99MsMax})`);
  return {
    'values a second, L_copy': Math.round(limit),
    'values a second, as fast as it goes': Math.round(full),
    [`reported to shown at ${halfOfAsked}, p50, ms (at most ${p50MsMax})`]: p50 ?? 0,
    [`reported to shown at ${halfOfAsked}, p99, ms (at most ${p99MsMax})`]: p99 ?? 0,
  };
}
