import { readFileSync } from 'node:fs';

const kilo = 1024;

/** What a process holds in memory; `own` counts pages it shares with others by its share of them. */
export function memoryMb(pid: number): { resident: number; own: number } {
  const read = (file: string, name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]) / kilo;
  return { resident: read('status', 'VmRSS'), own: read('smaps_rollup', 'Pss') };
}
