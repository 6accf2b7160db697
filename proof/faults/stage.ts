import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/kernel/embedded-postgres.ts';
import { databaseProxy, faultProxy, type FaultProxy } from '../../tools/test/fault-proxy.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, databasePids, freePort, until, type ChildServer, type KillKind } from '../kit/child-server.ts';
import type { Stage } from '../kit/flow.ts';
import { openGate } from '../kit/kills.ts';
import { machineNowMs } from '../kit/moving-date.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** The ways that lead to the server and away from it, each of which may fail: pages and programs, devices, the database, the mail server, webhooks. */
export const wayNames = ['http', 'mqtt', 'database', 'smtp', 'webhooks'] as const;
export type WayName = (typeof wayNames)[number];

export type FaultStage = Stage & {
  server: ChildServer;
  ways: Record<Exclude<WayName, 'webhooks'>, FaultProxy> & { webhooks: readonly FaultProxy[] };
  databasePids(): number[];
  /** Kills, starts again what does not start by itself, and waits until the server is ready; how many milliseconds that took. */
  kill(kind: KillKind): Promise<number>;
  /** Waits until server and database answer, whatever became of them; starts a server that ended. */
  mend(): Promise<void>;
  /** Sets the clock of the server so far ahead of that of all who use it, or behind. */
  moveClock(aheadMs: number): Promise<void>;
  /** That of the database, where it has one of its own. */
  disk: SmallDisk | null;
  close(): Promise<void>;
};

const mendedWithinMs = 120_000;
const againMs = 50;
/** Clients of all flows share the machine with all that they harm. */
const restMs = 250;

/**
 * A server whose database is not its own: all that it talks to is beyond a fault proxy. A database that is given up because it was killed too often is
 * started anew, as whoever runs it would do.
 */
export async function openFaultStage(
  folder: string,
  seed: number,
  faults: number,
  ownDisk: boolean,
  sitesDir?: string,
): Promise<FaultStage> {
  const ownAheadMs = Date.now() - machineNowMs();
  await chmod(folder, 0o711);
  const dataDir = join(folder, 'server');
  const databaseDir = join(folder, 'database');
  for (const dir of [dataDir, databaseDir]) await mkdir(dir);
  const disk = ownDisk ? mountSmallDisk(databaseDir) : null;
  let closing = false;
  const startDatabase = async () => {
    const started = await startEmbeddedPostgres({ dataDir: databaseDir, log: () => undefined });
    started.onExit(() => void (closing || startAgain()));
    return started;
  };
  let database = await startDatabase();
  const startAgain = async (): Promise<void> => {
    try {
      database = await startDatabase();
    } catch {
      await sleep(againMs);
      if (!closing) await startAgain();
    }
  };
  const { appUrl, ownerUrl } = database;
  const mail = await startMailServer();
  const mqttPort = await freePort();
  const clockFile = join(folder, 'clock');
  await writeFile(clockFile, String(ownAheadMs));
  const env: Record<string, string> = {
    ENGAWA_MQTT_PORT: String(mqttPort),
    ENGAWA_EGRESS_ALLOW: '127.0.0.1',
    MOVED_CLOCK_FILE: clockFile,
    ...(sitesDir && { ENGAWA_SITES_DIR: sitesDir }),
  };
  const nodeArgs = ['--import', join(import.meta.dirname, '..', 'kit', 'moved-clock.ts')];
  const server = await childServer({ dataDir, env, nodeArgs });
  const local = (port: string | number) => faultProxy({ host: '127.0.0.1', port: Number(port) });
  const way = await databaseProxy(appUrl);
  const webhooks: FaultProxy[] = [];
  const ways = {
    http: await local(new URL(server.url).port),
    mqtt: await local(mqttPort),
    database: way,
    smtp: await local(new URL(mail.url).port),
    webhooks,
  };
  const url = `http://localhost:${ways.http.port}`;
  const direct = {
    ...(sitesDir && { ENGAWA_SITES_DIR: sitesDir }),
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    ENGAWA_PUBLIC_URL: url,
  };
  Object.assign(env, direct, {
    DATABASE_URL: way.through(appUrl),
    DATABASE_OWNER_URL: way.through(ownerUrl),
    ENGAWA_SMTP_URL: `smtp://127.0.0.1:${ways.smtp.port}`,
  });
  const answers = async () => {
    const client = new pg.Client({ connectionString: appUrl });
    client.on('error', () => undefined);
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    return isThere;
  };
  const mend = async () => {
    await until('the database answers', answers, mendedWithinMs);
    const isReady = () => {
      if (!server.isRunning()) server.spawn();
      return server.isReady();
    };
    await until('the server is ready', isReady, mendedWithinMs);
  };
  const pids = () => databasePids(databaseDir);
  const killDatabase = () => killNow(pids());
  process.prependOnceListener('exit', killDatabase);
  const gate = openGate(restMs);
  const stage: FaultStage = {
    url,
    mqttUrl: `mqtt://127.0.0.1:${ways.mqtt.port}`,
    mail,
    gate,
    seed,
    faults,
    beside: (use) => beside(dataDir, use, direct),
    databaseUrl: () => appUrl,
    clockMoves: true,
    outwards: async (to) => {
      const target = new URL(to);
      const proxy = await local(target.port);
      webhooks.push(proxy);
      target.port = String(proxy.port);
      return target.href;
    },
    server,
    ways,
    databasePids: pids,
    kill: async (kind) => {
      const beganMs = performance.now();
      gate.shut();
      const [postmaster] = pids();
      if (kind !== 'server') killDatabase();
      if (kind !== 'database') await server.kill('server');
      const isReplaced = () => ![undefined, postmaster].includes(pids()[0]);
      if (kind !== 'server') await until('the database is started again', isReplaced, mendedWithinMs);
      await mend();
      gate.open();
      return performance.now() - beganMs;
    },
    mend,
    disk,
    moveClock: async (aheadMs) => {
      await writeFile(clockFile, String(ownAheadMs + aheadMs));
      process.kill(server.pid(), 'SIGUSR2');
    },
    close: async () => {
      closing = true;
      for (const proxy of [ways.http, ways.mqtt, ways.smtp, way, ...webhooks]) await proxy.close();
      await server.destroy();
      await database.stop();
      process.off('exit', killDatabase);
      await mail.close();
      disk?.close();
    },
  };
  try {
    server.spawn();
    await server.ready();
    return stage;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

function killNow(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
