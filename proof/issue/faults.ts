import { setTimeout as sleep } from 'node:timers/promises';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, databasePids, until, type ChildServer, type KillKind } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { stageAt } from '../kit/flow.ts';
import type { Gate } from '../kit/kills.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { issuing, type IssuingFlow } from './flow.ts';
import { waitUntilQuiet } from './quiet.ts';

/** Long enough for a machine that is busy with other things; how long it took is among the figures. */
const readyWithinMs = 120_000;
const slowMs = 4_000;
/** A kill comes at a random moment within this long after the server is ready … */
const killWithinMs = 700;
/** … or, this often, while it is still starting. */
const killAtStart = 0.1;
const killAtStartWithinMs = 500;

/**
 * Clients issue registration keys without a pause while the server is killed again and again at random moments; each
 * time it is started anew on the same data. Afterwards everything the clients were told is held against what is there.
 */
export async function killWhileIssuing({
  dataDir,
  seed,
  kills,
  say,
}: FaultRun): Promise<FaultReport & { slowestReadyMs: number }> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  let flow: IssuingFlow | null = null;
  try {
    server.spawn();
    await server.ready();
    const stage = stageAt(server, mail, { seed, kills });
    flow = await issuing(stage);
    say(`${kills} kills begin`);
    const run = startRun({ server, mail, flow, gate: stage.gate, seed, say });
    await run.killAll(kills);
    await flow.rest();
    await beside(dataDir, waitUntilQuiet);
    const { faults, figures } = await flow.checkLives(run.lifeOf);
    const slowestReadyMs = Math.max(...run.readyMs);
    return { faults, figures: { ...run.figures(), ...figures, ...readyIn(run.readyMs) }, slowestReadyMs };
  } finally {
    await flow?.close?.();
    await server.destroy();
    await mail.close();
  }
}

type Scene = {
  server: ChildServer;
  mail: TestMailServer;
  flow: IssuingFlow;
  gate: Gate;
  seed: number;
  say: (line: string) => void;
};

function startRun({ server, mail, flow, gate, seed, say }: Scene) {
  let isUp = true;
  const random = seededRandom(`${seed} kills`);
  /** How many mails had come when each life of the server had ended. */
  const lifeEnds: number[] = [];
  const readyMs: number[] = [];
  const killed: Record<KillKind, number> = { server: 0, database: 0, both: 0 };
  let killedAtStart = 0;
  let killedAt = 0;
  let lastKind: KillKind = 'server';

  const backUp = async (): Promise<void> => {
    await server.ready(readyWithinMs);
    const tookMs = performance.now() - killedAt;
    readyMs.push(tookMs);
    if (tookMs > slowMs) say(`ready only ${Math.round(tookMs)} ms after a kill of ${lastKind}`);
    isUp = true;
    gate.open();
  };
  const killOnce = async (kind: KillKind): Promise<void> => {
    lastKind = kind;
    if (isUp) gate.shut();
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
    readyMs,
    lifeOf: (at: number) => lifeEnds.filter((end) => end <= at).length,
    figures: () => ({
      'kills of the server alone': killed.server,
      'kills of server and database': killed.both,
      'kills of the database alone': killed.database,
      'of these while starting': killedAtStart,
    }),
    killAll: async (kills: number) => {
      for (let kill = 1; kill <= kills; kill += 1) {
        const atStart = kill > 1 && random.chance(killAtStart);
        if (atStart) killedAtStart += 1;
        else if (kill > 1) await backUp();
        // However long an answer takes on this machine, some of both kinds come between the kills.
        if (!atStart)
          await until(
            'requests are answered between the kills',
            () => Math.min(...flow.answered()) > kill,
            readyWithinMs,
          );
        await sleep(random.below(atStart ? killAtStartWithinMs : killWithinMs));
        const kind = kindOf(random);
        // A server that cannot start because its database is shot away ends, and whoever keeps it running starts it again.
        await killOnce(atStart && kind === 'database' ? 'both' : kind);
        if (kill % 25 === 0) say(`${kill} kills, ${flow.history.length} requests, ${mail.mails.length} mails`);
      }
      await backUp();
    },
  };
}

function kindOf(random: Random): KillKind {
  const at = random.below(10);
  if (at < 6) return 'server';
  return at < 9 ? 'both' : 'database';
}

function readyIn(readyMs: readonly number[]) {
  return {
    'ready again after, ms (median)': Math.round(readyMs.toSorted((a, b) => a - b)[readyMs.length >> 1] ?? 0),
    'ready again after, ms (slowest)': Math.round(Math.max(...readyMs)),
  };
}
