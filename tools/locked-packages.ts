import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../server/config.ts';

/** Installs the packages of a folder below `tools/` that has a lock file of its own, unless they are there as it says; the folder. */
export function lockedPackages(name: string, say: (line: string) => void): string {
  const folder = join(checkout, 'tools', name);
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const stamp = join(folder, 'node_modules', '.engawa-stamp');
  if (!existsSync(stamp) || !readFileSync(stamp).equals(lock)) {
    say(`Installing the packages of tools/${name} …`);
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(stamp, lock);
  }
  return folder;
}
