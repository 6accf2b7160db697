import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemoCameras } from '../../cli/demo-cameras.ts';
import { giveDevices, newCustomer, register } from '../../tools/test/devices.ts';
import { siteOf } from '../../tools/test/organizations.ts';
import { giveLicences } from '../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { makeCameras } from './cameras.ts';

const siteId = 'camera';
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

test('L-08 cameras and recorders of the demo run, registered or not, and one that is registered does what its licence allows', async () => {
  const site = siteOf(server, siteId);
  for (const model of ['VR-16', 'VC-20', 'VC-30D']) await giveDevices(server, 1, { site: siteId, model });
  const cameras = await makeCameras(server.app, site, folder);
  expect(cameras.factories.map(({ model }) => model).toSorted()).toEqual(['VC-20', 'VC-30D', 'VR-16']);
  const direct = cameras.factories.find(({ model }) => model === 'VC-30D')?.serial ?? '';
  const demo = await runDemoCameras(server.url, cameras);
  const state = () => demo.running.find(direct)?.cameras[0]?.state;
  await expect.poll(state).toBe('none');
  const customer = await newCustomer(server, '見本工業', siteId);
  await giveLicences(server, { customer: customer.organization, type: 'direct', lastDay: '2099-12-31' });
  expect((await register(customer, direct)).status).toBe(201);
  await expect.poll(state).toBe('licensed');
  expect((await fetch(demo.url)).status).toBe(200);
  await demo.close();
});
