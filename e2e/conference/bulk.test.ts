import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { RunningUnit } from '../../edge/pages/serve.ts';
import { runUnit } from '../../edge/unit/simulate.ts';
import { beside } from '../../proof/kit/beside.ts';
import { childServer, type ChildServer } from '../../proof/kit/child-server.ts';
import { cellsOfFile } from '../../tools/test/table-file.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { factoryFileOf } from '../../server/registration-keys/factory.ts';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { bulkCells, pairsOf, type Pair } from '../../tools/test/bulk.ts';
import { toShiftJis } from '../../tools/test/shift-jis.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { workbook } from '../../tools/test/xlsx.ts';
import { button, expectQuiet, heading, enterAs, sitDown, type Someone } from '../people.ts';
import { startUnit, typeKey } from '../unit-owner.ts';

const rows = 60;
const wrongCells = 37;
const restartWithinMs = 60_000;

let folder: string;
let mail: TestMailServer;
let server: ChildServer;
let browser: TestBrowser;
const units: RunningUnit[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-bulk-'));
  mail = await startMailServer();
  server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
  server.spawn();
  [browser] = await Promise.all([launchBrowser(), server.ready(restartWithinMs)]);
}, 2 * restartWithinMs);
afterAll(async () => {
  for (const unit of units) await unit.close();
  await browser.close();
  await server.destroy();
  await mail.close();
  await rm(folder, { recursive: true, force: true });
});

const siteUrl = () => `${server.url}/conference`;

async function newUnit(deviceId: string): Promise<string> {
  const factoryFile = join(folder, `${deviceId}.json`);
  const made = await beside(folder, async (app) => {
    const site = app.sites.get('conference');
    return site && factoryFileOf(app, site, 'conference-unit', deviceId);
  });
  if (!made?.ok) throw new Error('no factory file');
  await writeFile(factoryFile, JSON.stringify(made.value));
  const unit = await runUnit({ factoryFile, stateFile: join(folder, `${deviceId}.state.json`), port: 0 });
  units.push(unit);
  return unit.url;
}

/** What a spreadsheet program saves: CSV in Shift_JIS, or a workbook. */
function fileOf(format: 'csv' | 'xlsx', cells: string[][]): { name: string; mimeType: string; buffer: Buffer } {
  const bytes = format === 'xlsx' ? workbook(cells) : toShiftJis(cells.map((row) => row.join(',')).join('\r\n'));
  return { name: `納入一覧.${format}`, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function upload(someone: Someone, file: ReturnType<typeof fileOf>): Promise<void> {
  const { page, words } = someone;
  await page
    .getByRole('link', { name: words('registration-keys.menu.bulk') })
    .first()
    .click();
  await heading(someone, words('registration-keys.bulk.title'));
  await page.locator('input[type=file]').setInputFiles(file);
  await button(someone, words('imports.file.upload')).click();
}

/** Presses a link that gives a file, and reads it as the portal reads files. */
async function download({ page }: Someone, name: string): Promise<string[][]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return cellsOfFile(await readFile(await file.path()));
}

/** The headings of the template, which is empty, so that only its text tells them. */
async function templateHeadings({ page }: Someone, name: string): Promise<string[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const text = await readFile(await file.path(), 'utf8');
  return [
    ...text
      .trim()
      .replace('\uFEFF', '')
      .matchAll(/"([^"]*)"|([^,]+)/g),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Holds on to an activation key as another transaction would, until it is told to let go. */
async function hold(key: TestKey): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: findRunningDatabase(folder)?.appUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select 1 from activation_keys where number = $1 for update', [key.number]);
  return () => client.end();
}

async function seePreviewOfFaults(someone: Someone): Promise<void> {
  const { page, words } = someone;
  await page
    .getByText(words('imports.preview.faulty', { faults: wrongCells }))
    .first()
    .waitFor();
  await page.getByLabel(words('imports.preview.onlyFaults')).check();
  await page.getByLabel(words('ui.table.pageSize')).selectOption('50');
  const marks = page.getByRole('cell').getByText(words('imports.preview.mark'), { exact: true });
  await marks.nth(wrongCells - 1).waitFor();
  expect(await marks.count()).toBe(wrongCells);
  expect(await button(someone, words('registration-keys.bulk.confirm')).count()).toBe(0);
}

async function confirm(someone: Someone): Promise<void> {
  const { page, words } = someone;
  await button(someone, words('registration-keys.bulk.confirm')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('registration-keys.bulk.confirm') })
    .click();
}

