import { setTimeout as sleep } from 'node:timers/promises';
import { databasePids, until, type ChildServer, type KillKind } from './child-server.ts';
import { seededRandom, type Random } from './random.ts';

/** One less than a server takes within ten minutes (keep-running.ts): it gives up a database that keeps ending. */
const databaseKillsInARowMax = 4;

/** Draws what a kill takes, one after the other, by these weights. */
export function killDrawer(random: Random, weights: Record<KillKind, number>): () => KillKind {
  let inARow = 0;
  return () => {
    const drawn = random.below(weights.server + weights.database + weights.both);
    const kind =
      drawn < weights.server
        ? 'server'
        : drawn < weights.server + weights.both || inARow === databaseKillsInARowMax
          ? 'both'
          : 'database';
    inARow = kind === 'database' ? inARow + 1 : 0;
    return kind;
  };
}

/** One kill, and waits until the server is ready again. It starts a database that died alone again by itself. */
export async function killOnce(server: ChildServer, kind: KillKind, readyWithinMs: number): Promise<void> {
  const [postmaster] = databasePids(server.dataDir);
  await server.kill(kind);
  const isReplaced = () => ![undefined, postmaster].includes(databasePids(server.dataDir)[0]);
  if (kind === 'database') await until('the database is started again', isReplaced, readyWithinMs);
  else server.spawn();
  await server.ready(readyWithinMs);
}

/** Holds clients back while there is no server. */
export type Gate = {
  shut: () => void;
  open: () => void;
  passed: () => Promise<void>;
  /** A moment of rest between two things that a client does, where others are to do theirs on the same machine. */
  rest: () => Promise<void>;
};

export function openGate(restMs = 0): Gate {
  let up = Promise.withResolvers<void>();
  up.resolve();
  return {
    shut: () => void (up = Promise.withResolvers<void>()),
    open: () => up.resolve(),
    passed: async () => {
      await up.promise;
      // Whoever waits for the server looks again a moment later, as it may have gone once more.
      await sleep(2);
    },
    rest: async () => void (restMs > 0 && (await sleep(restMs))),
  };
}

export type Killed = Record<KillKind, number> & { slowestMs: number };
export const killedNone: Killed = { server: 0, database: 0, both: 0, slowestMs: 0 };

const weights = { server: 6, both: 2, database: 2 };
const readyWithinMs = 120_000;
const saidEvery = 25;

/** Kills so many times, each time after `between`, which waits until something is under way; whoever asks meanwhile is held back by the gate. */
export async function killAgainAndAgain(
  server: ChildServer,
  gate: Gate,
  { seed, kills, say }: { seed: number; kills: number; say: (line: string) => void },
  between: (random: Random) => Promise<void>,
): Promise<Killed> {
  const random = seededRandom(`${seed} kills`);
  const draw = killDrawer(random, weights);
  const killed = { ...killedNone };
  for (let kill = 1; kill <= kills; kill += 1) {
    await between(random);
    const kind = draw();
    const beganMs = performance.now();
    gate.shut();
    await killOnce(server, kind, readyWithinMs);
    gate.open();
    killed[kind] += 1;
    killed.slowestMs = Math.max(killed.slowestMs, performance.now() - beganMs);
    if (kill % saidEvery === 0) say(`${kill} kills`);
  }
  return killed;
}

export const killsIn = ({ server, database, both }: Killed): number => server + database + both;

export function figuresOfKills(killed: Killed): Record<string, number> {
  return {
    'kills of the server alone': killed.server,
    'kills of server and database': killed.both,
    'kills of the database alone': killed.database,
    'ready again after, ms (slowest)': Math.round(killed.slowestMs),
  };
}
