import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';

const kilo = 1024;

/** What a process holds in memory; `own` counts pages it shares with others by its share of them. */
export function memoryMb(pid: number): { resident: number; own: number } {
  return { resident: residentMb(pid), own: read(pid, 'smaps_rollup', 'Pss') };
}

/** Costs the process nothing: for `own` the system walks all its pages, and it waits meanwhile. */
function residentMb(pid: number): number {
  return read(pid, 'status', 'VmRSS');
}

function read(pid: number, file: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'));
  return Number(found?.[1]) / kilo;
}

const sampleEveryMs = 20;

/** Watches how far a process's resident memory rises above what it is now, until it is stopped. */
export function watchMemory(pid: number): { soFar(): number; stop(): Promise<number> } {
  const before = residentMb(pid);
  let highest = before;
  const watch = new AbortController();
  const watching = (async () => {
    while (!watch.signal.aborted) {
      highest = Math.max(highest, residentMb(pid));
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
