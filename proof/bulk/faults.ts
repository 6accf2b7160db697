import { setTimeout as sleep } from 'node:timers/promises';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, databasePids, until, type ChildServer, type KillKind } from '../kit/child-server.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { findFileFaults, findHalves } from './check.ts';
import { fileClient, isOver, rowsPerFile, type Market, type SentFile } from './client.ts';

const site = 'conference';
const clientsCount = 4;
const filesPerKill = 4;
const readyWithinMs = 60_000;
/** A kill comes at a random moment within this long after the server is ready. */
const killWithinMs = 900;
const restWithinMs = 300_000;

export type FaultRun = { dataDir: string; seed: number; kills: number; say: (line: string) => void };
export type FaultReport = { faults: string[]; figures: Record<string, number | string> };

/**
 * Organizations hand over files of pairs without a pause while the server, its database or both are killed at random moments.
 * After each kill every file is whole or absent; in the end everything is there once, with its event and its mail.
 */
export async function killWhileFilesRun({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  try {
    server.spawn();
    await server.ready();
    const members: Member[] = [];
    for (let index = 0; index < clientsCount; index += 1)
      members.push(await newCompany({ url: server.url, mail }, site));
    const { hex } = seededRandom(`${seed} keys`);
    const count = (kills + 1) * filesPerKill * rowsPerFile;
    const fresh = await beside(dataDir, (app) => giveActivationKeys({ app }, count, { site, hex }));
    say(`${members.length} organizations, ${count} activation keys; ${kills} kills begin`);
    const halves: string[] = [];
    const { market, killed, rest } = start(server, members, fresh, seed);
    const random = seededRandom(`${seed} kills`);
    for (let kill = 1; kill <= kills; kill += 1) {
      await sleep(random.below(killWithinMs));
      await killed(kindOf(random));
      halves.push(...(await beside(dataDir, (app) => findHalves(app, site))));
      if (kill % 25 === 0) say(`${kill} kills, ${market.files.length} files`);
    }
    await rest();
    await beside(dataDir, waitUntilQuiet);
    const faults = await beside(dataDir, (app) => findFileFaults(app, site, market.files));
    return report(market, [...halves, ...faults]);
  } finally {
    await server.destroy();
    await mail.close();
  }
}

function start(server: ChildServer, members: readonly Member[], fresh: Market['fresh'], seed: number) {
  let over = false;
  let up = Promise.withResolvers<void>();
  up.resolve();
  const market: Market = {
    fresh,
    recent: [],
    files: [],
    statuses: new Map(),
    up: async () => {
      await up.promise;
      await sleep(2);
    },
    isOver: () => over,
  };
  const clients = members.map((member, index) => fileClient(member, market, seededRandom(`${seed} client ${index}`)));
  const running = Promise.all(clients.map((client) => client.run()));
  running.catch(() => undefined);
  return {
    market,
    killed: async (kind: KillKind): Promise<void> => {
      up = Promise.withResolvers<void>();
      const [before] = databasePids(server.dataDir);
      await server.kill(kind);
      if (kind === 'database')
        await until('the database is started again', () => isReplaced(server.dataDir, before), readyWithinMs);
      else server.spawn();
      await server.ready(readyWithinMs);
      up.resolve();
    },
    rest: async (): Promise<void> => {
      over = true;
      const late = sleep(restWithinMs, 'late', { ref: false });
      if ((await Promise.race([running, late])) === 'late') throw new Error(unfinished(market));
    },
  };
}

function unfinished({ files, statuses }: Market): string {
  const left = files
    .filter((file) => !isOver(file))
    .map((file) => `${file.id} ${file.state}, ${file.broken} times broken`);
  const answers = [...statuses].map(([status, times]) => `${status} × ${times}`);
  return `files that do not come to an end: ${left.join('; ')}; answers: ${answers.join(', ')}`;
}

/** The server starts its database again by itself: another process then answers. */
function isReplaced(dataDir: string, before: number | undefined): boolean {
  const [now] = databasePids(dataDir);
  return now !== undefined && now !== before;
}

function kindOf(random: Random): KillKind {
  const at = random.below(10);
  if (at < 6) return 'server';
  return at < 8 ? 'both' : 'database';
}

function report({ files, statuses }: Market, faults: string[]): FaultReport {
  const count = (state: string) => files.filter((file: SentFile) => file.state === state).length;
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
      'keys issued': count('done') * rowsPerFile,
    },
  };
}
