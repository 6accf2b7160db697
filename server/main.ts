import { join } from 'node:path';
import { authenticate } from './accounts/sessions.ts';
import { capabilities } from './capabilities.ts';
import type { Config } from './config.ts';
import { createHttp } from './http.ts';
import type { App } from './kernel/app.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { startJobs } from './kernel/jobs.ts';
import { fileKeyProvider } from './kernel/key-provider.ts';
import { openServerKeys } from './kernel/key-ring.ts';
import type { Logger } from './kernel/log.ts';
import { startReaders } from './kernel/readers.ts';
import { startSealer } from './kernel/sealer.ts';
import { prepareDemo, type DemoSite } from './demo/demo.ts';
import { listen } from './listen.ts';
import { devMailbox } from './mail/dev-mailbox.ts';
import { mailReader } from './mail/reader.ts';
import { folderTransport, smtpTransport } from './mail/transport.ts';
import { startMailWorker } from './mail/worker.ts';
import { openServerDatabase } from './open-database.ts';
import { retention } from './operations/retention.ts';
import { openMasters } from './registration-keys/masters.ts';
import { loadSites } from './sites/load.ts';
import { rememberSite } from './sites/remember.ts';

export type StartOptions = { config: Config; demo: boolean; log: Logger; clock?: Clock };
export type RunningServer = {
  url: string;
  app: App;
  demo: DemoSite[] | null;
  /** Resolves when the server stops by itself, its database being gone for good. */
  gone: Promise<void>;
  close(): Promise<void>;
};

/** Starts the server: port, sites, database, keys, then readers, mail, jobs, and last the answers over HTTP. */
export async function startServer({ config, demo, log, clock = systemClock }: StartOptions): Promise<RunningServer> {
  const http = await listen(config);
  const stops: (() => Promise<unknown> | void)[] = [() => http.close()];
  const close = async () => {
    for (const stop of stops.splice(0)) await stop();
  };
  try {
    const url = config.publicUrl ?? `${http.scheme}://localhost:${http.port}`;
    const sites = await loadSites(config.sitesDir, url);
    const database = await openServerDatabase(config, log);
    stops.push(() => database.close());
    const { db, pool, appUrl } = database;
    const keyProvider = fileKeyProvider(join(config.dataDir, 'keys'));
    for (const site of sites.values()) await rememberSite(db, site, clock.now());
    const keys = await openServerKeys(db, keyProvider);
    for (const site of sites.values()) await openMasters(db, keyProvider, site);
    const app: App = {
      db,
      pool,
      clock,
      log,
      sites,
      keys,
      keyProvider,
      authenticate: (site, token, now) => authenticate(db, site, token, now),
    };

    const mails = capabilities.flatMap((capability) => capability.mails ?? []);
    const mailFolder = join(config.dataDir, 'mailbox');
    const transport = config.smtpUrl
      ? await smtpTransport(config.smtpUrl)
      : demo
        ? await folderTransport(mailFolder)
        : null;
    if (!transport) log.warn({}, 'ENGAWA_SMTP_URL is not set: mails are kept until it is');
    const worker = transport && startMailWorker(app, mails, transport);
    const sealer = startSealer(appUrl, log);
    const readers = startReaders(appUrl, db, [mailReader(mails, clock)], log, () => worker?.wake());
    const jobs = await startJobs(appUrl, app, [retention], log);
    stops.splice(
      1,
      0,
      () => jobs.stop(),
      () => readers.stop(),
      () => sealer.stop(),
      () => worker?.stop(),
    );

    const prepared = demo ? await prepareDemo(app, config.dataDir) : null;

    let stopping = false;
    const gone = Promise.withResolvers<void>();
    const hono = await createHttp(app, demo ? devMailbox(mailFolder) : null, () => stopping);
    http.serve((request, env) => hono.fetch(request, env));
    database.lost(() => {
      if (!stopping) log.error({}, 'the database is gone; this server stops');
      void close().finally(gone.resolve);
    });
    return {
      url,
      app,
      demo: prepared,
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
