import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const socketName = '.s.PGSQL.5432';

export type FaultProxy = {
  /** The way to the same database through the proxy. */
  url: string;
  /** Connections stay open and new ones are taken, but nothing comes back any more. */
  hang(): void;
  /** Cuts what hung; from now on all goes through again. */
  restore(): void;
  close(): Promise<void>;
};

/** Stands between a server and its PostgreSQL (a socket in a folder, named by `?host=` in the address) and fails on demand. */
export async function faultProxy(databaseUrl: string): Promise<FaultProxy> {
  const target = new URL(databaseUrl).searchParams.get('host');
  if (!target) throw new Error('the database is not reached by a socket');
  const folder = await mkdtemp(join(tmpdir(), 'engawa-proxy-'));
  const sockets = new Set<Socket>();
  let hanging = false;
  const server = createServer((near) => {
    const far = connect(join(target, socketName));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!hanging) to.write(chunk);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!hanging) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(join(folder, socketName), resolve);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: databaseUrl.replace(encodeURIComponent(target), encodeURIComponent(folder)),
    hang: () => {
      hanging = true;
    },
    restore: () => {
      hanging = false;
      cut();
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
