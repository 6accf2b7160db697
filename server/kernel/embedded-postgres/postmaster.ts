import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { socketName, withLog, type DatabaseFolders } from './folders.ts';
import { asUser, type OsUser } from './os-user.ts';

/** Nothing of our own environment reaches PostgreSQL: it may hold secrets, and PG* variables would change what it does. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** A small box first: what matters is that no acknowledged row is ever lost, then memory. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_senders: '0',
  max_locks_per_transaction: '128',
  io_method: 'sync',
  jit: 'off',
  client_connection_check_interval: '1s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%u@%d ',
  // A detail line quotes the row that offended, and rows hold people's addresses.
  log_error_verbosity: 'terse',
};

/** With these a crash of the machine may take all of the data. */
const hastySettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

export type Postmaster = { pid: number; socket: string };

/** The postmaster that runs on this folder, whoever started it; null when there is none, whatever postmaster.pid says. */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readLines(join(data, 'postmaster.pid'));
  const pid = Number(lines?.[0]);
  const socket = lines?.[4];
  return pid > 0 && socket && isPostmasterOf(pid, data) ? { pid, socket } : null;
}

/** Process IDs are used again, so a living process of that number is not yet ours: PostgreSQL works in its data folder. */
export function isPostmasterOf(pid: number, data: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === data && basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    );
  } catch {
    return false;
  }
}

export function startPostmaster(
  binaries: Binaries,
  folders: DatabaseFolders,
  user: OsUser | null,
  hasty: boolean,
): Postmaster {
  disownStalePid(join(folders.data, 'postmaster.pid'), folders.data);
  disownStalePid(join(folders.socket, `${socketName}.lock`), folders.data);
  const sockets = { unix_socket_directories: `"${folders.socket.replaceAll('"', '""')}"` };
  const options = { ...settings, ...(hasty && hastySettings), ...sockets };
  const args = ['-D', folders.data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return withLog(folders.log, (fd) => {
    // A session of its own: Ctrl+C in the terminal is for the server, which then stops the database in order.
    const child = spawn(binaries.postgres, args, {
      ...asUser(user),
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', fd, fd],
    });
    child.on('error', () => undefined);
    child.unref();
    if (child.pid === undefined)
      throw new Error(
        `PostgreSQL could not be started: ${binaries.postgres} is not executable for the OS user of the database`,
      );
    return { pid: child.pid, socket: folders.socket };
  });
}

/**
 * PostgreSQL refuses to start while the process of a left-over lock file lives, even if that number now belongs to
 * something else. It overlooks its own parent's number, and with that in place still checks the shared memory of the dead
 * one. The file of a postmaster that lives, or of a number nobody has, is none of our business.
 */
function disownStalePid(file: string, data: string): void {
  const lines = readLines(file);
  const pid = Number(lines?.[0]);
  if (!lines || !existsSync(`/proc/${pid}`) || isPostmasterOf(pid, data)) return;
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
}

/** Makes the cluster beside its place and renames it, so that an interrupted initdb is never taken for a database. */
export function initialise(binaries: Binaries, folders: DatabaseFolders, user: OsUser | null): void {
  const halfway = `${folders.data}.new-${process.pid}`;
  removeAbandoned(dirname(folders.data));
  mkdirSync(halfway, { mode: 0o700 });
  if (user) chownSync(halfway, user.uid, user.gid);
  const args = [
    '-D',
    halfway,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const made = spawnSync(binaries.initdb, args, { ...asUser(user), cwd: '/', env: environment, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(halfway, { recursive: true, force: true });
    throw new Error(`The database could not be made: ${made.error?.message ?? made.stderr.trim()}`);
  }
  try {
    renameSync(halfway, folders.data);
  } catch (error) {
    rmSync(halfway, { recursive: true, force: true });
    // Another server made it in the meantime; which of the two may go on is settled by the lock.
    if (!existsSync(join(folders.data, 'PG_VERSION'))) throw error;
  }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
