import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { startEmbeddedPostgres } from '../../server/kernel/embedded-postgres.ts';
import { journalFolder } from '../../server/kernel/journal.ts';
import { backUp } from '../../server/operations/backup/back-up.ts';
import { journalFor, markBackup } from '../../server/operations/backup/journal.ts';
import { checkBackup } from '../../server/operations/backup/read-backup.ts';
import { restoreAll } from '../../server/operations/backup/restore-all.ts';
import { checkout } from '../../server/config.ts';
import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { issuingClient, newMarket, type Market } from '../issue/client.ts';
import { wasIssued } from '../issue/operation.ts';
import { readSnapshot } from '../issue/snapshot.ts';
import { beside } from '../kit/beside.ts';
import { childServer, until, type ChildServer } from '../kit/child-server.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import { seededRandom } from '../kit/random.ts';
import { holdSnapshot, rowsOf } from './rows.ts';

const site = 'conference';
const clientsCount = 4;
const keysPerRound = 600;
const issuedBetween = 10;
const withinMs = 120_000;
const passphrase = 'a passphrase for this proof';

export type BackupRun = { folder: string; seed: number; rounds: number; say: (line: string) => void };
type Report = { faults: string[]; figures: Record<string, number> };

/**
 * Keys are issued without a pause. Each round takes a backup of a snapshot, lets more be issued, and restores on an empty machine: once alone, which must be
 * the snapshot row for row, and once with the journal, after which every key that anybody was told is there as it was told.
 */
export async function backUpWhileIssuing({ folder, seed, rounds, say }: BackupRun): Promise<Report> {
  await chmod(folder, 0o711);
  const dataDir = join(folder, 'server');
  await mkdir(dataDir);
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  let over = false;
  try {
    server.spawn();
    await server.ready();
    const { hex } = seededRandom(`${seed} keys`);
    const fresh = await beside(dataDir, (app) => giveActivationKeys({ app }, rounds * keysPerRound, { site, hex }));
    const market = newMarket({ fresh, isOver: () => over });
    const clients = [];
    for (let at = 0; at < clientsCount; at += 1) {
      const member = await newCompany({ url: server.url, mail }, site, fetchFrom(callerAddress(at)));
      clients.push(issuingClient(member, at, market, seededRandom(`${seed} client ${at}`)));
    }
    const running = Promise.all(clients.map((client) => client.run()));
    const report: Report = { faults: [], figures: { backups: 0, 'rows compared': 0, 'keys told after a backup': 0 } };
    for (let round = 1; round <= rounds; round += 1) {
      await oneRound(server, market, join(folder, `round-${round}`), report);
      say(`round ${round}: ${market.history.length} requests so far`);
    }
    over = true;
    await running;
    return report;
  } finally {
    over = true;
    await server.destroy();
    await mail.close();
  }
}

async function oneRound(
  server: ChildServer,
  market: Market,
  folder: string,
  { faults, figures }: Report,
): Promise<void> {
  const { dataDir } = server;
  const issued = () => market.history.filter(wasIssued);
  const workOn = async () => {
    const from = issued().length;
    await until('keys are issued', () => issued().length >= from + issuedBetween, withinMs);
  };
  await mkdir(folder);
  const path = join(folder, 'engawa.backup');
  const url = findRunningDatabase(dataDir)?.ownerUrl ?? '';
  await workOn();
  const held = await holdSnapshot(url);
  const from = { keysDir: join(dataDir, 'keys'), sitesDir: join(checkout, 'sites'), passphrase };
  const [{ header, end }] = await Promise.all([
    backUp({ ...from, databaseUrl: url, snapshot: held.id }, path),
    workOn(),
  ]);
  await markBackup(join(dataDir, journalFolder), header);
  const expected = await held.rows();
  await held.release();
  const before = issued().length;
  await workOn();
  const told = issued().slice();

  const alone = await restoreInto(join(folder, 'alone'), path, null);
  for (const [table, digest] of Object.entries(expected))
    if (!['sessions', 'login_steps'].includes(table) && alone[table] !== digest)
      faults.push(`${table} is ${alone[table]} instead of ${digest}`);
  const target = join(folder, 'with-journal');
  await restoreInto(target, path, join(dataDir, journalFolder));
  const { bindings } = await beside(target, (app) => readSnapshot(app, site));
  const there = new Map(bindings.map((binding) => [binding.activationKey, binding]));
  for (const operation of told)
    for (const { activationKey, registrationKey } of operation.answers[0]?.keys ?? [])
      if (there.get(activationKey)?.registrationKey !== registrationKey)
        faults.push(
          `${activationKey} was told as ${registrationKey} and came back as ${there.get(activationKey)?.registrationKey}`,
        );
  figures['backups'] = (figures['backups'] ?? 0) + 1;
  figures['rows compared'] =
    (figures['rows compared'] ?? 0) + Object.values(end.rows).reduce((sum, one) => sum + one, 0);
  figures['keys told after a backup'] = (figures['keys told after a backup'] ?? 0) + told.length - before;
}

/** Restores on an empty machine; what its tables hold. */
async function restoreInto(dataDir: string, path: string, journal: string | null): Promise<Record<string, string>> {
  await mkdir(dataDir);
  await chmod(dataDir, 0o711);
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const backup = await checkBackup(path);
    const afterwards = journal && (await journalFor(backup, [journal], false, new Date())).afterwards;
    const settings = { dataDir, sitesDir: join(checkout, 'sites'), backupPassphrase: passphrase };
    const { ownerUrl } = database;
    await restoreAll(settings, { ownerUrl, path, backup, replace: false, ...(afterwards && { afterwards }) });
    return await rowsOf(ownerUrl);
  } finally {
    await database.stop();
  }
}
