import { setTimeout as sleep } from 'node:timers/promises';
import { databasePids, until, type ChildServer, type KillKind } from './child-server.ts';
import type { Random } from './random.ts';

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
export type Gate = { shut: () => void; open: () => void; passed: () => Promise<void> };

export function openGate(): Gate {
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
  };
}
