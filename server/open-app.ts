import { join } from 'node:path';
import { authenticateKey, noteKeyUse } from './api-keys/authenticate.ts';
import { authenticate } from './accounts/sessions.ts';
import { connectCustomers } from './accounts/customers/in-use.ts';
import { connectClosing } from './organizations/tree/at-closing.ts';
import { actFor } from './acting/act-for.ts';
import { capabilities } from './capabilities.ts';
import { faultsAmong, siteOptionsOf } from './capability.ts';
import type { App, Site } from './kernel/app.ts';
import type { Clock } from './kernel/clock.ts';
import type { OpenDatabase } from './kernel/database.ts';
import { fileKeyProvider } from './kernel/key-provider.ts';
import { journalFolder, openJournal } from './kernel/journal.ts';
import { openServerKeys } from './kernel/key-ring.ts';
import { watchRuns } from './kernel/job-runs.ts';
import { makeLive } from './kernel/live/hub.ts';
import type { Logger } from './kernel/log.ts';
import { watchClosures, windowReader } from './operations/closures.ts';
import { connectCapabilities } from './readings/connected.ts';
import { BrokenSites } from './sites/load.ts';
import { makeMetrics } from './kernel/metrics.ts';
import { addressJudge } from './webhooks/addresses.ts';
import { rememberSite } from './sites/remember.ts';

type Parts = {
  dataDir: string;
  database: OpenDatabase & { appUrl: string };
  sites: ReadonlyMap<string, Site>;
  clock: Clock;
  log: Logger;
  /** Private networks to which webhooks may go all the same. */
  egressAllow: readonly string[];
};

/** `close` gives back what the app holds beside the database. */
export type OpenApp = { app: App; close: () => Promise<void> };

/** Puts together what every part of a server shares. Site data that no longer fit, or a lost master secret, stop here. */
export async function openApp({ dataDir, database, sites, clock, log, egressAllow }: Parts): Promise<OpenApp> {
  const { db, pool } = database;
  const keyProvider = fileKeyProvider(join(dataDir, 'keys'));
  for (const site of sites.values()) {
    const faults = faultsAmong(capabilities, site);
    if (faults.length > 0) throw new BrokenSites(faults);
    const switchedOn = siteOptionsOf(capabilities, site);
    const codes = switchedOn.flatMap(({ options }) => options.codes(site));
    await rememberSite(db, site, codes, clock.now());
    for (const { options } of switchedOn) await options.open?.(db, keyProvider, site);
  }
  const keys = await openServerKeys(db, keyProvider);
  const asked: App['authenticate'] = async (site, tokens, now, by) => {
    if ('key' in tokens) return authenticateKey(db, site, tokens.key, now);
    const { session: token, acting: actingToken } = tokens;
    const session = await authenticate(db, site, token, now, by);
    return session && actingToken ? actFor(db, site, session, actingToken, now) : session;
  };
  const windows = windowReader(database.appUrl, clock, log);
  const closures = watchClosures(windows.read);
  const mayGoTo = addressJudge(egressAllow);
  const live = makeLive(database.appUrl, db, log);
  const journal = openJournal(join(dataDir, journalFolder), () => clock.now());
  const app: App = {
    db,
    pool,
    clock,
    log,
    sites,
    keys,
    keyProvider,
    authenticate: asked,
    noteKeyUse: noteKeyUse.bind(null, db),
    journal,
    metrics: makeMetrics(),
    watchRun: watchRuns(db, clock, log),
    vitals: new Map(),
    mayGoTo,
    live,
    ...closures,
  };
  connectCapabilities(app, {
    downs: capabilities.flatMap(({ downs }) => downs ?? []),
    reports: capabilities.flatMap(({ reports }) => reports ?? []),
    notices: capabilities.flatMap(({ noticed }) => noticed ?? []),
    rollUps: capabilities.flatMap(({ rollUps }) => rollUps ?? []),
  });
  connectCustomers(
    app,
    capabilities.flatMap(({ customerInUse }) => customerInUse ?? []),
  );
  connectClosing(
    app,
    capabilities.flatMap(({ atClosing }) => atClosing ?? []),
  );
  const close = async () => {
    await live.close();
    await windows.close();
  };
  return { app, close };
}
