import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Binaries } from './binaries.ts';
import { connectWhenReady, socketUrl } from './connection.ts';
import { makePrivateFolder, type DatabaseFolders } from './folders.ts';
import { holdDataFolder, holderApplicationName } from './holder.ts';
import type { OsUser } from './os-user.ts';
import { findPostmaster, isPostmasterOf, startPostmaster, type Postmaster } from './postmaster.ts';

/** Recovery after a crash replays up to a gigabyte of log. */
const readyWaitMs = 120_000;
const stopWaitMs = 60_000;
const startsMax = 50;
const pauseBetweenStartsMs = 100;

/** A database in its place, whether it runs or not. */
export type Cluster = {
  dataDir: string;
  folders: DatabaseFolders;
  binaries: Binaries;
  user: OsUser | null;
  hasty: boolean;
};
/** A running database, and the connection by which this server holds it. */
export type Held = { postmaster: Postmaster; client: Client; adopted: boolean };

/** Starts the database or takes over the one that runs, and holds its folder against other servers. */
export async function startHeld(cluster: Cluster): Promise<Held> {
  const held = await startOrAdopt(cluster);
  try {
    await holdDataFolder(held.client, cluster.dataDir);
    return held;
  } catch (error) {
    await held.client.end();
    throw error;
  }
}

/** A database may be on its way out when it is found, or the dead one's last processes in the way of a new one. */
async function startOrAdopt({ binaries, folders, user, hasty }: Cluster): Promise<Held> {
  for (let round = 0; round < startsMax; round++) {
    const running = findPostmaster(folders.data);
    if (!running) makePrivateFolder(folders.socket, user);
    const postmaster = running ?? startPostmaster(binaries, folders, user, hasty);
    const isAlive = () => isPostmasterOf(postmaster.pid, folders.data) || isStarting(postmaster.pid);
    const url = socketUrl(postmaster.socket, 'postgres', 'postgres');
    const client = await connectWhenReady(url, holderApplicationName, isAlive, readyWaitMs);
    if (client) return { postmaster, client, adopted: running !== null };
    await sleep(pauseBetweenStartsMs);
  }
  throw new Error(`PostgreSQL does not start. Its log ends with:\n${lastLines(folders.log)}`);
}

/** Between fork and the change into its data folder a postmaster cannot be told by that folder. */
function isStarting(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10).join('\n') : '(nothing)';
}

/** SIGINT is PostgreSQL's fast shutdown: connections are ended, everything is written out. */
export async function stopPostmaster({ folders }: Cluster, { pid }: Postmaster): Promise<void> {
  const isAlive = () => isPostmasterOf(pid, folders.data);
  if (isAlive()) process.kill(pid, 'SIGINT');
  const deadline = performance.now() + stopWaitMs;
  while (isAlive()) {
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) did not stop within ${stopWaitMs / 1000} s`);
    await sleep(10);
  }
}
