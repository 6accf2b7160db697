import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../server/kernel/app.ts';
import type { FaultReport } from '../kit/faults.ts';
import type { OpenFlow, Stage } from '../kit/flow.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { fileClient, isOver, rowsPerFile, type Goods, type Market, type Sender, type SentFile } from './client.ts';

const clientsCount = 4;
const filesPerKill = 4;
/** However long a file takes on this machine, some come to their end between the faults. */
const pace = { settledMax: 2, momentMaxMs: 900 };
const restWithinMs = 300_000;

/** What is handed over, by whom, and what must hold of it. */
export type Trade<T, R> = {
  goods: Goods<T, R>;
  newSender(stage: Stage): Promise<Sender>;
  give(app: App, count: number, random: Random): Promise<T[]>;
  /** Files of which some rows are there and others not, seen from outside while everything is going on. */
  findHalves: (app: App) => Promise<string[]>;
  /** Holds what became of every file against what is there: all of it exactly once, or nothing. */
  findFaults(app: App, files: readonly SentFile<R>[]): Promise<string[]>;
};

/**
 * Organizations hand over files without a pause. In the end each is there whole and once, with its event and its mail, or not at all; after each fault
 * none is there by halves.
 */
export function handingOver<T, R>(trade: Trade<T, R>): OpenFlow {
  return async (stage) => {
    const { seed, gate, beside, faults: faultsPlanned } = stage;
    const members: Sender[] = [];
    for (let index = 0; index < clientsCount; index += 1) members.push(await trade.newSender(stage));
    const count = (faultsPlanned + 1) * filesPerKill * rowsPerFile;
    const fresh = await beside((app) => trade.give(app, count, seededRandom(`${seed} keys`)));
    let over = false;
    const market: Market<T, R> = {
      fresh,
      recent: [],
      files: [],
      statuses: new Map(),
      up: gate.passed,
      rest: gate.rest,
      isOver: () => over,
    };
    const halves: string[] = [];
    const look = async () => void halves.push(...(await beside(trade.findHalves)));
    const running = Promise.all(
      members.map((member, index) =>
        fileClient(trade.goods, member, market, seededRandom(`${seed} client ${index}`)).run(),
      ),
    );
    running.catch(() => undefined);
    return {
      acting: running,
      progress: () => market.files.filter(isOver).length,
      pace,
      mended: look,
      rest: async () => {
        over = true;
        const late = sleep(restWithinMs, 'late', { ref: false });
        if ((await Promise.race([running, late])) === 'late') throw new Error(unfinished(market));
      },
      check: async () => {
        const faults = await beside((app) => trade.findFaults(app, market.files));
        return report(market, [...halves, ...faults]);
      },
      close: async () => void (over = true),
    };
  };
}

function unfinished({ files, statuses }: Market<unknown, unknown>): string {
  const left = files
    .filter((file) => !isOver(file))
    .map((file) => `${file.id} ${file.state}, ${file.broken} times broken`);
  const answers = [...statuses].map(([status, times]) => `${status} × ${times}`);
  return `files that do not come to an end: ${left.join('; ')}; answers: ${answers.join(', ')}`;
}

function report({ files, statuses }: Market<unknown, unknown>, faults: string[]): FaultReport {
  const count = (state: string) => files.filter((file) => file.state === state).length;
  const odd = [...statuses].filter(([status]) => status !== 503 && status !== 409 && status !== 429);
  return {
    faults: [...faults, ...odd.map(([status, times]) => `the answer ${status} came ${times} times`)],
    figures: {
      files: files.length,
      'files done': count('done'),
      'files refused by their job': count('refused'),
      'files refused when uploaded': count('refused-at-once'),
      'files given up': count('failed'),
      'files met by a kill': files.filter((file) => file.broken > 0).length,
      'rows stored': count('done') * rowsPerFile,
    },
  };
}
