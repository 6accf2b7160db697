import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { logIn, newCompany, newOperator, type Member } from '../../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../../tools/test/activation-keys.ts';
import { faultsOf, giveDevices, newSerial, register } from '../../../tools/test/devices.ts';
import { freshDatabase, type FreshDatabase } from '../../../tools/test/fresh-database.ts';
import { giveStock } from '../../../tools/test/licence-stock.ts';
import { assignLicences, licenceSite, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../../tools/test/organizations.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { readConfig } from '../../config.ts';
import { releaseDevices } from '../../devices/registration/journal.ts';
import { journalFolder } from '../../kernel/journal.ts';
import { silentLog } from '../../kernel/log.ts';
import { checkStock } from '../../licences/stock/check.ts';
import { startServer, type RunningServer } from '../../main.ts';
import { releaseKeys } from '../../registration-keys/journal.ts';
import { backUp } from './back-up.ts';
import { journalFor, markBackup, type JournalOutcome } from './journal.ts';
import { checkBackup } from './read-backup.ts';
import { restore } from './restore.ts';

const category = 'conference-unit';
const year = { type: 'direct', termMonths: 12, quantity: 2 };

let server: TestServer;
let path: string;
let company: Member;
let owner: Colleague;
let dealer: Colleague;
let customer: Colleague;
let keys: { number: string; registrationId: string }[];
let serials: string[];
let given: { deviceId: string; moved: string; keys: string[]; assignment: string };
const cleanUp: (() => Promise<unknown>)[] = [];

const ask = (by: Member, deviceId: string, activationKeys: object[]) =>
  by.create(`${by.path}/registration-keys`, { category, deviceId, activationKeys });
const keysIn = (body: Record<string, unknown>) =>
  (body.keys as { registrationKey: string }[]).map(({ registrationKey }) => registrationKey);

beforeAll(async () => {
  server = await startTestServer();
  company = await newCompany(server);
  keys = await giveActivationKeys(server, 4);
  owner = await newColleague(server, await newOrganization(server, 'customer', '見本工業', 'ups'), 'owner', {
    siteId: 'ups',
  });
  serials = await giveDevices(server, 2);
  dealer = await newDealer(server);
  customer = await newCustomerOf(server, dealer);
  await giveStock(server, licenceSite, dealer.organization, [year]);
  await mkdir(join(server.dataDir, 'backups'));
  path = join(server.dataDir, 'backups', 'engawa.backup');
  const databaseUrl = server.databaseUrl.replace('engawa_app@', 'engawa_owner@');
  const source = { databaseUrl, keysDir: join(server.dataDir, 'keys'), sitesDir: join(server.dataDir, 'sites') };
  const { header } = await backUp({ ...source, passphrase: null }, path);
  await markBackup(join(server.dataDir, journalFolder), header);
  await giveMore();
});
afterAll(async () => {
  for (const one of cleanUp.toReversed()) await one();
  await server.close();
});

/** What is given out after the backup. */
async function giveMore(): Promise<void> {
  const deviceId = randomHex(16);
  const issued = await ask(company, deviceId, keys.slice(0, 2));
  expect(issued.status).toBe(201);
  // Bound, and moved on by an operator: the later place counts.
  const moved = randomHex(16);
  const operator = await newOperator(server);
  const from = randomHex(16);
  expect((await ask(company, from, [keys[2] ?? {}])).status).toBe(201);
  const move = `${operator.path}/activation-keys/${keys[2]?.number}/moves`;
  const done = await operator.create(move, { from, to: moved, reason: '交換' });
  expect(done.status).toBe(201);
  expect((await register(owner, serials[0] ?? '')).status).toBe(201);
  const [assigned] = await assignLicences(dealer, customer.organization, year);
  given = { deviceId, moved, keys: keysIn(issued.body), assignment: assigned?.id ?? '' };
}

/** A server on what a restore gives. */
async function restored(lost: boolean, folders = [join(server.dataDir, journalFolder)]): Promise<Restored> {
  const database: FreshDatabase = await freshDatabase(inject('templateUrl'));
  cleanUp.push(() => database.drop());
  const backup = await checkBackup(path);
  const { afterwards, outcome } = await journalFor(backup, folders, lost, new Date());
  await restore({ ownerUrl: database.ownerUrl, path, backup, replace: false, afterwards });
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.appUrl,
    ENGAWA_DATA_DIR: server.dataDir,
    ENGAWA_SITES_DIR: join(server.dataDir, 'sites'),
  });
  if (!config.ok) throw new Error('the settings are wrong');
  const again = await startServer({ config: config.config, demo: false, log: silentLog, ticks: false });
  cleanUp.push(() => again.close());
  const back = await logIn(person(again.url, 'conference'), company.loginId);
  return { again, outcome, company: back };
}
type Restored = { again: RunningServer; outcome: JournalOutcome; company: Member };

const codesOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.errors as { code: string }[] | undefined)?.map(({ code }) => code);

