import { startHeld, stopPostmaster, type Cluster, type Held } from './start.ts';
import { isPostmasterOf } from './postmaster.ts';

const watchEveryMs = 500;
const restartsMax = 5;
const restartsWithinMs = 10 * 60_000;

export type Kept = { pid: () => number; stop: () => Promise<void>; onExit: (callback: () => void) => void };

/**
 * Watches over a database until `stop`. One that ends by itself is started again on the same socket, so that pools find it
 * again; what was under way fails, what was committed is there. One that keeps ending is given up.
 */
export function keepRunning(cluster: Cluster, first: Held, log: (sentence: string) => void): Kept {
  const callbacks: (() => void)[] = [];
  const endings: number[] = [];
  let current = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();

  const startAgain = async () => {
    try {
      endings.push(performance.now());
      const recent = endings.filter((at) => at > performance.now() - restartsWithinMs);
      if (recent.length > restartsMax) throw new Error(`it ended ${recent.length} times within 10 minutes`);
      log('The database ended by itself and is started again');
      current = await startHeld(cluster);
      watch(current);
    } catch (error) {
      log(`The database is gone: ${error instanceof Error ? error.message : String(error)}`);
      for (const callback of callbacks) callback();
    }
  };

  const watch = ({ postmaster, client }: Held) => {
    let over = false;
    const ended = () => {
      if (over) return;
      over = true;
      clearInterval(timer);
      if (!stopping) restarting = startAgain();
    };
    const timer = setInterval(
      () => isPostmasterOf(postmaster.pid, cluster.folders.data) || ended(),
      watchEveryMs,
    ).unref();
    client.on('error', ended);
    client.on('end', ended);
  };

  watch(first);
  return {
    pid: () => current.postmaster.pid,
    onExit: (callback) => void callbacks.push(callback),
    stop: async () => {
      stopping = true;
      await restarting;
      await current.client.end().catch(() => undefined);
      await stopPostmaster(cluster, current.postmaster);
    },
  };
}
