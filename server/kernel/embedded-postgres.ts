import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { findBinaries, type Binaries } from './embedded-postgres/binaries.ts';
import { connectWhenReady, makeRolesAndDatabase, socketUrl } from './embedded-postgres/connection.ts';
import { makePrivateFolder, prepareFolders, type DatabaseFolders } from './embedded-postgres/folders.ts';
import { holdDataFolder, holderApplicationName } from './embedded-postgres/holder.ts';
import { databaseUser, ownUid, startedAsRoot, type OsUser } from './embedded-postgres/os-user.ts';
import {
  findPostmaster,
  initialise,
  isPostmasterOf,
  startPostmaster,
  type Postmaster,
} from './embedded-postgres/postmaster.ts';

/** Recovery after a crash replays up to a gigabyte of log. */
const readyWaitMs = 120_000;
const stopWaitMs = 60_000;
const startsMax = 50;
const pauseBetweenStartsMs = 100;
const watchEveryMs = 500;

export type EmbeddedPostgres = {
  /** For migrations and backup. */
  ownerUrl: string;
  /** For the running server: owns nothing. */
  appUrl: string;
  /** For tests, which make databases of their own. */
  superuserUrl: (database: string) => string;
  pid: number;
  /** True when the database of a server that was killed was found running and taken over. */
  adopted: boolean;
  /** Ends all connections and stops the database in order. */
  stop: () => Promise<void>;
  /** Calls back once when the database ends without `stop`, or this server loses its hold on the data folder. */
  onExit: (callback: () => void) => void;
};

export type EmbeddedPostgresOptions = { dataDir: string; log: (sentence: string) => void };

/**
 * Starts the PostgreSQL that comes with the packages on `dataDir`, or adopts the one that a killed server left behind.
 * Rejects with `DataFolderInUse` when a living server holds the folder.
 */
export async function startEmbeddedPostgres({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = databaseUser();
  const folders = prepareFolders(dataDir, user);
  const runsAs = existsSync(folders.data) ? ownerOf(folders.data, user) : user;
  const binaries = await findBinaries(runsAs);
  if (!existsSync(folders.data)) {
    log('Making the database …');
    initialise(binaries, folders, runsAs);
  }
  refuseOtherVersion(folders.data, binaries);
  const { postmaster, client, adopted } = await startOrAdopt(binaries, folders, runsAs);
  try {
    await holdDataFolder(client, dataDir);
    await makeRolesAndDatabase(client, () =>
      connectWhenReady(socketUrl(postmaster.socket, 'postgres', 'template1'), holderApplicationName, () => true, 1_000),
    );
  } catch (error) {
    await client.end();
    throw error;
  }
  log(
    adopted
      ? `Took over the database that a killed server left running (process ${postmaster.pid})`
      : `The database runs (process ${postmaster.pid})`,
  );
  return handle(postmaster, folders, client, adopted);
}

/** A folder keeps the OS user it was made by, whoever starts it later. */
function ownerOf(data: string, fallback: OsUser | null): OsUser | null {
  const { uid, gid } = statSync(data);
  if (startedAsRoot) return uid === 0 || uid === fallback?.uid ? fallback : { name: String(uid), uid, gid };
  if (uid === ownUid(null)) return null;
  throw new Error(
    `The database in ${data} belongs to another OS user (number ${uid}). Start Engawa as root or as that user, or choose another folder by ENGAWA_DATA_DIR.`,
  );
}

function refuseOtherVersion(data: string, binaries: Binaries): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.majorVersion) return;
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${version}, this Engawa brings PostgreSQL ${binaries.majorVersion}. Back it up with the Engawa it was made by and restore it into a new data folder.`,
  );
}

type Started = { postmaster: Postmaster; client: Client; adopted: boolean };

/** A database may be on its way out when it is found, or the dead one's last processes may still be in the way of a new one. */
async function startOrAdopt(binaries: Binaries, folders: DatabaseFolders, user: OsUser | null): Promise<Started> {
  for (let round = 0; round < startsMax; round++) {
    const running = findPostmaster(folders.data);
    if (!running) makePrivateFolder(folders.socket, user);
    const postmaster = running ?? startPostmaster(binaries, folders, user);
    const isAlive = () => isPostmasterOf(postmaster.pid, folders.data) || isStarting(postmaster.pid);
    const client = await connectWhenReady(
      socketUrl(postmaster.socket, 'postgres', 'postgres'),
      holderApplicationName,
      isAlive,
      readyWaitMs,
    );
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

function handle(postmaster: Postmaster, folders: DatabaseFolders, client: Client, adopted: boolean): EmbeddedPostgres {
  const callbacks: (() => void)[] = [];
  let over = false;
  const isAlive = () => isPostmasterOf(postmaster.pid, folders.data);
  const lost = () => {
    if (over) return;
    over = true;
    clearInterval(watch);
    for (const callback of callbacks) callback();
  };
  const watch = setInterval(() => isAlive() || lost(), watchEveryMs).unref();
  client.on('error', lost);
  client.on('end', lost);
  return {
    ownerUrl: socketUrl(postmaster.socket, 'engawa_owner', 'engawa'),
    appUrl: socketUrl(postmaster.socket, 'engawa_app', 'engawa'),
    superuserUrl: (database) => socketUrl(postmaster.socket, 'postgres', database),
    pid: postmaster.pid,
    adopted,
    onExit: (callback) => void callbacks.push(callback),
    stop: async () => {
      over = true;
      clearInterval(watch);
      await client.end().catch(() => undefined);
      await stopPostmaster(postmaster.pid, isAlive);
    },
  };
}

/** SIGINT is PostgreSQL's fast shutdown: connections are ended, everything is written out. */
async function stopPostmaster(pid: number, isAlive: () => boolean): Promise<void> {
  if (isAlive()) process.kill(pid, 'SIGINT');
  const deadline = performance.now() + stopWaitMs;
  while (isAlive()) {
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) did not stop within ${stopWaitMs / 1000} s`);
    await sleep(10);
  }
}
