import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const size = '3g';
const triesMax = 50;
const ballastName = 'ballast';

/** A disk of its own under a folder, small enough to be filled up. */
export type SmallDisk = {
  /** Leaves no room at all. */
  fill: () => void;
  free: () => void;
  close: () => void;
};

/** Mounts one, for which it takes root. */
export function mountSmallDisk(folder: string): SmallDisk {
  run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'engawa-proof', folder);
  const unmount = () => void spawnSync('umount', ['-l', folder]);
  process.prependOnceListener('exit', unmount);
  const ballast = join(folder, ballastName);
  return {
    // The database takes of it in the same moment.
    fill: () => {
      for (let tries = 1; tries <= triesMax; tries += 1) {
        const { bavail, bsize } = statfsSync(folder);
        if (bavail === 0 || spawnSync('fallocate', ['-l', String(bavail * bsize), ballast]).status === 0) return;
      }
      throw new Error(`${folder} could not be filled up`);
    },
    free: () => rmSync(ballast, { force: true }),
    close: () => {
      process.off('exit', unmount);
      unmount();
    },
  };
}

function run(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
