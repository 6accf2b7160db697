import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from '../../server/config.ts';
import { findPostmaster } from '../../server/kernel/embedded-postgres/postmaster.ts';

/** What a kill takes: the server's process, the database's processes, or all of them at once. */
export type KillKind = 'server' | 'database' | 'both';

export type ChildServer = {
  url: string;
  dataDir: string;
  /** Starts the process and returns at once. */
  spawn(): void;
  /** Waits until it answers that it is ready; how many milliseconds that took. */
  ready(withinMs?: number): Promise<number>;
  /** As `ready`, for another sign of life. */
  answers(sign: () => Promise<boolean>, withinMs?: number): Promise<number>;
  isReady(): Promise<boolean>;
  isRunning(): boolean;
  pid(): number;
  /** `kill -9`, and waits until the server's process is gone. It starts a killed database again by itself. */
  kill(kind: KillKind): Promise<void>;
  /** Asks it to stop and waits for it; its exit code. */
  stop(): Promise<number | null>;
  /** Leaves nothing running, whatever state it is in. */
  destroy(): Promise<void>;
  /** The last lines that it wrote. */
  lastWords(): string;
};

export type ChildServerOptions = {
  dataDir: string;
  command?: 'start' | 'demo';
  env?: Record<string, string>;
  /** Told to Node beside what `./engawa` tells it. */
  nodeArgs?: readonly string[];
  /** Started by `./engawa`, as people do, which first looks whether all is installed. */
  byEntry?: boolean;
  /** Told all that it writes, as it comes. */
  hear?: (text: string) => void;
};

/** Long enough for a first start on a machine that is busy with other things. */
const readyWithinMs = 120_000;
const stopWithinMs = 60_000;
const pollMs = 10;
const linesKept = 60;

/** The real server as a process of its own, on a data folder of its own, at one address over all its restarts. */
export async function childServer({
  dataDir,
  command = 'start',
  env = {},
  byEntry = false,
  nodeArgs = [],
  hear = () => undefined,
}: ChildServerOptions): Promise<ChildServer> {
  // The database's OS user has to pass through, and a folder for temporary things lets nobody.
  await chmod(dataDir, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const lines: string[] = [];
  let child: ChildProcess | null = null;
  let spawnedAt = 0;
  const destroyNow = () => killNow('both', child, dataDir);
  process.prependOnceListener('exit', destroyNow);

  const server: ChildServer = {
    url,
    dataDir,
    spawn: () => {
      spawnedAt = performance.now();
      child = spawnServer(byEntry ? null : nodeArgs, command, { PORT: String(port), ENGAWA_DATA_DIR: dataDir, ...env });
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          hear(text);
          lines.push(...text.trimEnd().split('\n'));
          lines.splice(0, lines.length - linesKept);
        });
    },
    ready: (withinMs) => server.answers(() => isReady(url), withinMs),
    answers: async (sign, withinMs = readyWithinMs) => {
      while (!(await sign())) {
        if (child === null || isOver(child)) throw new Error(`the server ended by itself:\n${server.lastWords()}`);
        if (performance.now() - spawnedAt > withinMs)
          throw new Error(`the server is not ready within ${withinMs} ms:\n${server.lastWords()}`);
        await sleep(pollMs);
      }
      return performance.now() - spawnedAt;
    },
    isReady: () => isReady(url),
    isRunning: () => child !== null && !isOver(child),
    pid: () => child?.pid ?? 0,
    kill: async (kind) => {
      spawnedAt = performance.now();
      killNow(kind, child, dataDir);
      if (kind === 'database') return;
      await ended(child);
      child = null;
    },
    stop: async () => {
      const stopping = child;
      stopping?.kill('SIGTERM');
      await ended(stopping);
      child = null;
      return stopping?.exitCode ?? null;
    },
    destroy: async () => {
      process.off('exit', destroyNow);
      destroyNow();
      await ended(child);
    },
    lastWords: () => lines.join('\n'),
  };
  return server;
}

/** Waits until something holds; for what a process tells by its state only. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${withinMs} ms`);
    await sleep(pollMs);
  }
}

/** Without `nodeArgs` by `./engawa` itself. */
function spawnServer(
  nodeArgs: readonly string[] | null,
  command: string,
  settings: Record<string, string>,
): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:ENGAWA_|DATABASE_|PORT$|VITEST|NODE_)/.test(name),
  );
  const main = [...nodeFlags(), ...(nodeArgs ?? []), join(checkout, 'cli', 'main.ts')];
  const [program, ...args] = nodeArgs ? [process.execPath, ...main] : [join(checkout, 'engawa')];
  return spawn(program, [...args, command], {
    cwd: '/',
    env: { ...Object.fromEntries(inherited), ENGAWA_LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What `./engawa` tells Node, so that what is measured is what people run. */
function nodeFlags(): string[] {
  const [, flags] = /^exec node ((?:--\S+ )+)/m.exec(readFileSync(join(checkout, 'engawa'), 'utf8')) ?? [];
  if (!flags) throw new Error('./engawa starts no Node');
  return flags.trim().split(' ');
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function ended(child: ChildProcess | null): Promise<void> {
  if (!child || isOver(child)) return;
  const timer = new AbortController();
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const late = sleep(stopWithinMs, 'late', { signal: timer.signal }).catch(() => 'in time');
  const result = await Promise.race([exit, late]);
  timer.abort();
  if (result === 'late') throw new Error(`process ${child.pid} does not end within ${stopWithinMs} ms`);
}

function killNow(kind: KillKind, child: ChildProcess | null, dataDir: string): void {
  const pids = kind === 'server' ? [] : databasePids(dataDir);
  if (kind !== 'database' && child?.pid && !isOver(child)) pids.unshift(child.pid);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** The postmaster first, then everything that it started. */
export function databasePids(dataDir: string): number[] {
  const data = join(dataDir, 'postgres');
  const postmaster = existsSync(data) ? findPostmaster(data) : null;
  if (!postmaster) return [];
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [postmaster.pid, ...all.map(Number).filter((pid) => parentOf(pid) === postmaster.pid)];
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
