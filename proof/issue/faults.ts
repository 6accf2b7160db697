import { setTimeout as sleep } from 'node:timers/promises';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, databasePids, until, type ChildServer, type KillKind } from '../kit/child-server.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { countRepeats, findFaults, type Delivery } from './check.ts';
import { issuingClient, type Market } from './client.ts';
import { compareLists } from './lists.ts';
import { wasIssued } from './operation.ts';
import { waitUntilQuiet } from './quiet.ts';
import { readSnapshot } from './snapshot.ts';

const site = 'conference';
const clientsCount = 6;
const keysPerKill = 150;
const keysAtLeast = 1_000;
/** Long enough for a machine that is busy with other things; how long it took is among the figures. */
const readyWithinMs = 120_000;
const slowMs = 4_000;
/** A kill comes at a random moment within this long after the server is ready … */
const killWithinMs = 700;
/** … or, this often, while it is still starting. */
const killAtStart = 0.1;
const killAtStartWithinMs = 500;

export type FaultRun = { dataDir: string; seed: number; kills: number; say: (line: string) => void };

export type FaultReport = { faults: string[]; slowestReadyMs: number; figures: Record<string, number | string> };

/**
 * Clients issue registration keys without a pause while the server is killed again and again at random moments; each
 * time it is started anew on the same data. Afterwards everything the clients were told is held against what is there.
 */
export async function killWhileIssuing({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  try {
    server.spawn();
    await server.ready();
    const members = await signUpAll(server, mail);
    const { hex } = seededRandom(`${seed} keys`);
    const count = Math.max(keysAtLeast, kills * keysPerKill);
    const fresh = await beside(dataDir, (app) => giveActivationKeys({ app }, count, { site, hex }));
    say(`${members.length} organizations, ${count} activation keys; ${kills} kills begin`);
    const run = startRun({ server, mail, members, fresh, seed, say });
    await run.killAll(kills);
    await run.finish();
    return await report(run, server, members);
  } finally {
    await server.destroy();
    await mail.close();
  }
}

async function signUpAll(server: ChildServer, mail: TestMailServer): Promise<Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < clientsCount; index += 1)
    members.push(await newCompany({ url: server.url, mail }, site, fetchFrom(callerAddress(index))));
  return members;
}

type Run = ReturnType<typeof startRun>;

type Scene = {
  server: ChildServer;
  mail: TestMailServer;
  members: Member[];
  fresh: Market['fresh'];
  seed: number;
  say: (line: string) => void;
};

