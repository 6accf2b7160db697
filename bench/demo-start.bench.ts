import type { Experiment } from '../cli/experiment.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { startBareNode } from './kit/bare-node.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const roundsDefault = 5;

export const experiment: Experiment = {
  name: 'demo-start',
  summary: 'A second `./engawa demo`, from the command to its first page, against a bare Node with a web server',
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    const demo = await childServer({ dataDir: folder, command: 'demo', byEntry: true });
    const page = async () => {
      const answer = await fetch(demo.url, { headers: { accept: 'text/html', connection: 'close' } }).catch(() => null);
      return answer?.status === 200 && (await answer.text()).includes('<html');
    };
    const bare: number[] = [];
    const second: number[] = [];
    try {
      demo.spawn();
      const first = await demo.answers(page);
      for (let round = 0; round < (rounds ?? roundsDefault); round += 1) {
        await demo.stop();
        bare.push((await startBareNode()).readyMs);
        demo.spawn();
        second.push(await demo.answers(page));
      }
      const rows = [
        ['bare Node', Math.round(median(bare)), 1],
        ['first start, packages and web app there', Math.round(first), rounded(first / median(bare), 1)],
        ['second start', Math.round(median(second)), rounded(medianRatio(second, bare), 1)],
        ['second start, slowest', Math.round(Math.max(...second)), rounded(Math.max(...second) / median(bare), 1)],
      ];
      for (const line of tableOf(['', 'first page, ms', '× bare'], rows)) say(line);
    } finally {
      await demo.destroy();
    }
    return {
      'second start to first page, ms': Math.round(median(second)),
      'second start ÷ bare Node': rounded(medianRatio(second, bare), 1),
    };
  },
};
