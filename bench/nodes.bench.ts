import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { bootstrap, type DeviceCredential } from '../edge/gateway/bootstrap.ts';
import { valuesPerMessage } from '../proof/ingest/reporting.ts';
import { beside } from '../proof/kit/beside.ts';
import { databasePids } from '../proof/kit/child-server.ts';
import { openTwoNodes, type TwoNodes } from '../proof/two-nodes/stage.ts';
import { register } from '../tools/test/devices.ts';
import { claimCode, gatewaySite, makeGateways } from '../tools/test/gateways.ts';
import { newGatewayOwner } from '../tools/test/maintenance-links.ts';
import { reportAll } from './ingest/send.ts';
import { cpuSeconds } from './kit/cpu.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';
import { load, type Sent } from './kit/load.ts';

const devices = 200;
const messagesPerRound = 200;
const valuesPerRound = devices * messagesPerRound * valuesPerMessage;
const connections = 8;
const requestsOfConnection = 100;
const requestsPerRound = connections * requestsOfConnection;
const roundsDefault = 5;
/** Two nodes share the machine with their database, so that they can hardly do more than one; they must not be in each other's way. */
const ratioMin = 0.7;
const dayMs = 86_400_000;

/** Of one round: so much a second, and seconds of CPU of nodes and database. */
type Round = { perSecond: number; cpu: number };
type Flow = { name: string; unit: number; run: (nodes: readonly number[]) => Promise<number> };

export const experiment: Experiment = {
  name: 'nodes',
  summary:
    'What a second node on the same database adds to intake and API, on one machine: as much a second, and what it costs',
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    const stage = await openTwoNodes(folder, null);
    try {
      const flows = [await intakeFlow(stage), await apiFlow(stage)];
      return await measure(stage, folder, flows, rounds ?? roundsDefault, say);
    } finally {
      await stage.close();
    }
  },
};

/** Gateways report as fast as they are answered, each to the broker of its node. */
async function intakeFlow({ front, dataDir, env, brokers }: TwoNodes): Promise<Flow> {
  const factories = await beside(dataDir, (app) => makeGateways({ app }, devices), env);
  const credentials: DeviceCredential[] = [];
  for (const factory of factories) credentials.push(await bootstrap(front.url, factory));
  const ports = brokers.map(({ url }) => Number(new URL(url).port));
  const startMs = Date.now() - dayMs;
  let begun = 0;
  return {
    name: 'values reported',
    unit: valuesPerRound,
    run: (shares) => {
      const fromMs = startMs + begun++ * messagesPerRound * 1_000;
      return reportAll(credentials, (device) => ports[device % shares.length] ?? 0, {
        messages: messagesPerRound,
        fromMs,
      });
    },
  };
}

/** Somebody who is logged in asks for a device of theirs. */
async function apiFlow({ nodes, front, dataDir, env }: TwoNodes): Promise<Flow> {
  const sent = await beside(
    dataDir,
    async (app): Promise<Sent> => {
      const [factory] = await makeGateways({ app }, 1);
      const owner = await newGatewayOwner({ app, url: front.url });
      const made = await register(owner, factory?.serial ?? '', {}, { claimCode });
      if (made.status !== 201) throw new Error(made.text);
      const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const path = `/api/${gatewaySite}${owner.path}/devices?page=1&pageSize=50`;
      return { method: 'GET', path, headers: { cookie, 'accept-language': 'ja' } };
    },
    env,
  );
  let firstCaller = 0;
  return {
    name: 'lists of devices',
    unit: requestsPerRound,
    run: async (shares) => {
      const started = performance.now();
      await Promise.all(
        shares.map((node) => {
          const url = nodes[node]?.url ?? '';
          const own = connections / shares.length;
          firstCaller += own;
          return load({ url, connections: own, each: requestsOfConnection, firstCaller: firstCaller - own, sent });
        }),
      );
      return (performance.now() - started) / 1000;
    },
  };
}

async function measure(
  { nodes }: TwoNodes,
  folder: string,
  flows: readonly Flow[],
  rounds: number,
  say: (line: string) => void,
): Promise<Figures> {
  const cpu = () => cpuSeconds([...nodes.map((node) => node.pid()), ...databasePids(`${folder}/database`)]);
  const rows: (string | number)[][] = [];
  const figures: Figures = { rounds };
  const slower: string[] = [];
  for (const { name, unit, run } of flows) {
    const one: Round[] = [];
    const both: Round[] = [];
    // The first round warms both nodes up; then who goes first changes.
    for (let round = 0; round <= rounds; round += 1)
      for (const nodesUsed of round % 2 === 0 ? [[0], [0, 1]] : [[0, 1], [0]]) {
        const before = cpu();
        const seconds = await run(nodesUsed);
        if (round > 0)
          (nodesUsed.length === 1 ? one : both).push({ perSecond: unit / seconds, cpu: (cpu() - before) / unit });
      }
    const ratio = (of: (round: Round) => number) => rounded(medianRatio(both.map(of), one.map(of)));
    const rate = ratio(({ perSecond }) => perSecond);
    const cost = ratio(({ cpu: seconds }) => seconds);
    const perSecond = (some: readonly Round[]) => Math.round(median(some.map((round) => round.perSecond)));
    rows.push([name, perSecond(one), perSecond(both), rate, cost]);
    figures[`${name}, two nodes ÷ one (at least ${ratioMin})`] = rate;
    figures[`${name}, CPU of two nodes ÷ one`] = cost;
    if (rate < ratioMin)
      slower.push(`${name}: two nodes do ${rate} of what one does, at least ${ratioMin} is asked for`);
  }
  for (const line of tableOf(['', 'one node, a second', 'two nodes', '÷ one', 'CPU ÷ one'], rows)) say(line);
  if (slower.length > 0) throw new Error(slower.join('\n'));
  return figures;
}
