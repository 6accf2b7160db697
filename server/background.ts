import { join } from 'node:path';
import { capabilities, importers, ownJobs } from './capabilities.ts';
import type { Config } from './config.ts';
import { importWaits, startImportWorker } from './imports/worker.ts';
import type { App } from './kernel/app.ts';
import { startJobs } from './kernel/jobs.ts';
import { joinNodes } from './kernel/nodes.ts';
import { startReaders } from './kernel/readers.ts';
import { startSealer } from './kernel/sealer.ts';
import { startWorkers } from './kernel/workers.ts';
import { mailReader } from './mail/reader.ts';
import { folderTransport, smtpTransport, type Transport } from './mail/transport.ts';
import { mailWaits, startMailWorker } from './mail/worker.ts';
import { startMeasuring } from './operations/measure.ts';

/** Where the demo keeps the mails it does not send. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, 'mailbox');
}

async function openTransport({ smtpUrl, dataDir }: Config, demo: boolean): Promise<Transport | null> {
  if (smtpUrl) return smtpTransport(smtpUrl);
  return demo ? folderTransport(mailFolder(dataDir)) : null;
}

/** Starts what goes on beside the answers: sealing events, reading them, mail, jobs. Gives how to stop, in order. */
export async function startBackground(
  app: App,
  config: Config,
  { demo, ticks }: { demo: boolean; ticks: boolean },
  databaseUrl: string,
): Promise<(() => Promise<unknown> | undefined)[]> {
  const { db, clock, log } = app;
  const mails = capabilities.flatMap((capability) => capability.mails ?? []);
  const own = capabilities.flatMap((capability) => capability.jobs ?? []);
  const stopMeasuring = startMeasuring(app);
  const transport = await openTransport(config, demo);
  if (!transport) log.warn({}, 'ENGAWA_SMTP_URL is not set: mails are kept until it is');
  const worker = transport && startMailWorker(app, mails, transport);
  const sealer = startSealer(databaseUrl, log, app.watchRun);
  const imports = startImportWorker(app, databaseUrl, importers);
  const followers = capabilities.flatMap((capability) => capability.readers ?? []).map((reader) => reader(app));
  const readers = startReaders(
    databaseUrl,
    db,
    [mailReader(mails, clock), ...followers],
    log,
    () => {
      worker?.wake();
      imports.wake();
    },
    app.watchRun,
  );
  const nodes = await joinNodes(databaseUrl, log, async () => {
    for (const { takeBack } of capabilities) await takeBack?.(db);
  });
  const workers = startWorkers(app, [
    mailWaits,
    importWaits,
    ...capabilities.flatMap((capability) => capability.workers ?? []),
  ]);
  const jobs = ticks ? await startJobs(databaseUrl, app, [...ownJobs, imports.job, ...own], log) : null;
  return [
    () => jobs?.stop(),
    () => workers.stop().then(() => nodes.leave()),
    () => imports.stop(),
    () => readers.stop(),
    () => sealer.stop(),
    () => worker?.stop(),
    async () => stopMeasuring(),
  ];
}