function startRun({ server, mail, members, fresh, seed, say }: Scene) {
  let over = false;
  let up = Promise.withResolvers<void>();
  up.resolve();
  let isUp = true;
  const random = seededRandom(`${seed} kills`);
  const mailsBefore = mail.mails.length;
  /** How many mails had come when each life of the server had ended. */
  const lifeEnds: number[] = [];
  const readyMs: number[] = [];
  const killed: Record<KillKind, number> = { server: 0, database: 0, both: 0 };
  let killedAtStart = 0;
  let killedAt = 0;
  let lastKind: KillKind = 'server';
  const market: Market = {
    fresh,
    recent: [],
    bound: [],
    history: [],
    statuses: new Map(),
    up: async () => {
      await up.promise;
      // Whoever waits for the server looks again a moment later, as it may have gone once more.
      await sleep(2);
    },
    isOver: () => over,
  };
  const clients = members.map((member, index) =>
    issuingClient(member, index, market, seededRandom(`${seed} client ${index}`)),
  );
  const running = clients.map((client) => client.run());

  const answered = () => countAnswered(market.history);
  const backUp = async (): Promise<void> => {
    await server.ready(readyWithinMs);
    const tookMs = performance.now() - killedAt;
    readyMs.push(tookMs);
    if (tookMs > slowMs) say(`ready only ${Math.round(tookMs)} ms after a kill of ${lastKind}`);
    isUp = true;
    up.resolve();
  };
  const killOnce = async (kind: KillKind): Promise<void> => {
    lastKind = kind;
    if (isUp) up = Promise.withResolvers<void>();
    isUp = false;
    killedAt = performance.now();
    const [postmaster] = databasePids(server.dataDir);
    await server.kill(kind);
    killed[kind] += 1;
    // A server that lives on still hands over the mail it had in hand; it can send it again only with the next database.
    const isReplaced = () => ![undefined, postmaster].includes(databasePids(server.dataDir)[0]);
    if (kind === 'database') await until('the database is started again', isReplaced, readyWithinMs);
    await until('what the dead one was mailing is over', () => !mail.isBusy(), readyWithinMs);
    lifeEnds.push(mail.mails.length);
    if (kind !== 'database') server.spawn();
  };

  return {
    market,
    clients,
    readyMs,
    killed,
    killedAtStart: () => killedAtStart,
    deliveries: (): Delivery[] =>
      mail.mails
        .slice(mailsBefore)
        .map((one, index) => ({ ...one, life: lifeEnds.filter((end) => end <= mailsBefore + index).length })),
    killAll: async (kills: number) => {
      for (let kill = 1; kill <= kills; kill += 1) {
        const atStart = kill > 1 && random.chance(killAtStart);
        if (atStart) killedAtStart += 1;
        else if (kill > 1) await backUp();
        // However long an answer takes on this machine, some of both kinds come between the kills.
        if (!atStart)
          await until('requests are answered between the kills', () => Math.min(...answered()) > kill, readyWithinMs);
        await sleep(random.below(atStart ? killAtStartWithinMs : killWithinMs));
        const kind = kindOf(random);
        // A server that cannot start because its database is shot away ends, and whoever keeps it running starts it again.
        await killOnce(atStart && kind === 'database' ? 'both' : kind);
        if (kill % 25 === 0)
          say(`${kill} kills, ${market.history.length} requests, ${mail.mails.length - mailsBefore} mails`);
      }
      await backUp();
    },
    finish: async () => {
      over = true;
      await Promise.all(running);
      await beside(server.dataDir, waitUntilQuiet);
    },
  };
}

function kindOf(random: Random): KillKind {
  const at = random.below(10);
  if (at < 6) return 'server';
  return at < 9 ? 'both' : 'database';
}

/** How many requests were issued and how many refused, of those that were answered. */
function countAnswered(history: Market['history']): [issued: number, refused: number] {
  const settled = history.filter((operation) => operation.answers.length > 0);
  const issued = settled.filter(wasIssued).length;
  return [issued, settled.length - issued];
}

async function report(run: Run, server: ChildServer, members: readonly Member[]): Promise<FaultReport> {
  const { history, statuses } = run.market;
  const deliveries = run.deliveries();
  const snapshot = await beside(server.dataDir, (app) => readSnapshot(app, site));
  const faults = [
    ...findFaults({ history, snapshot, deliveries }),
    ...(await compareLists(members, snapshot)),
    ...[...statuses]
      .filter(([status]) => status !== 503 && status !== 409)
      .map(([status, count]) => `the answer ${status} came ${count} times`),
  ];
  const slowest = Math.max(...run.readyMs);
  const [issued, refused] = countAnswered(history);
  return {
    faults,
    slowestReadyMs: slowest,
    figures: {
      'kills of the server alone': run.killed.server,
      'kills of server and database': run.killed.both,
      'kills of the database alone': run.killed.database,
      'of these while starting': run.killedAtStart(),
      'requests issued': issued,
      'requests refused': refused,
      'requests cut off by a kill': history.filter((operation) => operation.broken > 0).length,
      'of these never sent again': history.filter((operation) => operation.abandoned).length,
      'answers asked for again': run.clients.reduce((sum, client) => sum + client.replays(), 0),
      'keys bound': snapshot.bindings.length,
      'events sealed': snapshot.events,
      'mails received': deliveries.length,
      'of these repeats': countRepeats(deliveries),
      'ready again after, ms (median)': Math.round(run.readyMs.toSorted((a, b) => a - b)[run.readyMs.length >> 1] ?? 0),
      'ready again after, ms (slowest)': Math.round(slowest),
    },
  };
}
