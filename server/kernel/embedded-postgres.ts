import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries, type Binaries } from './embedded-postgres/binaries.ts';
import { connectWhenReady, makeRolesAndDatabase, socketUrl } from './embedded-postgres/connection.ts';
import { prepareFolders } from './embedded-postgres/folders.ts';
import { holderApplicationName } from './embedded-postgres/holder.ts';
import { keepRunning } from './embedded-postgres/keep-running.ts';
import { databaseUser, ownUid, startedAsRoot, type OsUser } from './embedded-postgres/os-user.ts';
import { initialise } from './embedded-postgres/postmaster.ts';
import { startHeld, type Held } from './embedded-postgres/start.ts';

const templateWaitMs = 5_000;

export type EmbeddedPostgres = {
  /** For migrations and backup. */
  ownerUrl: string;
  /** For the running server: owns nothing. */
  appUrl: string;
  /** For tests, which make databases of their own. */
  superuserUrl: (database: string) => string;
  readonly pid: number;
  /** True when the database of a server that was killed was found running and taken over. */
  adopted: boolean;
  /** Ends all connections and stops the database in order. */
  stop: () => Promise<void>;
  /**
   * Calls back when the database ended by itself and could not be started again, or another server holds its folder now.
   * A database that ends once is started again without a word to the callers, whose connections break.
   */
  onExit: (callback: () => void) => void;
};

export type EmbeddedPostgresOptions = {
  dataDir: string;
  log: (sentence: string) => void;
  /** For data that need not outlive the machine, those of tests: a commit waits for no disk. */
  hasty?: boolean;
};

/**
 * Starts the PostgreSQL that comes with the packages on `dataDir`, or adopts the one that a killed server left behind.
 * Rejects with `DataFolderInUse` when a living server holds the folder.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  hasty = false,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = databaseUser();
  const folders = prepareFolders(dataDir, user);
  const runsAs = existsSync(folders.data) ? ownerOf(folders.data, user) : user;
  const binaries = await findBinaries(runsAs);
  if (!existsSync(folders.data)) {
    log('Making the database …');
    initialise(binaries, folders, runsAs);
  }
  refuseOtherVersion(folders.data, binaries);
  const cluster = { dataDir, folders, binaries, user: runsAs, hasty };
  const held = await startHeld(cluster);
  try {
    await makeWhatIsMissing(held);
  } catch (error) {
    await held.client.end();
    throw error;
  }
  const { pid, socket } = held.postmaster;
  const { adopted } = held;
  log(
    adopted
      ? `Took over the database that a killed server left running (process ${pid})`
      : `The database runs (process ${pid})`,
  );
  const kept = keepRunning(cluster, held, log);
  return {
    ownerUrl: socketUrl(socket, 'engawa_owner', 'engawa'),
    appUrl: socketUrl(socket, 'engawa_app', 'engawa'),
    superuserUrl: (database) => socketUrl(socket, 'postgres', database),
    get pid() {
      return kept.pid();
    },
    adopted,
    onExit: kept.onExit,
    stop: kept.stop,
  };
}

function makeWhatIsMissing({ client, postmaster }: Held): Promise<void> {
  const template = socketUrl(postmaster.socket, 'postgres', 'template1');
  return makeRolesAndDatabase(client, () =>
    connectWhenReady(template, holderApplicationName, () => true, templateWaitMs),
  );
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