describe('P-27 a backup that is older than what was given out', () => {
  let now: Restored;
  beforeAll(async () => {
    now = await restored(false);
  });

  test('K-04 an activation key used since belongs to its device for ever, with the same registration key', async () => {
    expect(now.outcome.replayed['registration-keys.bound']).toMatchObject({ restored: 4, lost: 0 });
    expect(codesOf(await ask(now.company, randomHex(16), [keys[0] ?? {}]))).toEqual([
      'registration-keys/bound-to-other-device',
    ]);
    const same = await ask(now.company, given.deviceId, keys.slice(0, 2));
    expect(keysIn(same.body)).toEqual(given.keys);
    expect((await ask(now.company, given.moved, [keys[2] ?? {}])).status).toBe(201);
    expect((await ask(now.company, randomHex(16), [keys[3] ?? {}])).status).toBe(201);
    expect(now.outcome.keysHeld).toBe(0);
  });

  test('U-03 a device registered since is kept for its owner, with its code, until somebody releases it', async () => {
    expect(now.outcome.replayed['devices.registered']).toEqual({ restored: 0, held: 1, known: 0, lost: 0 });
    const { again } = now;
    const at = { app: again.app, url: again.url };
    const stranger = await newColleague(at, await newOrganization(at, 'customer', '別の会社', 'ups'), 'owner', {
      siteId: 'ups',
    });
    const refused = await register(stranger, serials[0] ?? '');
    expect(faultsOf(refused)).toEqual(faultsOf(await register(stranger, newSerial(siteOf(at, 'ups'), 'SB1500-R'))));
    expect((await register(stranger, serials[1] ?? '')).status).toBe(201);
    const back = await newColleague(at, owner.organization, 'owner', { siteId: 'ups' });
    expect((await register(back, serials[0] ?? '')).status).toBe(201);
    expect(await again.app.db.selectFrom('held_devices').selectAll().execute()).toEqual([]);
  });

  test('L-03 licences assigned since are assigned, and the dealer cannot give them away twice', async () => {
    expect(now.outcome.replayed['licences.assigned']).toEqual({ restored: 1, held: 0, known: 0, lost: 0 });
    expect((await checkStock(now.again.app.db)).faults).toEqual([]);
    const at = { app: now.again.app, url: now.again.url };
    const back = await newColleague(at, dealer.organization, 'owner', { siteId: licenceSite });
    const wish = { customer: customer.organization, lines: [{ ...year, quantity: 1 }] };
    const more = await back.create(`${back.path}/licence-assignments`, wish);
    expect(codesOf(more)).toEqual(['licences/stock-short']);
  });

  test('a change that was never committed, told by an earlier line, gives way to the later one; twice is once', async () => {
    const { readJournal } = await import('../../kernel/journal.ts');
    const { bindingReplay } = await import('../../registration-keys/journal.ts');
    const { lines } = await readJournal([join(server.dataDir, journalFolder)]);
    const bound = lines.filter(({ kind }) => kind === bindingReplay.kind);
    const first = bound[0];
    if (!first) throw new Error('nothing was bound');
    const ghost = { ...first, body: { ...first.body, id: crypto.randomUUID(), deviceId: randomHex(16) } };
    const database = await freshDatabase(inject('templateUrl'));
    cleanUp.push(() => database.drop());
    const backup = await checkBackup(path);
    const { openDatabase } = await import('../../kernel/database.ts');
    await restore({ ownerUrl: database.ownerUrl, path, backup, replace: false });
    const opened = openDatabase(database.ownerUrl, silentLog);
    const { db } = opened;
    try {
      const counts = await db.transaction().execute((tx) => bindingReplay.replay(tx, [ghost, ...bound], new Date()));
      expect(counts).toEqual({ restored: bound.length, held: 0, known: 1, lost: 0 });
      const again = await db.transaction().execute((tx) => bindingReplay.replay(tx, [ghost, ...bound], new Date()));
      expect(again).toEqual({ restored: 0, held: 0, known: bound.length + 1, lost: 0 });
      const devices = await db.selectFrom('identifiers').select('value').execute();
      expect(devices.map(({ value }) => value)).not.toContain(ghost.body['deviceId']);
    } finally {
      await opened.close();
    }
  });
});

test('P-27 without the journal a restore says so; told that it is lost, unused keys bind nothing until they are released', async () => {
  await expect(restored(false, [join(server.dataDir, 'nowhere')])).rejects.toThrow('--journal-lost');
  const { again, outcome, company: back } = await restored(true, [join(server.dataDir, 'nowhere')]);
  expect(outcome.keysHeld).toBe(4);
  const device = randomHex(16);
  expect(codesOf(await ask(back, device, [keys[3] ?? {}]))).toEqual(['registration-keys/held-after-restore']);
  const [last] = keys.slice(3);
  const released = again.app.db.transaction().execute((tx) => releaseKeys(tx, 'conference', [last?.number ?? '']));
  expect(await released).toBe(1);
  expect((await ask(back, device, [keys[3] ?? {}])).status).toBe(201);
  expect(codesOf(await ask(back, device, [keys[0] ?? {}]))).toEqual(['registration-keys/held-after-restore']);
  expect(await again.app.db.transaction().execute((tx) => releaseKeys(tx, 'conference', null))).toBe(3);
  expect(await again.app.db.transaction().execute((tx) => releaseDevices(tx, 'ups', null))).toBe(0);
});
