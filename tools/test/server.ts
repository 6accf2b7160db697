import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { checkout, readConfig } from '../../server/config.ts';
import type { App } from '../../server/kernel/app.ts';
import { movableClock } from '../../server/kernel/clock.ts';
import { silentLog, type Logger } from '../../server/kernel/log.ts';
import { startServer } from '../../server/main.ts';
import { makeCertificate } from './certificate.ts';
import { freshDatabase } from './fresh-database.ts';
import { startMailServer, type TestMailServer } from './smtp.ts';

/** A hundred requests at once take their time on a machine that is busy. */
const databaseWaitMs = 60_000;

export type TestServer = {
  url: string;
  /** Where devices connect by MQTT without TLS. */
  mqttUrl: string;
  /** Where they do with TLS; only when asked for. */
  mqttTls: { url: string; ca: string } | null;
  app: App;
  /** With which another node would work on the same database. */
  databaseUrl: string;
  /** The database as the role that owns its tables. */
  ownerUrl: string;
  dataDir: string;
  mail: TestMailServer;
  clock: ReturnType<typeof movableClock>;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** More sites beside those of the repository, by ID: what fills the folder of each. */
  moreSites?: Record<string, (folder: string) => Promise<void>>;
  /** A clock that stands still until moved, from this instant; else the real one. */
  startAt?: Date;
  /** More settings. */
  env?: Record<string, string>;
  /** Where it logs; else nowhere. */
  log?: Logger;
  /** Whether it answers by HTTPS, and devices by MQTT with TLS as well. */
  tls?: boolean;
};

/** The real server in this process, on a database of its own, with a clock to move and a real SMTP server. */
export async function startTestServer({
  moreSites = {},
  startAt,
  env,
  log = silentLog,
  tls,
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-server-'));
  const sitesDir = join(folder, 'sites');
  await cp(join(checkout, 'sites'), sitesDir, { recursive: true });
  for (const [id, fill] of Object.entries(moreSites)) await fill(join(sitesDir, id));
  const database = await freshDatabase(inject('templateUrl'));
  const mail = await startMailServer();
  const certificate = tls ? await makeCertificate(folder) : null;
  const config = readConfig({
    PORT: '0',
    ENGAWA_MQTT_PORT: '0',
    ...(certificate && {
      ENGAWA_TLS_CERT: certificate.cert,
      ENGAWA_TLS_KEY: certificate.key,
      ENGAWA_MQTT_TLS_PORT: '0',
    }),
    DATABASE_URL: database.appUrl,
    ENGAWA_DATA_DIR: folder,
    ENGAWA_SITES_DIR: sitesDir,
    ENGAWA_SMTP_URL: mail.url,
    ...env,
  });
  if (!config.ok) throw new Error(config.faults.map((fault) => fault.sentence).join('\n'));
  const clock = movableClock(startAt ?? new Date());
  // The look of each minute, coming just then, would take away what a test is about to see done.
  const server = await startServer({
    config: config.config,
    demo: false,
    log,
    clock,
    ticks: false,
    databaseWaitMs,
  });
  return {
    url: server.url,
    mqttUrl: `mqtt://127.0.0.1:${server.devices.tcp}`,
    mqttTls: certificate && { url: `mqtts://localhost:${server.devices.tls}`, ca: certificate.ca },
    app: server.app,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    dataDir: folder,
    mail,
    clock,
    close: async () => {
      await server.close();
      await mail.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
