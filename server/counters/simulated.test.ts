import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Mishap } from '../../edge/printer/device.ts';
import { simulatePrinters, ways, type RunningPrinters, type Way } from '../../edge/printer/simulate.ts';
import { newCustomer, register } from '../../tools/test/devices.ts';
import { newColleague, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { printerSite } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { simulatedClaimCode, simulatedDevices, type SimulatedDevice } from '../readings/simulated.ts';

const hourMs = 3_600_000;

let server: TestServer;
let owner: Colleague;
beforeAll(async () => {
  // A Monday, seven in the morning in Tokyo.
  server = await startTestServer({ startAt: new Date('2026-11-15T22:00:00Z') });
  owner = await newCustomer(server, '見本商事', printerSite);
});
afterAll(() => server.close());

const modelsAt = () => new Map(deviceOptions(siteOf(server, printerSite)).models.map((model) => [model.id, model]));

async function begin(factories: readonly SimulatedDevice[], more: { way?: Way; stateFile?: string } = {}) {
  const chances = { seed: 'a quiet street', offlinePercent: 0, faultPercent: 0 };
  const now = () => server.clock.now();
  return simulatePrinters({ url: server.url, factories, models: modelsAt(), ...chances, ...more, now });
}

async function pass(running: RunningPrinters, hours: number): Promise<void> {
  server.clock.move(hours * hourMs);
  await running.look();
  await expect.poll(() => running.unacknowledged()).toBe(0);
}

async function own(model: string, count: number): Promise<{ factories: SimulatedDevice[]; devices: string[] }> {
  const factories = await simulatedDevices(server.app, siteOf(server, printerSite), model, count);
  const devices: string[] = [];
  for (const { serial } of factories) {
    const { body } = await register(owner, serial, {}, { claimCode: simulatedClaimCode });
    devices.push(String(body['id']));
  }
  return { factories, devices };
}

type Answer = { tabs: { rows: { figures: { value: number | null; marks: string[] }[] }[] }[]; warnings: unknown[] };

async function monthOf(device: string): Promise<{ value: number | null; marks: string[]; warnings: unknown[] }> {
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
  const answer = await owner.call('GET', `${owner.path}/counters/devices/${device}?from=2026-11&to=2026-11`);
  const { tabs, warnings } = answer.body as unknown as Answer;
  return { value: null, marks: [], ...tabs[0]?.rows[0]?.figures[0], warnings };
}

test.each(ways)('C-15 simulated printers of every kind report over %s what an office did with them', async (way) => {
  const all = [];
  for (const model of modelsAt().keys()) all.push(await own(model, way === 'mqtt' ? 1 : 2));
  const some = all.map(({ factories, devices }) => ({ factory: factories.at(-1), device: devices.at(-1) ?? '' }));
  const running = await begin(
    some.flatMap(({ factory }) => factory ?? []),
    { way },
  );
  await pass(running, 30);
  for (const { factory, device } of some) {
    const view = running.find(factory?.serial ?? '');
    const { value, warnings } = await monthOf(device);
    expect([factory?.model, warnings]).toEqual([factory?.model, []]);
    expect(value).toBe(view?.state.counts['total']);
    expect(value).toBeGreaterThan(0);
  }
  const { rows } = await sql<{ states: number; toner: number }>`
    select (select count(*) from device_reports where kind = 'status') as states, (select count(*) from readings) as toner`.execute(
    server.app.db,
  );
  expect([(rows[0]?.states ?? 0) >= some.length, (rows[0]?.toner ?? 0) > some.length]).toEqual([true, true]);
  await running.close();
});

test('C-15 what happens to a printer is told, no usage is below zero, and it goes on after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-printers-'));
  const { factories, devices } = await own('SP-M210', 3);
  const [factory] = factories.slice(-1);
  const device = devices.at(-1) ?? '';
  if (!factory) throw new Error('no printer');
  const { serial } = factory;
  const stateFile = join(folder, 'state.json');
  const running = await begin([factory], { stateFile });
  await pass(running, 28);
  const before = running.find(serial)?.state.counts['total'] ?? 0;
  const happens = async (mishap: Mishap) => {
    expect(running.order(serial, { mishap })).toBe(true);
    await pass(running, 1);
  };
  await happens('glitch');
  const lasted = running.find(serial)?.state.counts['total'] ?? 0;
  expect(await monthOf(device)).toMatchObject({ value: lasted, marks: ['first'] });
  await happens('board-changed');
  const since = running.find(serial)?.state.counts['total'] ?? 0;
  expect(since).toBeLessThan(before);
  expect(await monthOf(device)).toMatchObject({ value: lasted + since, marks: ['first', 'restart'] });
  await happens('toner-runs-out');
  expect(running.find(serial)?.states).toEqual(['tonerLow']);
  running.order(serial, { offline: true, fault: 'paperJam' });
  server.clock.move(2 * hourMs);
  await running.look();
  expect(running.unacknowledged()).toBeGreaterThan(0);
  running.order(serial, { offline: false, fault: null });
  await pass(running, 1);
  const stopped = running.find(serial)?.state;
  await running.close();

  const again = await begin([factory], { stateFile });
  expect(again.find(serial)?.state).toEqual(stopped);
  await pass(again, 1);
  const counted = again.find(serial)?.state.counts['total'] ?? 0;
  expect(await monthOf(device)).toMatchObject({ value: lasted + counted });
  expect(again.order('ZZ99999999', {})).toBe(false);
  await again.close();
  await rm(folder, { recursive: true });
});
