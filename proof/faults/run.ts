import { setTimeout as sleep } from 'node:timers/promises';
import { issuing } from '../issue/flow.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { reporting } from '../ingest/faults.ts';
import { counting } from '../counters/faults.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { whileActing, type Flow, type OpenFlow } from '../kit/flow.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { trading } from '../licences/faults.ts';
import { mailing } from '../mailings/faults.ts';
import { registering } from '../registrations/trade.ts';
import { telling } from '../webhooks/faults.ts';
import { handOverDeadMails } from './dead-mails.ts';
import type { FaultKind } from './kinds.ts';
import { scheduleOf } from './schedule.ts';
import { openFaultStage, type FaultStage } from './stage.ts';

const gateways = 3;
const printers = 2;
const pauseMs = 400;
/** Messages of a device are of days past: there is room for so many of them. */
const messagesMax = { readings: 100_000, counters: 20_000 };
const amount = { pauseMs, isOver: () => false, settled: () => undefined };

/** A file is much work: one comes now and then, and there is enough of them between two faults. */
const fileEveryMs = 6_000;
const seldom =
  (open: OpenFlow): OpenFlow =>
  (stage) =>
    open({ ...stage, faults: 2 * stage.faults, gate: { ...stage.gate, rest: () => sleep(fileEveryMs) } });

/** What people and devices do at once. */
export const quickFlows: Record<string, OpenFlow> = {
  'registration keys': issuing,
  readings: reporting(gateways, { ...amount, messagesMax: messagesMax.readings }),
  webhooks: telling,
  counters: counting(printers, { ...amount, messagesMax: messagesMax.counters }),
};
/** With these on all five portals. */
export const flowsOfAllPortals: Record<string, OpenFlow> = {
  ...quickFlows,
  licences: trading,
  mailings: mailing,
  'devices and their codes by file': seldom(registering),
};

/** Between two faults every flow goes on for a moment, or has so long for it. */
const movesWithinMs = 10_000;
const momentMaxMs = 300;
const lookEveryMs = 10;

/** Faults of many kinds in the order that the seed draws, while all flows go on; what anybody was told is held against what is there. */
export function strikeAll(
  kinds: readonly FaultKind[],
  openFlows: Record<string, OpenFlow> = flowsOfAllPortals,
  sitesDir?: string,
) {
  return async ({ dataDir, seed, kills: count, say }: FaultRun): Promise<FaultReport & { slowestReadyMs: number }> => {
    const stage = await openFaultStage(
      dataDir,
      seed,
      count,
      kinds.some(({ fillsDisk }) => fillsDisk),
      sitesDir,
    );
    const flows = new Map<string, Flow>();
    try {
      for (const [name, open] of Object.entries(openFlows)) flows.set(name, await open(stage));
      const all = [...flows.values()];
      const schedule = scheduleOf(seed, count, kinds);
      say(`${flows.size} flows; ${count} faults begin`);
      const readyMs = await whileActing(all, strikeInTurn(stage, flows, schedule, say));
      say('all faults are over; what is in hand comes to its end');
      await Promise.all(all.map((flow) => flow.rest()));
      await stage.beside(handOverDeadMails);
      await stage.beside(waitUntilQuiet);
      return await judge(flows, schedule, readyMs);
    } finally {
      for (const flow of flows.values()) await flow.close?.();
      await stage.close();
    }
  };
}

async function strikeInTurn(
  stage: FaultStage,
  flows: ReadonlyMap<string, Flow>,
  schedule: readonly FaultKind[],
  say: (line: string) => void,
): Promise<number[]> {
  const readyMs: number[] = [];
  for (const [at, { name, strike }] of schedule.entries()) {
    const random = seededRandom(`${stage.seed} fault ${at}`);
    const idle = await untilAllMove(flows, random);
    say(`fault ${at + 1}: ${name}${idle.length > 0 ? ` (did not move before: ${idle.join(', ')})` : ''}`);
    const tookMs = await strike(stage, random);
    if (tookMs !== undefined) readyMs.push(tookMs);
    await stage.mend();
    for (const flow of flows.values()) await flow.mended?.();
  }
  await untilAllMove(flows, seededRandom(`${stage.seed} end`));
  return readyMs;
}

/** Which did not. */
async function untilAllMove(flows: ReadonlyMap<string, Flow>, random: Random): Promise<string[]> {
  const before = new Map([...flows].map(([name, { progress }]) => [name, progress()]));
  const idle = () => [...flows].flatMap(([name, { progress }]) => (progress() === before.get(name) ? [name] : []));
  const deadline = performance.now() + movesWithinMs;
  while (idle().length > 0 && performance.now() < deadline) await sleep(lookEveryMs);
  await sleep(random.below(momentMaxMs));
  return idle();
}

async function judge(
  flows: ReadonlyMap<string, Flow>,
  schedule: readonly FaultKind[],
  readyMs: readonly number[],
): Promise<FaultReport & { slowestReadyMs: number }> {
  const slowestReadyMs = Math.max(0, ...readyMs);
  const faults: string[] = [];
  const figures: FaultReport['figures'] = {
    faults: schedule.length,
    'kinds of faults': new Set(schedule.map(({ name }) => name)).size,
    'ready again after a kill, ms (slowest)': Math.round(slowestReadyMs),
  };
  for (const [name, flow] of flows) {
    const report = await flow.check(schedule.length);
    faults.push(...report.faults.map((fault) => `${name}: ${fault}`));
    for (const [what, figure] of Object.entries(report.figures)) figures[`${name}: ${what}`] = figure;
  }
  return { faults, figures, slowestReadyMs };
}
