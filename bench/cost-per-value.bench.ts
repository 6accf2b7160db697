import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, databasePids } from '../proof/kit/child-server.ts';
import { payloadOf, valuesPerMessage } from '../proof/ingest/reporting.ts';
import { seededRandom, type Random } from '../proof/kit/random.ts';
import type { App } from '../server/kernel/app.ts';
import { readArrived } from '../server/readings/broker/arrived.ts';
import { intakeOf } from '../server/readings/intake/intake.ts';
import type { Reporter } from '../server/readings/reporter.ts';
import { giveManyGateways, reportersOf } from './fleet/many-gateways.ts';
import { cpuSeconds } from './kit/cpu.ts';
import { median, rounded, tableOf } from './kit/figures.ts';

const fleets = [1_000, 10_000, 100_000];
const roundsDefault = 3;
/** A round is as many messages for each fleet, one of each device by turns. */
const messagesPerRound = 100_000;
const underWayMax = 20_000;
/** What the largest fleet may cost against the smallest. */
const growthMax = 1.5;
const readyWithinMs = 120_000;
const hourMs = 3_600_000;

type Cost = { cpu: number; clock: number };

export const experiment: Experiment = {
  name: 'cost-per-value',
  summary: 'Seconds of CPU of intake and database for a million values, from fleets of 1,000 to 100,000 devices',
  debianPackages: [],
  run: async ({ rounds: asked, seed, folder, say }) => {
    await buildWeb(say);
    const rounds = asked ?? roundsDefault;
    const server = await childServer({ dataDir: folder });
    try {
      server.spawn();
      await server.ready(readyWithinMs);
      return await beside(folder, async (app) => {
        await giveManyGateways(app, Math.max(...fleets));
        const all = await reportersOf(app);
        const startMs = Date.now() - 24 * hourMs;
        const random = seededRandom(seed);
        const costs = new Map<number, Cost[]>(fleets.map((count) => [count, []]));
        // The first round has each device report for the first time. Fleets take turns, so that a busy moment of the machine is not one fleet's.
        for (let round = 0; round <= rounds; round += 1)
          for (const [count, found] of costs) {
            const cost = await reportRound(
              app,
              folder,
              shuffled(all.slice(0, count), random),
              startMs + (round * fleets.length + fleets.indexOf(count)) * hourMs,
            );
            if (round > 0) found.push(cost);
          }
        const perMillion = (count: number) => median((costs.get(count) ?? []).map(({ cpu }) => cpu));
        const rate = (count: number) => median((costs.get(count) ?? []).map(({ clock }) => clock));
        const rows = fleets.map((count) => [count, rounded(perMillion(count)), Math.round(1_000_000 / rate(count))]);
        for (const line of tableOf(['devices', 'CPU s a million', 'values a second'], rows)) say(line);
        const growth = perMillion(fleets.at(-1) ?? 0) / perMillion(fleets[0] ?? 0);
        if (growth > growthMax)
          throw new Error(`a value costs ${rounded(growth)} times as much in the largest fleet; at most ${growthMax}`);
        return { rounds, [`cost of a value at 100,000 devices ÷ at 1,000 (at most ${growthMax})`]: rounded(growth) };
      });
    } finally {
      await server.destroy();
    }
  },
};

/** Seconds of CPU and of the clock for a million values. */
async function reportRound(app: App, folder: string, fleet: readonly Reporter[], startMs: number): Promise<Cost> {
  const intake = intakeOf(app);
  const sent: Promise<unknown>[] = [];
  const before = cpuSeconds(databasePids(folder));
  const own = process.cpuUsage();
  const started = performance.now();
  for (let index = 0; index < messagesPerRound; index += 1) {
    const reporter = fleet[index % fleet.length];
    if (!reporter) break;
    const turn = Math.floor(index / fleet.length);
    const payload = Buffer.from(payloadOf(reporter.deviceKey, turn, startMs));
    sent.push(intake.submit(reporter, readArrived('telemetry', payload)));
    await sent[index - underWayMax];
  }
  await Promise.all(sent);
  const { user, system } = process.cpuUsage(own);
  const millions = (messagesPerRound * valuesPerMessage) / 1_000_000;
  return {
    cpu: ((user + system) / 1_000_000 + cpuSeconds(databasePids(folder)) - before) / millions,
    clock: (performance.now() - started) / 1000 / millions,
  };
}

function shuffled(fleet: readonly Reporter[], random: Random): Reporter[] {
  return fleet
    .map((reporter) => ({ reporter, place: random.below(2 ** 32) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ reporter }) => reporter);
}
