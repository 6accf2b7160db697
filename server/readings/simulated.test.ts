import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateGateways } from '../../edge/gateway/simulate.ts';
import { newCustomer, register } from '../../tools/test/devices.ts';
import { gatewayModel, gatewaySite } from '../../tools/test/gateways.ts';
import { siteOf } from '../../tools/test/organizations.ts';
import { seeSettings } from '../../tools/test/settings.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { minutesMs } from '../kernel/clock.ts';
import { simulatedClaimCode, simulatedDevices } from './simulated.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
});
afterAll(() => server.close());

async function stored(): Promise<{ devices: number; readings: number; marked: number; reports: number }> {
  const { rows } = await sql<{ devices: number; readings: number; marked: number; reports: number }>`
    select count(distinct device_key) as devices, count(*) as readings, count(marks) as marked,
      (select count(*) from device_reports) as reports from readings`.execute(server.app.db);
  return rows[0] ?? { devices: 0, readings: 0, marked: 0, reports: 0 };
}

test('E-11 simulated gateways report every minute; who was offline delivers afterwards', async () => {
  const site = siteOf(server, gatewaySite);
  const factories = await simulatedDevices(server.app, site, gatewayModel, 4);
  expect(await simulatedDevices(server.app, site, gatewayModel, 4)).toEqual(factories);
  const simulation = {
    url: server.url,
    factories,
    seed: 'a quiet street',
    offlinePercent: 40,
    faultPercent: 50,
    now: () => server.clock.now(),
  };
  const running = await simulateGateways(simulation);
  for (let quarter = 0; quarter < 8; quarter += 1) {
    server.clock.move(15 * minutesMs);
    await running.look();
  }
  simulation.offlinePercent = 100;
  await running.look();
  server.clock.move(15 * minutesMs);
  await running.look();
  expect(running.unacknowledged()).toBeGreaterThanOrEqual(60);
  simulation.offlinePercent = 0;
  await running.look();
  await expect.poll(() => running.unacknowledged()).toBe(0);
  await running.close();
  const { devices, readings, marked, reports } = await stored();
  expect(devices).toBe(4);
  expect(readings).toBe(4 * 9 * 15);
  expect(marked).toBe(0);
  expect(reports).toBeGreaterThan(0);
});

test('E-11 a simulated gateway obeys its settings, does what it is ordered, and goes on after a restart', async () => {
  const site = siteOf(server, gatewaySite);
  const [factory] = await simulatedDevices(server.app, site, gatewayModel, 1);
  if (!factory) throw new Error('no gateway');
  const owner = await newCustomer(server, '見本家', gatewaySite);
  const registered = await register(owner, factory.serial, {}, { claimCode: simulatedClaimCode });
  const device = String(registered.body.id);
  const folder = await mkdtemp(join(tmpdir(), 'engawa-gateways-'));
  const simulation = {
    url: server.url,
    factories: [factory],
    seed: 'a quiet street',
    offlinePercent: 0,
    faultPercent: 0,
    stateFile: join(folder, 'state.json'),
    now: () => server.clock.now(),
  };
  const running = await simulateGateways(simulation);
  const cameOf = async () => {
    const { body } = await owner.call('GET', `${owner.path}/devices/${device}/settings/history`);
    return (body.items as Record<string, unknown>[]).map(({ after, state }) => [after, state]);
  };
  await (await seeSettings(owner, device)).set({ reserve: 70 });
  await expect.poll(cameOf).toContainEqual([70, 'applied']);
  expect(running.order(factory.serial, { refuses: true, impossible: true, faults: ['E11'] })).toBe(true);
  await (await seeSettings(owner, device)).set({ reserve: 5 });
  await expect.poll(cameOf).toContainEqual([5, 'refused']);
  server.clock.move(2 * minutesMs);
  await running.look();
  await expect.poll(() => running.unacknowledged()).toBe(0);
  expect(running.find(factory.serial)).toMatchObject({ faults: ['E11'], settings: { reserve: 70 } });
  expect((await stored()).marked).toBe(2);
  expect(running.order('ZZ99999999ZZ', {})).toBe(false);
  await running.close();

  server.clock.move(5 * minutesMs);
  const again = await simulateGateways(simulation);
  await again.look();
  await expect.poll(() => again.unacknowledged()).toBe(0);
  expect(again.find(factory.serial)).toMatchObject({ faults: [], settings: { reserve: 70 } });
  // A meter that began anew would have fallen, and been marked.
  expect((await stored()).marked).toBe(2);
  await again.close();
  await rm(folder, { recursive: true });
});
