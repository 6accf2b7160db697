import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { formatFault } from '../../domain/site/fault.ts';
import { freshDatabase } from '../../tools/test/fresh-database.ts';
import { capabilities } from '../capabilities.ts';
import { faultsAmong } from '../capability.ts';
import { checkout } from '../config.ts';
import { openDatabase } from '../kernel/database.ts';
import { silentLog } from '../kernel/log.ts';
import { registrationKeySite } from '../registration-keys/site-options.ts';
import { BrokenSites, loadSites } from './load.ts';
import { ChangedSite, rememberSite } from './remember.ts';

let folder: string;
const url = 'http://localhost:3000';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-sites-'));
  await cp(join(checkout, 'sites'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function edit(change: (yaml: string) => string): Promise<void> {
  const file = join(folder, 'conference', 'site.yaml');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

describe('P-01 a broken site stops the start and says where', () => {
  test.each([
    [
      'a wrong value',
      (yaml: string) => yaml.replace('max: 10', 'max: ten'),
      /site\.yaml:\d+:\d+ accounts\.password\.max: expected .*number.*found .*ten/,
    ],
    [
      'an unknown key',
      (yaml: string) => yaml.replace('refuseRuns', 'refuseRun'),
      /site\.yaml:\d+:\d+ accounts\.password/,
    ],
    ['a missing translation', (yaml: string) => yaml.replace(', en: Recording', ''), /features\[2\]\.name/],
    ['no YAML', (yaml: string) => `${yaml}\n  : [`, /site\.yaml:\d+:\d+ expected YAML/],
    [
      'a feature code twice',
      (yaml: string) => yaml.replace('code: 2', 'code: 1'),
      /features\[1\]\.code: expected a feature code that no other feature has/,
    ],
  ])('P-01 %s', async (_, change, message) => {
    await edit(change);
    await expect(loadSites(folder, url)).rejects.toThrow(message);
  });

  test('P-01 a document that is named wrongly, missing in a language, or no site at all', async () => {
    await writeFile(join(folder, 'conference', 'privacy-consent', 'soon.ja.md'), 'x');
    await rm(join(folder, 'conference', 'cookie-notice', '2026-11-01.en.md'));
    await mkdir(join(folder, 'API'));
    const error = await loadSites(folder, url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BrokenSites);
    expect(String(error)).toMatch(/soon\.ja\.md/);
    expect(String(error)).toMatch(/cookie-notice\/2026-11-01\.en\.md/);
    expect(String(error)).toMatch(/API/);
  });

  test('P-02 two sites cannot answer at one origin', async () => {
    await edit((yaml) => `origin: https://keys.example.jp\n${yaml}`);
    await cp(join(folder, 'conference'), join(folder, 'second'), { recursive: true });
    await expect(loadSites(folder, url)).rejects.toThrow(/origin/);
  });
});

test('P-01 a start that drops or changes a code in the database is refused with the cure; adding is fine', async () => {
  const fresh = await freshDatabase(inject('templateUrl'));
  const open = openDatabase(fresh.appUrl, silentLog);
  const start = async () => {
    const site = (await loadSites(folder, url)).get('conference');
    if (site) await rememberSite(open.db, site, registrationKeySite.codes(site), new Date());
  };
  try {
    await start();
    await edit((yaml) => yaml.replace('code: 5', 'code: 6'));
    await expect(start()).rejects.toThrow(ChangedSite);
    await expect(start()).rejects.toThrow(/feature "5" is gone; keep it/);
    await edit((yaml) =>
      yaml
        .replace('code: 6', 'code: 5')
        .replace('product: room-unit\n      - id: live', 'product: other-unit\n      - id: live')
        .replaceAll('product: room-unit', 'product: other-unit'),
    );
    await expect(start()).rejects.toThrow(/category "conference-unit" changed .*put it back and add a new one/);
    await edit((yaml) =>
      yaml
        .replaceAll('other-unit', 'room-unit')
        .replace('- code: 5', '- { code: 9, name: { ja: 新, en: New }, productNumbers: [EX-NEW] }\n      - code: 5'),
    );
    await start();
  } finally {
    await open.close();
    await fresh.drop();
  }
});

test('P-01 a column of the list that nobody brings is told with what there is', async () => {
  const file = join(folder, 'ups', 'site.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/(columns: \[[^\]]*)\]/, '$1, licensedTill]'));
  const site = (await loadSites(folder, url)).get('ups');
  if (!site) throw new Error('there is no site');
  const [fault, ...more] = faultsAmong(capabilities, site).map(formatFault);
  expect(fault).toMatch(
    /^ups\/site\.yaml.* capabilities\.devices\.list\.columns\[\d+\]: expected one of .*serial.*, found licensedTill$/,
  );
  expect(more).toEqual([]);
});
