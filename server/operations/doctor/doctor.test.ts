import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { newCompany } from '../../../tools/test/accounts.ts';
import { makeCertificate } from '../../../tools/test/certificate.ts';
import { forgetfulPooler } from '../../../tools/test/forgetful-pooler.ts';
import { freshDatabase, type FreshDatabase } from '../../../tools/test/fresh-database.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { startMailServer } from '../../../tools/test/smtp.ts';
import { readConfig, type Config } from '../../config.ts';
import { daysMs } from '../../kernel/clock.ts';
import { freePort } from '../../../proof/kit/child-server.ts';
import { examineAround, examineDatabaseAt } from './examine.ts';
import type { Finding } from './finding.ts';
import { examineCertificate, examineDisk, examineJournal, examineKeyFiles } from './folders.ts';
import { examineBroker, examineMail } from './neighbours.ts';

let server: TestServer;
let folder: string;
const databases: FreshDatabase[] = [];
const now = () => new Date();

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'engawa-doctor-'));
  await newCompany(server);
});
afterAll(async () => {
  await server.close();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const faultsOf = (findings: Finding[]) =>
  findings.filter(({ level }) => level !== 'ok').map(({ about, level, found }) => `${level} ${about}: ${found}`);

async function brokenDatabase(statement: string): Promise<FreshDatabase> {
  const database = await freshDatabase(inject('templateUrl'));
  databases.push(database);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
  return database;
}

function configOf(env: Record<string, string>): Config {
  const verdict = readConfig({ ENGAWA_DATA_DIR: folder, ...env });
  if (!verdict.ok) throw new Error('the settings are wrong');
  return verdict.config;
}

describe('P-27 the doctor', () => {
  test('finds nothing at a server that is well', async () => {
    const config = configOf({ ENGAWA_DATA_DIR: server.dataDir, ENGAWA_SMTP_URL: server.mail.url });
    const findings = [
      ...(await examineDatabaseAt(server.databaseUrl, server.dataDir, now)),
      ...(await examineAround(config, now())),
    ];
    expect(faultsOf(findings)).toEqual([]);
    expect(new Set(findings.map(({ about }) => about))).toEqual(
      new Set([
        'database',
        'migrations',
        'roles',
        'connections',
        'clock',
        'keys',
        'audit log',
        'sites',
        'disk',
        'journal',
        'mail',
      ]),
    );
  });

  test('every fault says what to do', async () => {
    const none = await examineDatabaseAt('postgres://nobody@127.0.0.1:1/none', folder, now);
    expect(none).toEqual([expect.objectContaining({ level: 'fault', cure: expect.stringContaining('DATABASE_URL') })]);
    expect(none[0]?.found).toContain('ECONNREFUSED');
  });

  test.each([
    ['delete from schema_migrations where number = 40', 'fault migrations: 1 wait, from 0040-customers.sql on'],
    [
      `insert into schema_migrations values (9999, '9999-later.sql', '')`,
      'fault migrations: 9999-later.sql is from a newer Engawa',
    ],
    [
      `update schema_migrations set hash = 'x' where number = 2`,
      'fault migrations: 0002-accounts.sql was applied as another file',
    ],
    ['revoke insert on sites from engawa_app', 'fault roles: engawa_app has no rights on the tables'],
    ['grant update on events to engawa_app', 'fault roles: engawa_app may change the log of events'],
  ])('database after %s', async (statement, said) => {
    const { appUrl } = await brokenDatabase(statement);
    const found = faultsOf(await examineDatabaseAt(appUrl, folder, now));
    expect(found).toEqual([said]);
  });

  test('one role for everything works and is warned of', async () => {
    const { ownerUrl } = await brokenDatabase('select 1');
    expect(faultsOf(await examineDatabaseAt(ownerUrl, folder, now))).toEqual([
      'warning roles: engawa_owner owns the tables: only triggers guard the log of events',
    ]);
  });

  test('a pooler that takes away what a connection keeps', async () => {
    const pooler = await forgetfulPooler(server.databaseUrl);
    try {
      const findings = await examineDatabaseAt(pooler.url, server.dataDir, now);
      expect(faultsOf(findings)).toEqual([
        'fault connections: a pooler in between takes away prepared statements, locks, listening',
      ]);
    } finally {
      await pooler.close();
    }
  });

  test('a clock that is apart from that of the database', async () => {
    const at = async (apartMs: number) =>
      faultsOf(
        await examineDatabaseAt(server.databaseUrl, server.dataDir, () => new Date(Date.now() + apartMs)),
      ).filter((one) => one.includes('clock'));
    expect(await at(-5_000)).toEqual([
      expect.stringMatching(/^warning clock: it differs from the database's by [45]\.\d s$/),
    ]);
    expect(await at(60_000)).toEqual([expect.stringMatching(/^fault clock: .* by (59|60)\.\d s$/)]);
  });

  test('master secrets that are missing or others, and that anybody may read', async () => {
    const dataDir = join(folder, 'keys-wrong');
    await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
    await writeFile(join(dataDir, 'keys', 'server.rest.key'), randomBytes(32), { mode: 0o600 });
    const [said = ''] = faultsOf(await examineDatabaseAt(server.databaseUrl, dataDir, now));
    expect(said).toContain('server.rest is another one than the database was used with');
    expect(said).toContain('server.proofs is missing or unreadable');
    expect(faultsOf(await examineKeyFiles(dataDir))).toEqual([]);
    await chmod(join(dataDir, 'keys', 'server.rest.key'), 0o640);
    expect(faultsOf(await examineKeyFiles(dataDir))).toEqual([
      `fault keys: others may open ${join(dataDir, 'keys', 'server.rest.key')}`,
    ]);
    expect(faultsOf(await examineKeyFiles(join(folder, 'nowhere')))).toEqual([
      expect.stringMatching(/^warning keys: .*nowhere\/keys is not there$/),
    ]);
  });

  test('an event that was changed near the end, and a log that nobody seals', async () => {
    const database = await brokenDatabase(`
      insert into sites values ('ups', now());
      insert into events select 'ups', ('00000000-0000-7000-8000-00000000000' || n)::uuid, now() - interval '1 hour', 'system', null, null, null, 'a.b', 'c', null, '{}', '\\x00' from generate_series(1, 3) n;
      insert into events_unsealed (site_id, event_id) select site_id, id from events`);
    const late = faultsOf(await examineDatabaseAt(database.appUrl, folder, now));
    expect(late).toEqual([expect.stringMatching(/^warning audit log: 3 events wait for their seal since 20/)]);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { sealBatch } = await import('../../kernel/sealer.ts');
    await sealBatch(client);
    expect(faultsOf(await examineDatabaseAt(database.appUrl, folder, now))).toEqual([]);
    await client.query(
      `alter table events disable trigger user; update events set what = 'a.x' where id::text like '%2'`,
    );
    await client.end();
    expect(faultsOf(await examineDatabaseAt(database.appUrl, folder, now))).toEqual([
      'fault audit log: the chain of ups is broken near its end',
    ]);
  });

  test('a disk with little room, a journal that cannot be written, sites that are wrong', async () => {
    expect(await examineDisk(folder, Number.MAX_SAFE_INTEGER)).toMatchObject({ about: 'disk', level: 'fault' });
    const dataDir = join(folder, 'no-journal');
    await mkdir(dataDir);
    expect((await examineJournal(dataDir)).level).toBe('ok');
    await writeFile(join(dataDir, 'journal'), 'a file in its place');
    expect(await examineJournal(dataDir)).toMatchObject({ about: 'journal', level: 'fault' });
    const sitesDir = join(folder, 'sites');
    await mkdir(join(sitesDir, 'broken'), { recursive: true });
    const around = await examineAround(configOf({ ENGAWA_SITES_DIR: sitesDir }), now());
    expect(faultsOf(around).find((one) => one.startsWith('fault sites'))).toContain('site.yaml');
  });

  test('a mail server that is away or lets us not in, and none', async () => {
    const mail = await startMailServer();
    expect((await examineMail(mail.url)).level).toBe('ok');
    await mail.close();
    expect(await examineMail(mail.url)).toMatchObject({
      level: 'fault',
      found: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await examineMail(null)).toMatchObject({ level: 'warning' });
  });

  test('a broker that is away or knows another password', async () => {
    const broker = (password: string, port: number | string) => `mqtt://administrator:${password}@127.0.0.1:${port}`;
    expect(await examineBroker(broker('x', await freePort()))).toMatchObject([{ about: 'broker', level: 'fault' }]);
    expect(await examineBroker(broker('x', new URL(server.mqttUrl).port))).toMatchObject([
      { about: 'broker', level: 'fault', found: expect.not.stringContaining('x@') },
    ]);
    expect(await examineBroker(null)).toEqual([]);
  });

  test('a certificate that ends, that ended, whose key is another, and none that can be read', async () => {
    const { cert, key } = await makeCertificate(folder);
    const config = (tlsKey: string, tlsCert = cert) => configOf({ ENGAWA_TLS_CERT: tlsCert, ENGAWA_TLS_KEY: tlsKey });
    const found = async (of: Config, at = now()) => (await examineCertificate(of, at)).map(({ level }) => level);
    expect(await found(config(key))).toEqual(['warning']);
    expect(await found(config(key), new Date(Date.now() - 60 * daysMs))).toEqual(['ok']);
    expect(await found(config(key), new Date(Date.now() + 60 * daysMs))).toEqual(['fault']);
    const other = join(folder, 'other.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await writeFile(other, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(faultsOf(await examineCertificate(config(other), now()))).toEqual([
      'fault certificate: ENGAWA_TLS_KEY is not its key',
    ]);
    await truncate(other, 10);
    expect(await found(config(key, other))).toEqual(['fault']);
  });
});
