import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { sql } from 'kysely';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { rootOf } from '../domain/protocol/topics.ts';
import type { DeviceCredential } from '../edge/gateway/bootstrap.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, freePort } from '../proof/kit/child-server.ts';
import { payloadOf } from '../proof/ingest/reporting.ts';
import type { App } from '../server/kernel/app.ts';
import { outsideId } from '../server/kernel/ids.ts';
import { gatewaySite } from '../tools/test/gateways.ts';
import { publishPacket } from '../tools/test/mqtt-packets.ts';
import { giveManyGateways } from './fleet/many-gateways.ts';
import { openConnection, sendAll } from './ingest/send.ts';
import { rounded } from './kit/figures.ts';
import { memoryMb } from './kit/memory.ts';

const devices = 5_000;
/** So many come at once. */
const wave = 100;
const kilobytesMax = 64;
const readyWithinMs = 120_000;
const kilo = 1024;

export const experiment: Experiment = {
  name: 'connections',
  summary: `${devices.toLocaleString('en')} devices connected at once to the embedded broker: what each takes, and that all are served`,
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const port = await freePort();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_MQTT_PORT: String(port) } });
    try {
      server.spawn();
      await server.ready(readyWithinMs);
      const credentials = await beside(folder, giveCredentials);
      const before = memoryMb(server.pid()).resident;
      const started = performance.now();
      const sockets: Socket[] = [];
      for (let at = 0; at < devices; at += wave)
        sockets.push(...(await Promise.all(credentials.slice(at, at + wave).map((one) => openConnection(port, one)))));
      const connectedMs = performance.now() - started;
      const kilobytes = ((memoryMb(server.pid()).resident - before) / devices) * kilo;
      say(`${sockets.length.toLocaleString('en')} are connected`);
      const servedMs = await serveAll(sockets, credentials, asked ?? 1);
      return judge({ connectedMs, kilobytes, servedMs, stored: await beside(folder, countStored), rounds: asked ?? 1 });
    } finally {
      await server.destroy();
    }
  },
};

/** A credential each, put into the database as a bootstrap would. */
async function giveCredentials(app: App): Promise<DeviceCredential[]> {
  await giveManyGateways(app, devices);
  const { rows } = await sql<{ id: string; deviceId: string }>`
    select id::text, device_id::text as "deviceId" from device_credentials`.execute(app.db);
  const credentials = rows.map(({ id, deviceId }) => {
    const device = outsideId('device', deviceId);
    const root = rootOf({ site: gatewaySite, device });
    return {
      device,
      username: outsideId('deviceCredential', id),
      password: randomBytes(32).toString('base64url'),
      root,
    };
  });
  await sql`update device_credentials c set secret_hash = i.hash
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${credentials.map(({ password }) => createHash('sha256').update(password).digest())}::bytea[]) as i(id, hash)
    where c.id = i.id`.execute(app.db);
  return credentials;
}

/** Every device reports at the same time; until the last one is acknowledged. */
async function serveAll(
  sockets: readonly Socket[],
  credentials: readonly DeviceCredential[],
  rounds: number,
): Promise<number> {
  const startMs = Date.now() - 3_600_000;
  const packets = credentials.map(({ root }, device) =>
    Array.from({ length: rounds }, (_, index) =>
      publishPacket(`${root}/telemetry`, payloadOf(device, index, startMs), index + 1),
    ),
  );
  const started = performance.now();
  await Promise.all(sockets.map((socket, device) => sendAll(socket, packets[device] ?? [])));
  const servedMs = performance.now() - started;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  return servedMs;
}

async function countStored({ db }: App): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from readings`.execute(db);
  return rows[0]?.count ?? 0;
}

type Measured = { connectedMs: number; kilobytes: number; servedMs: number; stored: number; rounds: number };

function judge({ connectedMs, kilobytes, servedMs, stored, rounds }: Measured): Figures {
  if (stored !== devices * rounds) throw new Error(`${stored} messages are stored instead of ${devices * rounds}`);
  if (kilobytes > kilobytesMax)
    throw new Error(`a connection takes ${rounded(kilobytes, 1)} KB; at most ${kilobytesMax} are allowed`);
  return {
    'devices connected at once': devices,
    'let in, a second': Math.round(devices / (connectedMs / 1000)),
    [`memory of a connection, KB (at most ${kilobytesMax})`]: rounded(kilobytes, 1),
    'all report at once and are acknowledged, ms': Math.round(servedMs),
  };
}
