import { chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/kernel/embedded-postgres.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { childServer, type ChildServer } from '../kit/child-server.ts';
import { openFront, type Front } from './front.ts';

export type TwoNodes = {
  front: Front;
  nodes: readonly [ChildServer, ChildServer];
  mail: TestMailServer;
  /** The settings of the first node, for looking beside it. */
  env: Record<string, string>;
  dataDir: string;
  close(): Promise<void>;
};

/** Two nodes on one database that belongs to neither, with the same master secrets and a folder each, behind one address. */
export async function openTwoNodes(folder: string): Promise<TwoNodes> {
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
  const first = await childServer({ dataDir: one, env });
  const second = await childServer({ dataDir: two, env });
  const close = async () => {
    await front.close();
    await first.destroy();
    await second.destroy();
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
  return { front, nodes: [first, second], mail, env, dataDir: one, close };
}
