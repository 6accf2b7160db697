import mqtt from 'mqtt';
import { bootstrap, type DeviceCredential, type DeviceFactoryFile } from '../../edge/gateway/bootstrap.ts';
import {
  readEntitlement,
  readPublishedKeys,
  type EntitlementKeys,
  type PublishedKey,
  type SignedEntitlement,
} from '../../domain/licences/entitlement.ts';
import { outsideId } from '../../server/kernel/ids.ts';
import { factorySecretOf } from '../../server/readings/masters.ts';
import { giveDevices, register, type Registrant } from './devices.ts';
import { giveLicences, placeLicence, spansServing } from './placements.ts';
import type { TestServer } from './server.ts';

export const cameraSite = 'camera';

export type TestCamera = { factory: DeviceFactoryFile; device: string };
type Server = Pick<TestServer, 'app' | 'url'>;

/** Puts a device of the camera site into the factory's list and, with an owner, registers it; a camera on a recorder names that. */
export async function giveCamera(
  server: Server,
  model: 'VR-16' | 'VC-20' | 'VC-30D',
  owner?: Registrant,
  recorder?: TestCamera,
): Promise<TestCamera> {
  const [serial = ''] = await giveDevices(server, 1, { site: cameraSite, model });
  const site = server.app.sites.get(cameraSite);
  if (!site) throw new Error(`no site ${cameraSite}`);
  const secret = Buffer.from(await factorySecretOf(server.app, site, { model, serial })).toString('hex');
  const row = await server.app.db
    .selectFrom('manufactured_devices')
    .select('device_id as id')
    .where('site_id', '=', cameraSite)
    .where('serial', '=', serial)
    .executeTakeFirstOrThrow();
  if (owner) {
    const answer = await register(owner, serial, {}, recorder ? { registeredTo: recorder.factory.serial } : {});
    if (answer.status !== 201) throw new Error(answer.text);
  }
  return { factory: { site: cameraSite, model, serial, secret }, device: outsideId('device', row.id) };
}

/** A camera on a recorder of its own, both a customer's, with a licence that runs until that day. */
export async function giveLicensedCamera(
  server: Server,
  owner: Registrant & { organization: string },
  lastDay: string,
): Promise<TestCamera & { licence: string; recorder: TestCamera }> {
  const customer = owner.organization;
  const [licence = ''] = await giveLicences(server, { customer, lastDay });
  const recorder = await giveCamera(server, 'VR-16', owner);
  const camera = await giveCamera(server, 'VC-20', owner, recorder);
  const { device } = camera;
  if ((await spansServing(server, device)).length === 0) await placeLicence(server, { customer, licence, device });
  return { ...camera, licence, recorder };
}

export type ConnectedCamera = { credential: DeviceCredential; heard: SignedEntitlement[]; close(): Promise<void> };

/** The public keys of the site, as a device fetches them. */
export async function keysOf({ url }: Pick<TestServer, 'url'>, site = cameraSite): Promise<EntitlementKeys> {
  const answer = await fetch(`${url}/api/${site}/entitlement-keys`);
  return readPublishedKeys(((await answer.json()) as { keys: PublishedKey[] }).keys);
}

/** What is in these entitlements, all of which the site has signed. */
export function readAll(tokens: readonly string[], keys: EntitlementKeys): SignedEntitlement[] {
  return tokens.map((token) => {
    const read = readEntitlement(token, keys);
    if (!read.ok) throw new Error(`${read.code}: ${token}`);
    return read.value;
  });
}

/** Connects as a device does and listens to what it may do. */
export async function connectCamera(
  server: Pick<TestServer, 'url' | 'mqttUrl'>,
  { factory }: TestCamera,
): Promise<ConnectedCamera> {
  const keys = await keysOf(server);
  const credential = await bootstrap(server.url, factory);
  const { device: clientId, username, password, root } = credential;
  const client = await mqtt.connectAsync(server.mqttUrl, { clientId, username, password, protocolVersion: 4 });
  const heard: SignedEntitlement[] = [];
  client.on('message', (_, payload) => {
    const { entitlements } = JSON.parse(payload.toString()) as { entitlements: string[] };
    heard.push(...readAll(entitlements, keys));
  });
  await client.subscribeAsync(`${root}/down/entitlement`);
  return { credential, heard, close: () => client.endAsync() };
}

/** How a device says over HTTPS who it is. */
export function basicOf({ username, password }: Pick<DeviceCredential, 'username' | 'password'>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
