import { chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/kernel/embedded-postgres.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { childServer, freePort, type ChildServer } from '../kit/child-server.ts';
import type { MosquittoServer } from '../mosquitto/server.ts';
import { openFront, type Front } from './front.ts';

export type TwoNodes = {
  front: Front;
  nodes: readonly [ChildServer, ChildServer];
  mail: TestMailServer;
  /** The settings of the first node, for looking beside it. */
  env: Record<string, string>;
  dataDir: string;
  /** Where devices report: to the one broker, or to that of each node. */
  brokers: readonly { url: string; node: ChildServer | null }[];
  close(): Promise<void>;
};

/**
 * Two nodes on one database that belongs to neither, with the same master secrets and a folder each, behind one address; with a broker that
 * belongs to neither, too, or else each with its own.
 */
export async function openTwoNodes(folder: string, mosquitto: MosquittoServer | null): Promise<TwoNodes> {
  await chmod(folder, 0o711);
  const [databaseDir, ...dataDirs] = ['database', 'one', 'two'].map((name) => join(folder, name));
  for (const dataDir of [databaseDir, ...dataDirs]) await mkdir(dataDir ?? '');
  const database = await startEmbeddedPostgres({ dataDir: databaseDir ?? '', log: () => undefined });
  const mail = await startMailServer();
  const front = await openFront();
  const env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ENGAWA_PUBLIC_URL: front.url,
    ENGAWA_SMTP_URL: mail.url,
  };
  const [one = '', two = ''] = dataDirs;
  await mosquitto?.start();
  const ports = mosquitto ? [] : [await freePort(), await freePort()];
  const brokerOf = (node: number) =>
    mosquitto ? { ENGAWA_MQTT_URL: mosquitto.url } : { ENGAWA_MQTT_PORT: String(ports[node]) };
  const first = await childServer({ dataDir: one, env: { ...env, ...brokerOf(0) } });
  const second = await childServer({ dataDir: two, env: { ...env, ...brokerOf(1) } });
  const close = async () => {
    await front.close();
    await first.destroy();
    await second.destroy();
    await mosquitto?.kill();
    await mail.close();
    await database.stop();
  };
  try {
    first.spawn();
    await first.ready();
    await cp(join(one, 'keys'), join(two, 'keys'), { recursive: true });
    second.spawn();
    await second.ready();
  } catch (error) {
    await close();
    throw error;
  }
  front.use([first.url, second.url]);
  const urlOf = (port: number) => `mqtt://127.0.0.1:${port}`;
  const nodes = [first, second] as const;
  const brokers = mosquitto
    ? [{ url: urlOf(mosquitto.port), node: null }]
    : ports.map((port, node) => ({ url: urlOf(port), node: nodes[node] ?? null }));
  return { front, nodes, mail, env, dataDir: one, brokers, close };
}
