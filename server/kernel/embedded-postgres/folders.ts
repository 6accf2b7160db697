import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateFolder } from './binaries.ts';
import { canPassThrough, databaseUser, isPrivate, ownUid, startedAsRoot, type OsUser } from './os-user.ts';

/** A socket's path may have 107 bytes on Linux; some are left for systems that take fewer. */
const socketPathBytesMax = 100;
export const socketName = '.s.PGSQL.5432';
const logBytesMax = 10 * 1024 * 1024;

export type DatabaseFolders = { data: string; socket: string; log: string };

/** `./data`, or a folder outside the checkout when root's database user cannot get to the checkout. */
export function defaultDataDir(checkout: string): string {
  const inside = join(checkout, 'data');
  if (!startedAsRoot || canPassThrough(databaseUser(), checkout)) return inside;
  return join(stateFolder, `data-${shortHash(realpathSync(checkout))}`);
}

export function prepareFolders(dataDir: string, user: OsUser | null): DatabaseFolders {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const folder = realpathSync(dataDir);
  const mode = statSync(folder).mode;
  // The database's user has to pass through; it need not list what else lies there.
  if (user && (mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o7777) | 0o011);
  if (!canPassThrough(user, folder)) {
    throw new Error(
      `PostgreSQL runs as the OS user "${user?.name}", which cannot reach the data folder ${folder}. Choose a folder by ENGAWA_DATA_DIR that every user may pass through.`,
    );
  }
  return { data: join(folder, 'postgres'), socket: socketFolder(folder), log: join(folder, 'postgres.log') };
}

function socketFolder(dataDir: string): string {
  const inside = join(dataDir, 'postgres-socket');
  if (Buffer.byteLength(join(inside, socketName)) <= socketPathBytesMax) return inside;
  const outside = join(tmpdir(), `engawa-${shortHash(dataDir)}`);
  return Buffer.byteLength(join(outside, socketName)) <= socketPathBytesMax
    ? outside
    : join('/tmp', `engawa-${shortHash(dataDir)}`);
}

/** Anybody may have put a folder of this name into /tmp before us; whoever owns it could stand in for the database. */
export function makePrivateFolder(path: string, user: OsUser | null): void {
  if (!existsSync(path)) {
    mkdirSync(path, { mode: 0o700 });
    if (user) chownSync(path, user.uid, user.gid);
  }
  const stat = lstatSync(path);
  if (!stat.isDirectory() || stat.uid !== ownUid(user) || !isPrivate(stat.mode)) {
    throw new Error(
      `${path} must be a folder that belongs to the OS user of the database and that nobody else may open. Remove it and start again.`,
    );
  }
}

/** PostgreSQL writes to the file itself, so that its log goes on when this process is gone. */
export function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

export function withLog<T>(path: string, use: (fd: number) => T): T {
  const fd = openLog(path);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
