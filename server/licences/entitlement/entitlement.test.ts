import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signEntitlement, type SignedEntitlement } from '../../../domain/licences/entitlement.ts';
import { entitlementsMax } from '../../../domain/protocol/limits.ts';
import { bootstrap, type DeviceCredential } from '../../../edge/gateway/bootstrap.ts';
import {
  basicOf,
  cameraSite,
  connectCamera,
  giveCamera,
  giveLicensedCamera,
  keysOf,
  readAll,
} from '../../../tools/test/cameras.ts';
import { newCustomer } from '../../../tools/test/devices.ts';
import { bootGateways } from '../../../tools/test/gateways.ts';
import { cameraModels } from '../../../cli/camera-models.ts';
import { simulateCameras } from '../../../edge/camera/simulate.ts';
import { siteOf, type Colleague } from '../../../tools/test/organizations.ts';
import { expiryOf, giveLicences, placeLicence } from '../../../tools/test/placements.ts';
import { moveTo } from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';
import { tellPlaced } from '../tell.ts';
import { inMessages } from './down.ts';
import { toldAgainAt } from './refresh.ts';

const hourMs = 3_600_000;
let server: TestServer;
let customer: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  customer = await newCustomer(server, '見本工業', cameraSite);
  // Nothing is registered before a licence of its type was assigned (L-05).
  await giveLicences(server, { customer: customer.organization, lastDay: '2026-10-31' });
});
afterAll(() => server.close());

const goOn = { localLive: true, localPlayback: true, localEventNotice: true };
const stop = (may: boolean) => ({
  remoteLive: may,
  edgeRecording: may,
  remotePlayback: may,
  remoteEventNotice: may,
  remoteMaintenance: may,
});
const iso = (ms: number) => new Date(server.clock.now().getTime() + ms).toISOString();

async function ask(credential: Pick<DeviceCredential, 'username' | 'password'>, site = cameraSite) {
  const authorization = basicOf(credential);
  const answer = await fetch(`${server.url}/api/${site}/device-entitlements`, { headers: { authorization } });
  return { status: answer.status, body: (await answer.json()) as { entitlements: string[]; type: string } };
}

test('L-08 a device asks over HTTPS what it may do: with a licence, without, and of its recorder each camera by itself', async () => {
  const licensed = await giveLicensedCamera(server, customer, '2027-12-31');
  const direct = await giveCamera(server, 'VC-30D');
  const keys = await keysOf(server);
  const read = async (factory: typeof direct.factory) => {
    const { status, body } = await ask(await bootstrap(server.url, factory));
    expect(status).toBe(200);
    return readAll(body.entitlements, keys);
  };
  const own: SignedEntitlement = {
    site: cameraSite,
    device: licensed.device,
    serial: licensed.factory.serial,
    licence: { state: 'licensed', type: 'recorder', lastDay: '2027-12-31' },
    features: { ...goOn, sdExport: false, ...stop(true) },
    issuedAt: iso(0),
    validUntil: iso(24 * hourMs),
  };
  expect(await read(licensed.factory)).toEqual([own]);
  expect(await read(licensed.recorder.factory)).toEqual([own]);
  expect(await read(direct.factory)).toMatchObject([
    {
      serial: direct.factory.serial,
      licence: { state: 'none', type: 'direct', lastDay: null },
      features: { ...goOn, sdExport: true, ...stop(false) },
    },
  ]);
});

test('L-08 nothing for other sites, withdrawn credentials and strangers; they read alike', async () => {
  const camera = await giveLicensedCamera(server, customer, '2027-12-31');
  const credential = await bootstrap(server.url, camera.factory);
  const [gateway] = await bootGateways(server, 1);
  if (!gateway) throw new Error('no gateway');
  expect((await ask(credential)).status).toBe(200);
  // Of another site: its own portal has no licences, and this one does not know it.
  const refused = [
    await ask(gateway.credential),
    await ask({ ...credential, password: 'wrong' }),
    await ask({ username: '', password: '' }),
  ];
  await sql`update device_credentials set withdrawn_at = ${server.clock.now()}
    where id = ${insideId(credential.username)}`.execute(server.app.db);
  refused.push(await ask(credential));
  expect(refused.map(({ status, body }) => [status, body.type])).toEqual(
    refused.map(() => [401, '/problems/readings/credential-wrong']),
  );
  expect((await ask(gateway.credential, 'energy')).status).toBe(404);
});

test('L-08 the public keys may be kept for a while, and no other site’s devices take what is signed with them', async () => {
  const answer = await fetch(`${server.url}/api/${cameraSite}/entitlement-keys`);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  const { keys } = (await answer.json()) as { keys: object[] };
  expect(keys).toEqual([
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.stringMatching(/^[\w-]{43}$/),
      kid: 'entitlement-1',
      alg: 'EdDSA',
      use: 'sig',
    },
  ]);
  expect((await fetch(`${server.url}/api/energy/entitlement-keys`)).status).toBe(404);
});

