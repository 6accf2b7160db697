import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../server/kernel/app.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, until, type ChildServer, type KillKind } from '../kit/child-server.ts';
import { killDrawer, killOnce, openGate } from '../kit/kills.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { fileClient, isOver, rowsPerFile, type Goods, type Market, type Sender, type SentFile } from './client.ts';

const clientsCount = 4;
const filesPerKill = 4;
const readyWithinMs = 120_000;
/** A kill comes at a random moment within this long after the server is ready. */
const killWithinMs = 900;
const restWithinMs = 300_000;

/** What is handed over, by whom, and what must hold of it. */
export type Trade<T, R> = {
  goods: Goods<T, R>;
  newSender(server: ChildServer, mail: TestMailServer): Promise<Sender>;
  give(app: App, count: number, random: Random): Promise<T[]>;
  /** Files of which some rows are there and others not, seen from outside while everything is going on. */
  findHalves: (app: App) => Promise<string[]>;
  /** Holds what became of every file against what is there: all of it exactly once, or nothing. */
  findFaults(app: App, files: readonly SentFile<R>[]): Promise<string[]>;
};

export type FaultRun = { dataDir: string; seed: number; kills: number; say: (line: string) => void };
export type FaultReport = { faults: string[]; figures: Record<string, number | string> };

/**
 * Organizations hand over files without a pause while the server, its database or both are killed at random moments.
 * After each kill every file is whole or absent; in the end everything is there once, with its event and its mail.
 */
export async function killWhileFilesRun<T, R>(
  trade: Trade<T, R>,
  { dataDir, seed, kills, say }: FaultRun,
): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  try {
    server.spawn();
    await server.ready();
    const members: Sender[] = [];
    for (let index = 0; index < clientsCount; index += 1) members.push(await trade.newSender(server, mail));
    const count = (kills + 1) * filesPerKill * rowsPerFile;
    const fresh = await beside(dataDir, (app) => trade.give(app, count, seededRandom(`${seed} keys`)));
    say(`${members.length} organizations, ${count} rows; ${kills} kills begin`);
    const halves: string[] = [];
    const { market, killed, rest } = start(trade.goods, server, members, fresh, seed);
    const random = seededRandom(`${seed} kills`);
    const done = () => market.files.filter(({ state }) => state === 'done').length;
    const draw = killDrawer(random, { server: 6, both: 2, database: 2 });
    for (let kill = 1; kill <= kills; kill += 1) {
      // However long a file takes on this machine, some come to their end between the kills.
      await until('files come to their end between the kills', () => done() > kill / 2, readyWithinMs);
      await sleep(random.below(killWithinMs));
      await killed(draw());
      halves.push(...(await beside(dataDir, trade.findHalves)));
      if (kill % 25 === 0) say(`${kill} kills, ${market.files.length} files`);
    }
    await rest();
    await beside(dataDir, waitUntilQuiet);
    const faults = await beside(dataDir, (app) => trade.findFaults(app, market.files));
    return report(market, [...halves, ...faults]);
  } finally {
    await server.destroy();
    await mail.close();
  }
}

function start<T, R>(goods: Goods<T, R>, server: ChildServer, members: readonly Sender[], fresh: T[], seed: number) {
  let over = false;
  const gate = openGate();
  const market: Market<T, R> = {
    fresh,
    recent: [],
    files: [],
    statuses: new Map(),
    up: gate.passed,
    isOver: () => over,
  };
  const clients = members.map((member, index) =>
    fileClient(goods, member, market, seededRandom(`${seed} client ${index}`)),
  );
  const running = Promise.all(clients.map((client) => client.run()));
  running.catch(() => undefined);
  return {
    market,
    killed: async (kind: KillKind): Promise<void> => {
      gate.shut();
      await killOnce(server, kind, readyWithinMs);
      gate.open();
    },
    rest: async (): Promise<void> => {
      over = true;
      const late = sleep(restWithinMs, 'late', { ref: false });
      if ((await Promise.race([running, late])) === 'late') throw new Error(unfinished(market));
    },
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
