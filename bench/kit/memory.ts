import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';

const kilo = 1024;

/** What a process holds in memory; `own` counts pages it shares with others by its share of them. */
export function memoryMb(pid: number): { resident: number; own: number } {
  const read = (file: string, name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]) / kilo;
  return { resident: read('status', 'VmRSS'), own: read('smaps_rollup', 'Pss') };
}

const sampleEveryMs = 20;

/** Watches how far a process's resident memory rises above what it is now, until it is stopped. */
export function watchMemory(pid: number): { soFar(): number; stop(): Promise<number> } {
  const before = memoryMb(pid).resident;
  let highest = before;
  const watch = new AbortController();
  const watching = (async () => {
    while (!watch.signal.aborted) {
      highest = Math.max(highest, memoryMb(pid).resident);
      await sleep(sampleEveryMs);
    }
  })();
  return {
    soFar: () => highest - before,
    stop: async () => {
      watch.abort();
      await watching;
      return highest - before;
    },
  };
}
