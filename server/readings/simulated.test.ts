import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateGateways } from '../../edge/gateway/simulate.ts';
import { gatewayModel, gatewaySite } from '../../tools/test/gateways.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { minutesMs } from '../kernel/clock.ts';
import { simulatedDevices } from './simulated.ts';

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
  const site = server.app.sites.get(gatewaySite);
  if (!site) throw new Error(`no site ${gatewaySite}`);
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
  await expect.poll(() => running.unacknowledged(), { timeout: 20_000 }).toBe(0);
  await running.close();
  const { devices, readings, marked, reports } = await stored();
  expect(devices).toBe(4);
  expect(readings).toBe(4 * 9 * 15);
  expect(marked).toBe(0);
  expect(reports).toBeGreaterThan(0);
});
