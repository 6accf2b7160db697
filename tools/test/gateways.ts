import { sql, type RawBuilder } from 'kysely';
import { insideId } from '../../server/kernel/ids.ts';
import { factorySecretOf } from '../../server/readings/masters.ts';
import type { App } from '../../server/kernel/app.ts';
import { bootstrap, type DeviceCredential, type DeviceFactoryFile } from '../../edge/gateway/bootstrap.ts';
import { giveDevices } from './devices.ts';
import type { TestServer } from './server.ts';

export const gatewaySite = 'energy';
export const gatewayModel = 'EG-BT';
export const claimCode = 'CLAIM-1234';

/** What the factory writes into a gateway of this serial number. */
export async function factoryFileFor(
  app: App,
  serial: string,
  model = gatewayModel,
  siteId = gatewaySite,
): Promise<DeviceFactoryFile> {
  const site = app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const secret = await factorySecretOf(app, site, { model, serial });
  return { site: siteId, model, serial, secret: Buffer.from(secret).toString('hex') };
}

/** Puts so many gateways into the factory's list; their factory files. */
export async function makeGateways({ app }: Pick<TestServer, 'app'>, count: number): Promise<DeviceFactoryFile[]> {
  const serials = await giveDevices({ app }, count, { site: gatewaySite, model: gatewayModel, claimCode });
  return Promise.all(serials.map((serial) => factoryFileFor(app, serial)));
}

export type TestGateway = { factory: DeviceFactoryFile; credential: DeviceCredential };

/** Gateways with a credential each. */
export async function bootGateways(server: Pick<TestServer, 'app' | 'url'>, count: number): Promise<TestGateway[]> {
  const made = await makeGateways(server, count);
  return Promise.all(made.map(async (factory) => ({ factory, credential: await bootstrap(server.url, factory) })));
}

/** The condition that a row is about this gateway, for tables that keep its short key. */
export function ofDevice({ credential }: TestGateway): RawBuilder<boolean> {
  return sql`device_key = (select device_key from manufactured_devices where device_id = ${insideId(credential.device)})`;
}

type Stored = { at: Date; measured: (number | null)[]; texts: unknown; marks: number[] | null };

/** Everything stored of a gateway, in the order of time. */
export async function readingsOf({ db }: Pick<App, 'db'>, gateway: TestGateway): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select at, measured, texts, marks from readings where ${ofDevice(gateway)} order by at`.execute(db);
  return rows;
}

/** What was counted against a gateway, by code. */
export async function readingFaultsOf({ db }: Pick<App, 'db'>, gateway: TestGateway): Promise<Record<string, number>> {
  const { rows } = await sql<{ code: string; count: number }>`
    select code, count from reading_faults where ${ofDevice(gateway)} order by code`.execute(db);
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}

/** How a gateway says over HTTPS who it is. */
export function basicOf({ credential }: TestGateway): string {
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
}

/** A message of measured values as a batch holds it. */
export function telemetry(timeMs: number, values: object, more: object = {}): { kind: string; message: object } {
  return { kind: 'telemetry', message: { time: timeMs, values, ...more } };
}
