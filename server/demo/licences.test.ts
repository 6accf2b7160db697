import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn } from '../../tools/test/accounts.ts';
import { newColleague, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { deviceContributions } from '../capabilities.ts';
import { outsideId } from '../kernel/ids.ts';
import { checkStock } from '../licences/stock/check.ts';
import { makeLicences } from './licences.ts';
import { seedLogins, type DemoLogins } from './logins.ts';
import { seedTemporaryLogin } from './temporary-login.ts';

const siteId = 'camera';
let server: TestServer;
let seeded: DemoLogins;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
  await make();
  await make();
});
afterAll(() => server.close());

/** As at each start of the demo. */
async function make(): Promise<void> {
  const site = siteOf(server, siteId);
  seeded = await seedLogins(server.app, site);
  await seedTemporaryLogin(server.app, site, seeded);
  await makeLicences(server.app, site, seeded, deviceContributions);
}

const colleagueOf = (organization = '', role: 'owner' | 'viewer' = 'viewer'): Promise<Colleague> =>
  newColleague(server, outsideId('organization', organization), role, { siteId });

async function listed<T>(someone: Colleague, path: string): Promise<T[]> {
  const { status, body, text } = await someone.call('GET', `${someone.path}/${path}`);
  if (status !== 200) throw new Error(text);
  return body['items'] as T[];
}

type Licence = {
  state: string;
  lastDay: string;
  device: { name: string } | null;
  setAsideFor: { name: string } | null;
};

test('L-05 L-06 a customer of the demo has licences that run, end with the month, wait, wait for one camera and are over; another start adds none', async () => {
  const rows = await listed<Licence>(await colleagueOf(seeded.made.customer), 'licences?pageSize=50');
  const told = rows.map(({ state, lastDay, device, setAsideFor }) => [
    state,
    lastDay,
    device?.name ?? (setAsideFor ? `for ${setAsideFor.name}` : ''),
  ]);
  expect(told.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))).toEqual([
    ['expired', '2026-09-30', ''],
    ['placed', '2026-11-30', '守衛室'],
    ['placed', '2026-11-30', '玄関'],
    ['placed', '2026-11-30', '駐車場'],
    ['placed', '2029-10-31', '事務室'],
    ['waiting', '2027-11-30', ''],
    ['waiting', '2027-11-30', 'for 玄関'],
  ]);
});

test('L-02 L-06 L-10 dealer and sub-dealer of the demo have stock, the ledger is balanced, and a renewal is planned', async () => {
  type Stock = { type: string; termMonths: number; inStock: number; below: number };
  const dealer = await colleagueOf(seeded.made.dealer, 'owner');
  const stock = await listed<Stock>(dealer, 'licence-stock');
  const told = stock.map(({ type, termMonths, inStock, below }) => [type, termMonths, inStock, below]);
  expect(told.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))).toEqual([
    ['direct', 12, 4, 1],
    ['direct', 60, 3, 0],
    ['recorder', 12, 5, 3],
    ['recorder', 36, 4, 0],
    ['recorder', 84, 2, 0],
  ]);
  const { lots, licences, faults } = await checkStock(server.app.db);
  expect([lots, licences, faults]).toEqual([7, 9, []]);
  type Plan = { state: string; day: string; customer: { name: string } };
  const plans = await listed<Plan>(dealer, 'licence-plans');
  expect(plans.map(({ state, day, customer }) => [state, day, customer.name])).toEqual([
    ['open', '2026-12-01', '見本さくら工房'],
  ]);
});

test('L-09 a customer of the demo logs in with the temporary password of its dealer', async () => {
  const login = seeded.logins.find(({ who }) => who.includes('temporary'));
  const member = await logIn(person(server.url, siteId), login?.loginId ?? '', login?.password);
  const { body } = await member.call('GET', '/session');
  expect(JSON.stringify(body)).toContain('"temporaryPassword":true');
});