/** Twenty cells that cannot be read, seventeen pairs that do not exist. */
function spoil(pairs: readonly Pair[]): Pair[] {
  return pairs.map((pair, at) => {
    if (at < 20) return { ...pair, registrationId: `G${pair.registrationId.slice(1)}` };
    return at < wrongCells ? { ...pair, registrationId: randomHex(16) } : pair;
  });
}

const issuedOf = async (member: Member) =>
  (await member.call('GET', `${member.path}/registration-keys`)).body.total as number;

test.each([
  ['ja', 1920, 'csv', 'xlsx'],
  ['en', 390, 'xlsx', 'csv'],
] as const)(
  'K-05 P-23 keys from a file in %s: template, 37 wrong cells, mended, at work over a restart, result, a key accepted by its unit',
  async (language, width, wrongFormat, rightFormat) => {
    const company = await newCompany({ url: server.url, mail });
    await company.call('PATCH', '/session', { language });
    const keys = await beside(folder, (app) => giveActivationKeys({ app }, rows));
    const pairs = pairsOf(keys).map((pair): Pair => ({ ...pair, lines: ['大阪支店 2階', '会議室B'] }));
    const device = pairs[rows - 1]!.deviceId;
    const unit = await newUnit(device);
    const someone = await sitDown(await browser.newPerson({ language, width: 1920, height: 1080 }), language);
    const { page, words } = someone;
    await enterAs(someone, siteUrl(), company);
    await page
      .getByRole('link', { name: words('registration-keys.menu.bulk') })
      .first()
      .click();
    await heading(someone, words('registration-keys.bulk.title'));
    const heads = await templateHeadings(someone, words('imports.file.template'));
    const say = translatorFor(language, 'headings');
    expect(heads[2]).toBe(say('bulk-issue.number'));
    expect(heads).toHaveLength(6);

    await page.setViewportSize({ width: Math.max(width, 1000), height: 1080 });
    await upload(someone, fileOf(wrongFormat, bulkCells(spoil(pairs), heads)));
    await seePreviewOfFaults(someone);
    expect(await issuedOf(company)).toBe(0);

    const letGo = await hold(keys[7]!);
    await upload(someone, fileOf(rightFormat, bulkCells(pairs, heads)));
    await page.getByText(words('registration-keys.bulk.clean', { fresh: rows, before: 0 })).waitFor();
    await confirm(someone);
    await page.getByText(words('imports.work.running')).waitFor();
    await page.getByRole('link', { name: words('imports.file.list') }).click();
    await heading(someone, words('imports.list.title'));
    await page.getByRole('cell', { name: words('imports.states.running'), exact: true }).waitFor();
    await server.kill('server');
    server.spawn();
    await server.ready(restartWithinMs);
    await letGo();
    await page.reload();
    await page
      .getByRole('row')
      .filter({ hasText: words('imports.states.done') })
      .getByRole('link')
      .click();
    await heading(someone, words('registration-keys.bulk.doneTitle'));
    await page
      .getByText(words('registration-keys.bulk.done', { file: `納入一覧.${rightFormat}`, fresh: rows, before: 0 }))
      .waitFor();
    expect(await issuedOf(company)).toBe(rows);
    await mail.waitFor((one) => one.text.includes('/registration-keys/bulk/imp_') && one.to.startsWith('company'));

    const result = await download(someone, words(`imports.done.${rightFormat === 'csv' ? 'csv' : 'excel'}`));
    const place = result[0]?.indexOf(say('bulk-issue.registrationKey')) ?? -1;
    const own = result.find((cells) => cells.some((cell) => cell.replaceAll('-', '') === device));
    const owner = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    await startUnit(owner, unit);
    expect(await typeKey(owner, unit, own?.[place] ?? '')).toContain(words('unit.accepted'));

    await upload(someone, fileOf(rightFormat, bulkCells(pairs, heads)));
    const [, afterDate = ''] = words('imports.done.repeated', { date: '#' }).split('#');
    await page.getByText(afterDate, { exact: false }).first().waitFor();
    expect(await issuedOf(company)).toBe(rows);
    expectQuiet(someone);
  },
  240_000,
);
