import { mailFolder, startBackground } from './background.ts';
import type { Config } from './config.ts';
import { prepareDemo, type DemoSite } from './demo/demo.ts';
import { createHttp } from './http.ts';
import type { App } from './kernel/app.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import type { Logger } from './kernel/log.ts';
import { listen } from './listen.ts';
import { devMailbox } from './mail/dev-mailbox.ts';
import { openApp } from './open-app.ts';
import { openServerDatabase } from './open-database.ts';
import { listenToDevices, type DevicePorts } from './readings/listen.ts';
import { loadSites } from './sites/load.ts';

export type StartOptions = {
  config: Config;
  demo: boolean;
  log: Logger;
  clock?: Clock;
  /** Whether what is due is looked for each minute; who moves the clock by hand also says when. */
  ticks?: boolean;
  /** How long a request waits for a connection to the database while all are in use. */
  databaseWaitMs?: number;
};
export type RunningServer = {
  url: string;
  app: App;
  demo: DemoSite[] | null;
  /** Where devices connect by MQTT. */
  devices: DevicePorts;
  /** Resolves when the server stops by itself, its database being gone for good. */
  gone: Promise<void>;
  close(): Promise<void>;
};

/** Starts the server: port, sites, database, keys, then what goes on beside, and last the answers over HTTP. */
export async function startServer({
  config,
  demo,
  log,
  clock = systemClock,
  ticks = true,
  databaseWaitMs,
}: StartOptions): Promise<RunningServer> {
  const http = await listen(config);
  const stops: (() => Promise<unknown> | undefined)[] = [() => http.close()];
  const close = async () => {
    for (const stop of stops.splice(0)) await stop();
  };
  try {
    const url = config.publicUrl ?? `${http.scheme}://localhost:${http.port}`;
    const sites = await loadSites(config.sitesDir, url);
    const database = await openServerDatabase(config, log, databaseWaitMs);
    stops.push(() => database.close());
    const { app, close: closeApp } = await openApp({
      dataDir: config.dataDir,
      database,
      sites,
      clock,
      log,
      egressAllow: config.egressAllow,
    });
    stops.splice(1, 0, closeApp);
    stops.splice(1, 0, ...(await startBackground(app, config, { demo, ticks }, database.appUrl)));
    const prepared = demo ? await prepareDemo(app, config.dataDir) : null;

    let stopping = false;
    const gone = Promise.withResolvers<void>();
    const mailbox = demo ? devMailbox(mailFolder(config.dataDir)) : null;
    const hono = await createHttp(app, mailbox, {
      dataDir: config.dataDir,
      metricsToken: config.metricsToken,
      isStopping: () => stopping,
    });
    http.serve((request, env) => hono.fetch(request, env));
    const devices = await listenToDevices(app, config, database.appUrl, http);
    // Streams of live updates never end by themselves; without them the connections would be waited for.
    stops.unshift(
      () => app.live.close(),
      () => devices.close(),
    );
    database.lost(() => {
      if (!stopping) log.error({}, 'the database is gone; this server stops');
      void close().finally(gone.resolve);
    });
    return {
      url,
      app,
      demo: prepared,
      devices: devices.ports,
      gone: gone.promise,
      close: () => {
        stopping = true;
        return close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
