import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../cli/simulate.ts';
import { newCustomer, register } from '../../tools/test/devices.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { deviceContributions } from '../capabilities.ts';
import { makeDevices, registerSome } from './devices.ts';
import { makeLockedUnits } from './locked-units.ts';

const siteId = 'ups';
let server: TestServer;
let company: Colleague;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  company = await newCustomer(server);
  folder = await mkdtemp(join(tmpdir(), 'engawa-demo-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('P-30 the demo has devices of every model, some of them registered, and the same after another start', async () => {
  const site = siteOf(server, siteId);
  const first = await makeDevices(server.app, site);
  await registerSome(server.app, site, deviceContributions, company.loginId, first);
  expect(new Set(first.map(({ model }) => model)).size).toBe(5);
  const sold = first.filter(({ registered }) => registered);
  const listed = async () => (await company.call('GET', `${company.path}/devices`)).body.total;
  expect([sold.length, await listed()]).toEqual([8, 8]);
  expect(await makeDevices(server.app, site)).toEqual(first);
  await registerSome(server.app, site, deviceContributions, company.loginId, first);
  expect(await listed()).toBe(8);
});

test('U-11 whoever registers the serial number of a simulated UPS of the demo gets the code that frees it', async () => {
  const site = siteOf(server, siteId);
  const free = (await makeDevices(server.app, site)).filter(({ registered }) => !registered);
  const units = await makeLockedUnits(server.app, site, folder, free);
  expect(units).toHaveLength(4);
  for (const { deviceId: serial, factoryFile, stateFile } of units) {
    const { claimCode } = free.find((one) => one.serial === serial) ?? {};
    const { contributed } = (await register(company, serial, {}, { claimCode })).body;
    const unit = await simulate({ factoryFile, stateFile, port: 0 });
    const body = new URLSearchParams({ code: (contributed as { code: string }).code });
    const answer = await fetch(`${unit.url}/unlock`, {
      method: 'POST',
      body,
      headers: { origin: unit.url },
      redirect: 'manual',
    });
    await unit.close();
    expect(answer.headers.get('location')).toBe('/?done=unlocked');
  }
});