test('L-08 over MQTT a camera and its recorder are told at once when they connect, of each change, and when a licence expires', async () => {
  const camera = await giveLicensedCamera(server, customer, '2026-11-30');
  const ends = expiryOf('2026-11-30');
  const [own, above] = [await connectCamera(server, camera), await connectCamera(server, camera.recorder)];
  const last = () =>
    [own, above].map(({ heard }) => [heard.at(-1)?.licence.state, heard.at(-1)?.features['remoteLive']]);
  await expect.poll(last).toEqual([
    ['licensed', true],
    ['licensed', true],
  ]);
  expect(own.heard[0]?.validUntil).toBe(iso(24 * hourMs));

  // Before the moment it is told anew, and then only up to it.
  moveTo(server, new Date(ends.getTime() - hourMs));
  await expect.poll(() => own.heard.at(-1)?.validUntil).toBe(ends.toISOString());
  moveTo(server, ends);
  await expect.poll(last).toEqual([
    ['expired', false],
    ['expired', false],
  ]);
  expect(own.heard.at(-1)).toMatchObject({ licence: { lastDay: '2026-11-30' }, features: { ...goOn, ...stop(false) } });

  // Who settles has them told, and so does who sees that what they were told has run out, one of them second: they hear it once.
  const haveTold = () =>
    server.app.db.transaction().execute((tx) => tellPlaced(tx, cameraSite, [insideId(camera.device)]));
  await haveTold();
  const [licence = ''] = await giveLicences(server, { customer: customer.organization, lastDay: '2027-12-31' });
  await placeLicence(server, { customer: customer.organization, licence, device: camera.device });
  await haveTold();
  await expect.poll(last).toEqual([
    ['licensed', true],
    ['licensed', true],
  ]);
  const expired = [own, above].map(({ heard }) => heard.filter(({ licence: one }) => one.state === 'expired'));
  expect(expired.map((some) => some.length)).toEqual([1, 1]);
  await Promise.all([own.close(), above.close()]);
});

test('L-06 L-08 a waiting licence takes over at the moment, and the answer says so however late anybody settles it', async () => {
  const lastDay = '2026-12-31';
  const owner = await newCustomer(server, '見本商店', cameraSite);
  const camera = await giveLicensedCamera(server, owner, lastDay);
  const credential = await bootstrap(server.url, camera.factory);
  await giveLicences(server, { customer: owner.organization, lastDay: '2028-01-31' });
  moveTo(server, expiryOf(lastDay));
  const [told] = readAll((await ask(credential)).body.entitlements, await keysOf(server));
  expect(told).toMatchObject({ licence: { state: 'licensed', lastDay: '2028-01-31' }, features: stop(true) });
});

test('L-08 what does not change is told anew between 10 and 12 hours later, what changes at its moment', () => {
  const now = new Date('2027-01-01T00:00:00Z');
  const hoursUntil = (deviceId: string, validUntil: string) =>
    (toldAgainAt(deviceId, new Date(validUntil), now) - now.getTime()) / hourMs;
  expect(hoursUntil('…-0000', '2027-01-02T00:00:00Z')).toBe(10);
  expect(hoursUntil('…-ffff', '2027-01-02T00:00:00Z')).toBeCloseTo(12, 3);
  expect(hoursUntil('…-ffff', '2027-01-01T15:00:00Z')).toBeCloseTo(12, 3);
  expect(hoursUntil('…-ffff', '2027-01-01T03:00:00Z')).toBe(3);
});

test('L-08 a recorder with 32 cameras is told in one message, with one more in two', () => {
  const sizes = (count: number) =>
    inMessages(Array.from({ length: count }, () => 'x')).map(
      (one) => one.kind === 'entitlement' && one.entitlements.length,
    );
  expect([sizes(entitlementsMax), sizes(entitlementsMax + 1)]).toEqual([[32], [32, 1]]);
});

test('L-08 a new signing key is signed with at once, and the former one is published beside it', async () => {
  const site = siteOf(server, cameraSite);
  const before = [...(await keysOf(server)).keys()];
  expect(before).toEqual(['entitlement-1']);
  const licences = site.capabilities['licences'] as { entitlement: { master: string; former: string[] } };
  const { signingKey, openSigningKeys } = await import('./keys.ts');
  const { entitlement } = licences;
  licences.entitlement = { master: 'entitlement-2', former: ['entitlement-1'] };
  await openSigningKeys(server.app.db, server.app.keyProvider, site);
  const keys = await keysOf(server);
  expect([...keys.keys()]).toEqual(['entitlement-2', 'entitlement-1']);
  const key = await signingKey(server.app, site);
  licences.entitlement = entitlement;
  const token = signEntitlement({ site: cameraSite } as SignedEntitlement, key);
  expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
    kid: 'entitlement-2',
  });
});

test.each(['mqtt', 'https'] as const)(
  'L-08 simulated cameras over %s do what they may, and stop and come back',
  async (way) => {
    const owner = await newCustomer(server, '見本園', cameraSite);
    const lastDay = way === 'mqtt' ? '2027-01-31' : '2027-02-28';
    const camera = await giveLicensedCamera(server, owner, lastDay);
    const now = () => server.clock.now();
    const running = await simulateCameras({
      url: server.url,
      factories: [camera.recorder.factory, camera.factory],
      models: cameraModels(siteOf(server, cameraSite)),
      way,
      now,
      uptimeMs: () => now().getTime(),
    });
    const states = () =>
      [camera, camera.recorder].map(({ factory }) => {
        const [one] = running.find(factory.serial)?.cameras ?? [];
        return [one?.state, one?.features['edgeRecording']];
      });
    const stands = async (state: string, may: boolean) => {
      await expect.poll(states).toEqual([
        [state, may],
        [state, may],
      ]);
    };
    await running.look();
    await stands('licensed', true);
    moveTo(server, expiryOf(lastDay));
    await stands('expired', false);
    const [licence = ''] = await giveLicences(server, { customer: owner.organization, lastDay: '2028-12-31' });
    await placeLicence(server, { customer: owner.organization, licence, device: camera.device });
    await server.app.db.transaction().execute((tx) => tellPlaced(tx, cameraSite, [insideId(camera.device)]));
    server.clock.move(60_000);
    await stands('licensed', true);
    await running.close();
  },
);
