import { readFileSync, readdirSync } from 'node:fs';
import { databasePids, type ChildServer } from '../../proof/kit/child-server.ts';

/** The kernel counts in hundredths of a second. */
const ticksPerSecond = 100;

/** Seconds of CPU of user and system that processes have taken so far. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + secondsOf(pid), 0);
}

function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // utime, stime, and those of children that have ended, after the name: fields 14 to 17 of proc(5).
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
  } catch {
    return 0;
  }
}

export type CpuMeter = {
  /** Does it, and says how many seconds of CPU the server and its database took meanwhile. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; server: number; database: number }>;
};

/** Looks at a server and the embedded database beside it. On a busy machine seconds of CPU say more than those of the clock. */
export function cpuMeter({ pid, dataDir }: Pick<ChildServer, 'pid' | 'dataDir'>): CpuMeter {
  if (!readdirSync('/proc').includes('self')) throw new Error('there is no /proc to look at');
  return {
    during: async (work) => {
      const before = { server: cpuSeconds([pid()]), database: cpuSeconds(databasePids(dataDir)) };
      const result = await work();
      return {
        result,
        server: cpuSeconds([pid()]) - before.server,
        database: cpuSeconds(databasePids(dataDir)) - before.database,
      };
    },
  };
}
