import { availableParallelism } from 'node:os';
import pg from 'pg';
import { sql } from 'kysely';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { bootstrap, type DeviceCredential } from '../edge/gateway/bootstrap.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, freePort } from '../proof/kit/child-server.ts';
import { valuesPerMessage } from '../proof/ingest/reporting.ts';
import type { App } from '../server/kernel/app.ts';
import { findRunningDatabase } from '../server/kernel/embedded-postgres/borrow.ts';
import { makeGateways } from '../tools/test/gateways.ts';
import { copyNarrow, makeNarrow } from './ingest/copy-limit.ts';
import { reportAll } from './ingest/send.ts';
import { cpuMeter, type CpuMeter } from './kit/cpu.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const roundsDefault = 5;
const devices = 200;
const messagesPerRound = 250;
const valuesPerRound = devices * messagesPerRound * valuesPerMessage;
const ratioMin = 0.35;
const bytesPerValueMax = 20;
const dayMs = 86_400_000;

export const experiment: Experiment = {
  name: 'ingest',
  summary:
    'Values a second through MQTT, acknowledged after the commit, against COPY of the same values; bytes of a stored value',
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const rounds = asked ?? roundsDefault;
    const port = await freePort();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_MQTT_PORT: String(port) } });
    try {
      server.spawn();
      await server.ready();
      const made = await beside(folder, (app) => makeGateways({ app }, devices));
      const credentials: DeviceCredential[] = [];
      for (const factory of made) credentials.push(await bootstrap(server.url, factory));
      const owners = await openClients(findRunningDatabase(folder)?.ownerUrl);
      const meter = cpuMeter(server);
      const figures = await measure({ owners, port, credentials, rounds, meter, say }).finally(() =>
        Promise.all(owners.map((owner) => owner.end())),
      );
      const bytes = await beside(folder, ({ db }) => bytesPerValue(db, rounds + 1));
      return judge({ ...figures, bytes, rounds });
    } finally {
      await server.destroy();
    }
  },
};

type Measured = {
  cpuPerMillion: number;
  ratio: number;
  ingest: number;
  limit: number;
  parallelRatio: number;
  cpuRatio: number;
};
type Setting = {
  owners: readonly pg.Client[];
  port: number;
  credentials: readonly DeviceCredential[];
  rounds: number;
  meter: CpuMeter;
  say: (line: string) => void;
};

async function openClients(connectionString: string | undefined): Promise<pg.Client[]> {
  const clients = Array.from({ length: availableParallelism() }, () => new pg.Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

async function measure({ owners, port, credentials, rounds, meter, say }: Setting): Promise<Measured> {
  const startMs = Math.floor((Date.now() - 2 * dayMs) / dayMs) * dayMs;
  const ingest: number[] = [];
  const limit: number[] = [];
  const parallel: number[] = [];
  const cpu: { ingest: number[]; limit: number[] } = { ingest: [], limit: [] };
  const [owner] = owners;
  if (!owner) throw new Error('no connection');
  await makeNarrow(owner, new Date(startMs), new Date(startMs + 4 * dayMs));
  // The first round warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    const fromMs = startMs + round * messagesPerRound * 1_000;
    const load = { devices, messages: messagesPerRound, valuesPerMessage, startMs: fromMs };
    const copied = await meter.during(() => copyNarrow([owner], load));
    const beside = await copyNarrow(owners, { ...load, startMs: fromMs + 2 * dayMs });
    const sent = await meter.during(() => report(port, credentials, fromMs));
    if (round === 0) continue;
    limit.push(copied.result);
    parallel.push(beside);
    ingest.push(sent.result);
    // Of COPY the database's share, of the intake the server's as well; whoever sends is on neither side.
    cpu.limit.push(copied.database);
    cpu.ingest.push(sent.database + sent.server);
  }
  const perMillion = (seconds: readonly number[]) => rounded((median(seconds) / valuesPerRound) * 1_000_000);
  const row = (name: string, values: readonly number[], seconds: readonly number[] | null) => [
    name,
    Math.round(median(values)),
    rounded(medianRatio(values, limit)),
    seconds ? perMillion(seconds) : '',
  ];
  const headings = ['', 'values a second', '÷ L_copy', 'CPU s a million'];
  const rows = [
    row('L_copy', limit, cpu.limit),
    row('the same, a connection for each core', parallel, null),
    row('MQTT, QoS 1', ingest, cpu.ingest),
  ];
  for (const line of tableOf(headings, rows)) say(line);
  return {
    cpuPerMillion: perMillion(cpu.ingest),
    ratio: medianRatio(ingest, limit),
    ingest: median(ingest),
    limit: median(limit),
    parallelRatio: medianRatio(ingest, parallel),
    cpuRatio: medianRatio(cpu.limit, cpu.ingest),
  };
}

/** Values a second until the last one is acknowledged. */
async function report(port: number, credentials: readonly DeviceCredential[], fromMs: number): Promise<number> {
  return valuesPerRound / (await reportAll(credentials, () => port, { messages: messagesPerRound, fromMs }));
}

async function bytesPerValue(db: App['db'], rounds: number): Promise<number> {
  const { rows } = await sql<{ bytes: number; messages: number }>`
    select (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'readings'::regclass)::bigint as bytes,
      count(*) as messages from readings`.execute(db);
  const { bytes = 0, messages = 0 } = rows[0] ?? {};
  const expected = rounds * devices * messagesPerRound;
  if (messages !== expected) throw new Error(`${messages} messages are stored instead of ${expected}`);
  return bytes / (messages * valuesPerMessage);
}

function judge({
  ratio,
  ingest,
  limit,
  parallelRatio,
  cpuRatio,
  cpuPerMillion,
  bytes,
  rounds,
}: Measured & { bytes: number; rounds: number }): Figures {
  if (ratio < ratioMin) throw new Error(`the ingest ratio is ${rounded(ratio)}; at least ${ratioMin} is wanted`);
  if (bytes > bytesPerValueMax)
    throw new Error(`a value takes ${rounded(bytes, 1)} bytes; at most ${bytesPerValueMax}`);
  return {
    rounds,
    'values a second, L_copy': Math.round(limit),
    'values a second, MQTT QoS 1': Math.round(ingest),
    [`ingest ratio (at least ${ratioMin}, aim 0.5)`]: rounded(ratio),
    'against COPY over a connection for each core': rounded(parallelRatio),
    'seconds of CPU a million values, server and database': cpuPerMillion,
    'by those seconds, COPY ÷ intake': rounded(cpuRatio),
    [`bytes of a stored value with its index (at most ${bytesPerValueMax})`]: rounded(bytes, 1),
  };
}
