import pg from 'pg';
import { bootstrap, type DeviceCredential, type DeviceFactoryFile } from '../../edge/gateway/bootstrap.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { makeGateways } from '../../tools/test/gateways.ts';
import { beside } from '../kit/beside.ts';
import { childServer, freePort, until, type ChildServer } from '../kit/child-server.ts';
import { mosquittoServer, type MosquittoServer } from './server.ts';

/** What is stored comes after what the sender is told; a broker that is not ours acknowledges sooner. */
const storedWithinMs = 20_000;
const readyWithinMs = 120_000;

export type Gateway = { factory: DeviceFactoryFile; credential: DeviceCredential };

/** A server with its broker, gateways with credentials, and a look at what is stored. */
export type Stage = {
  server: ChildServer;
  /** Where devices connect by MQTT. */
  port: number;
  mosquitto: MosquittoServer | null;
  dataDir: string;
  gateways: (count: number) => Promise<Gateway[]>;
  query: <T extends pg.QueryResultRow>(statement: string, values?: unknown[]) => Promise<T[]>;
  /** How many readings and reports there are of a gateway. */
  countOf: (gateway: Gateway) => Promise<number>;
  /** Waits until so many are there. */
  untilStored: (gateway: Gateway, count: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Starts the server with its embedded broker, or with Mosquitto beside it. */
export async function openStage(dataDir: string, mosquittoFolder: string | null): Promise<Stage> {
  const mosquitto = mosquittoFolder === null ? null : await mosquittoServer(mosquittoFolder);
  await mosquitto?.start();
  const port = mosquitto?.port ?? (await freePort());
  const env = mosquitto ? { ENGAWA_MQTT_URL: mosquitto.url } : { ENGAWA_MQTT_PORT: String(port) };
  const server = await childServer({ dataDir, env: { ...env } });
  server.spawn();
  await server.ready(readyWithinMs);
  const database = new pg.Client({ connectionString: findRunningDatabase(dataDir)?.ownerUrl });
  await database.connect();
  const query: Stage['query'] = async <T extends pg.QueryResultRow>(statement: string, values: unknown[] = []) =>
    (await database.query<T>(statement, values)).rows;
  const countOf = async ({ credential }: Gateway) => {
    const [row] = await query<{ count: string }>(
      `select (select count(*) from readings where device_key = d.device_key)
        + (select count(*) from device_reports where device_key = d.device_key) as count
       from manufactured_devices d where device_id = $1`,
      [insideId(credential.device)],
    );
    return Number(row?.count);
  };
  return {
    server,
    port,
    mosquitto,
    dataDir,
    query,
    countOf,
    gateways: async (count) => {
      const made = await beside(dataDir, (app) => makeGateways({ app }, count));
      return Promise.all(made.map(async (factory) => ({ factory, credential: await bootstrap(server.url, factory) })));
    },
    untilStored: (gateway, count) =>
      until(`${count} are stored`, async () => (await countOf(gateway)) === count, storedWithinMs),
    close: async () => {
      await database.end().catch(() => undefined);
      await server.destroy();
      await mosquitto?.kill();
    },
  };
}
