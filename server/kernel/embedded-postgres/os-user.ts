import { execFileSync, spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

export type OsUser = { name: string; uid: number; gid: number };

/** Accounts under which PostgreSQL may run when the server itself was started as root; the first that exists is taken. */
const databaseAccounts = ['postgres', 'engawa'];
const nobodyReadsInside = 0o077;

export const startedAsRoot = process.getuid?.() === 0;

/**
 * The OS user PostgreSQL runs as. PostgreSQL refuses to run as root, so root lends it an unprivileged account,
 * made when there is none. Everybody else runs it under their own name (null: nothing to switch).
 */
export function databaseUser(): OsUser | null {
  if (!startedAsRoot) return null;
  for (const name of databaseAccounts) {
    const found = lookUp(name);
    if (found) return found;
  }
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      'engawa',
    ],
    { encoding: 'utf8' },
  );
  const user = lookUp('engawa');
  if (user) return user;
  throw new Error(
    `PostgreSQL cannot run as root, and no OS user "engawa" could be made for it: ${made.stderr?.trim() || made.error?.message || 'useradd failed'}`,
  );
}

function lookUp(name: string): OsUser | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** Tries it for real: modes, ACLs and mounts all have a say, and only the kernel knows the sum of them. */
export function canReach(user: OsUser | null, path: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], {
    ...asUser(user),
    cwd: '/',
    stdio: 'ignore',
  });
  return result.status === 0;
}

/** As `canReach` for a folder that need only be passed through. */
export function canPassThrough(user: OsUser | null, folder: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), cwd: '/', stdio: 'ignore' });
  return result.status === 0;
}

export function asUser(user: OsUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

export function isPrivate(mode: number): boolean {
  return (mode & nobodyReadsInside) === 0;
}

export function ownUid(user: OsUser | null): number {
  return user?.uid ?? userInfo().uid;
}
