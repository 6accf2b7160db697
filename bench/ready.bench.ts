import { setTimeout as sleep } from 'node:timers/promises';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { childServer, databasePids } from '../proof/kit/child-server.ts';
import { startBareNode } from './kit/bare-node.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';
import { memoryMb } from './kit/memory.ts';

const roundsDefault = 7;
const readyMsMax = 1_500;
const memoryMbMax = 180;
/** From being ready to being at rest. */
const restAfterMs = 3_000;

type Measured = { ms: number[]; mb: number[] };

export const experiment: Experiment = {
  name: 'ready',
  summary: 'From start to /readyz, and memory at rest three seconds later, against a bare Node with a web server',
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    const server = await childServer({ dataDir: folder });
    const bare: Measured = { ms: [], mb: [] };
    const beside: Measured = { ms: [], mb: [] };
    const whole: Measured = { ms: [], mb: [] };
    const databaseMb: number[] = [];
    const start = async (into: Measured) => {
      server.spawn();
      into.ms.push(await server.ready());
      await sleep(restAfterMs);
      into.mb.push(memoryMb(server.pid()).resident);
    };
    try {
      // The first start makes the database and fills the compile cache.
      server.spawn();
      await server.ready();
      for (let round = 0; round < (rounds ?? roundsDefault); round += 1) {
        const { readyMs, residentMb } = await startBareNode();
        bare.ms.push(readyMs);
        bare.mb.push(residentMb);
        await server.kill('server');
        await start(beside);
        await server.stop();
        await start(whole);
        databaseMb.push(databasePids(folder).reduce((sum, pid) => sum + memoryMb(pid).own, 0));
      }
    } finally {
      await server.destroy();
    }
    const row = (name: string, { ms, mb }: Measured) => [
      name,
      Math.round(median(ms)),
      rounded(medianRatio(ms, bare.ms), 1),
      Math.round(median(mb)),
      rounded(medianRatio(mb, bare.mb), 1),
    ];
    const headings = ['', 'ready, ms', '× bare', 'memory, MB', '× bare'];
    const rows = [row('bare Node', bare), row('database runs', beside), row('with its database', whole)];
    const limits = ['at most', readyMsMax, '', memoryMbMax, ''];
    for (const line of tableOf(headings, [...rows, limits])) say(line);
    const missed = [beside, whole].some(({ ms, mb }) => median(ms) > readyMsMax || median(mb) > memoryMbMax);
    if (missed) throw new Error(`at most ${readyMsMax} ms and ${memoryMbMax} MB are asked for`);
    return {
      'ready ÷ bare Node, database running': rounded(medianRatio(beside.ms, bare.ms), 1),
      'ready ÷ bare Node, with its database': rounded(medianRatio(whole.ms, bare.ms), 1),
      'memory ÷ bare Node': rounded(medianRatio(whole.mb, bare.mb), 1),
      'memory of the database beside, MB': Math.round(median(databaseMb)),
    };
  },
};
