import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemoGateways } from '../../cli/demo-gateways.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, siteOf } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { deviceContributions } from '../capabilities.ts';
import { daysMs } from '../kernel/clock.ts';
import { outsideId } from '../kernel/ids.ts';
import { makeGateways } from './gateways.ts';
import { seedLogins } from './logins.ts';

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'engawa-demo-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('E-05 the demo has gateways of several customers and one that the dealer holds, the same after another start', async () => {
  const site = siteOf(server, gatewaySite);
  const seeded = await seedLogins(server.app, site);
  const make = () => makeGateways(server.app, site, seeded, deviceContributions, folder);
  const first = await make();
  expect(await make()).toEqual(first);
  expect(first?.gateways.map(({ course }) => course)).toEqual(['usual', 'faulty', 'silent', 'unused', 'usual']);
  const colleague = (of: string | undefined) =>
    newColleague(server, outsideId('organization', of ?? ''), 'viewer', { siteId: gatewaySite });
  const [dealer, customer] = [await colleague(seeded.made.dealer), await colleague(seeded.made.customer)];
  const own = (await customer.call('GET', `${customer.path}/devices`)).body.items as Record<string, unknown>[];
  expect(new Set(own.map(({ installation }) => installation))).toEqual(new Set(['見本工業 第2工場', '見本邸']));
  const all = (await dealer.call('GET', `${dealer.path}/devices?pageSize=100`)).body;
  expect(all.total).toBe(5);
  const held = (await dealer.call('GET', `${dealer.path}/devices?installation=${encodeURIComponent('分譲')}`)).body
    .items;
  expect(held).toMatchObject([{ organization: { name: '見本商事株式会社' }, contributed: { customer: null } }]);
});

test('E-11 the gateways of the demo deliver what they measured before the server was there', async () => {
  const site = siteOf(server, gatewaySite);
  const seeded = await seedLogins(server.app, site);
  const made = await makeGateways(server.app, site, seeded, deviceContributions, folder);
  if (!made) throw new Error('no gateways');
  // Half an hour instead of days: the rest is more of the same.
  const running = await runDemoGateways(server.url, { ...made, measuredDays: 1 / 48 }, () => server.app.clock.now());
  const customer = await newColleague(server, outsideId('organization', seeded.made.customer ?? ''), 'viewer', {
    siteId: gatewaySite,
  });
  const reported = async () => {
    const { items } = (await customer.call('GET', `${customer.path}/devices?sort=lastReport`)).body;
    return (items as { contributed: Record<string, string | null> }[]).map(({ contributed }) => contributed.lastReport);
  };
  await expect.poll(reported).not.toContain(null);
  const pages = await (await fetch(`${running.url}/?lang=en`)).text();
  expect(pages.match(/BT<|PV</g)).toHaveLength(4);
  const delivered = async () =>
    (
      await server.app.pool.query<{ count: number; first: Date }>(
        'select count(*)::int as count, min(at) as first from readings group by device_key',
      )
    ).rows;
  await expect
    .poll(async () => {
      const counts = (await delivered()).map(({ count }) => count);
      return [counts.length, Math.max(...counts) >= 25];
    })
    .toEqual([4, true]);
  await running.close();
  const rows = await delivered();
  expect(Math.min(...rows.map(({ first }) => first.getTime()))).toBeGreaterThan(
    server.app.clock.now().getTime() - daysMs,
  );
});
