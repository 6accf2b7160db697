import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemoPrinters } from '../../cli/demo-printers.ts';
import { newColleague, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { printerSite } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { deviceContributions } from '../capabilities.ts';
import { outsideId } from '../kernel/ids.ts';
import { seedLogins } from './logins.ts';
import { makePrinters, type DemoPrinters } from './printers.ts';

let server: TestServer;
let folder: string;
let customer: Colleague;
let made: DemoPrinters | null;
let again: DemoPrinters | null;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
  folder = await mkdtemp(join(tmpdir(), 'engawa-demo-'));
  const site = siteOf(server, printerSite);
  const seeded = await seedLogins(server.app, site);
  const make = () => makePrinters(server.app, site, seeded, deviceContributions, folder);
  [made, again] = [await make(), await make()];
  const organization = outsideId('organization', seeded.made.customer ?? '');
  customer = await newColleague(server, organization, 'viewer', { siteId: printerSite });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

type Row = {
  name: string;
  group: { name: string } | null;
  figures: { value: number | null; marks: string[] }[];
};

async function counted(): Promise<Row[]> {
  const answer = await customer.call('GET', `${customer.path}/counters?from=2026-05&to=2026-11&pageSize=50`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body['items'] as Row[];
}

test('C-15 the demo has printers of every kind with months behind them: one never heard from, one whose board was changed; another start changes nothing', async () => {
  expect(again).toEqual(made);
  const rows = await counted();
  expect(rows.map(({ name, group }) => [name, group?.name])).toEqual(
    [
      ['プリンター 1', '総務部'],
      ['プリンター 2', undefined],
      ['複合機 1', '営業部'],
      ['複合機 2', '営業部'],
      ['複合機 3', '製造部'],
      ['複合機 4', undefined],
      ['大判 1', '製造部'],
    ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
  const marksOf = (name: string) => rows.find((row) => row.name === name)?.figures.flatMap(({ marks }) => marks);
  const valuesOf = (name: string) => rows.find((row) => row.name === name)?.figures.map(({ value }) => value) ?? [];
  expect(marksOf('複合機 1')).toEqual(['first']);
  expect(marksOf('複合機 2')).toEqual(['first', 'restart']);
  expect(valuesOf('複合機 4')).toEqual(valuesOf('複合機 4').map(() => null));
  expect(valuesOf('複合機 1').every((value) => (value ?? 0) > 0)).toBe(true);
});

test('C-15 they go on from there: what they counted in the last days is delivered', async () => {
  const before = (await counted()).find(({ name }) => name === '複合機 1')?.figures.at(-1)?.value ?? 0;
  if (!made) throw new Error('no printers');
  const demo = await runDemoPrinters(server.url, made, () => server.clock.now());
  await demo.running.look();
  await expect.poll(() => demo.running.unacknowledged()).toBe(0);
  const [first] = made.printers;
  const view = demo.running.find(first?.factory.serial ?? '');
  const page = await (await fetch(`${demo.url}/?lang=en`)).text();
  await demo.close();
  expect(page.match(/href="\/[A-Z0-9]{10}"/g)).toHaveLength(8);
  const row = (await counted()).find(({ name }) => name === '複合機 1');
  expect(row?.figures.at(-1)?.value).toBeGreaterThan(before);
  expect(row?.figures.flatMap(({ marks }) => marks)).toEqual(['first']);
  const sum = row?.figures.reduce((all, { value }) => all + (value ?? 0), 0);
  expect(sum).toBe(view?.state.counts['total']);
});
