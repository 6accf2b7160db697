import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const socketName = '.s.PGSQL.5432';
const headBytes = 5;
const readyForQuery = 0x5a;
const idle = 0x49;

/** `DISCARD ALL` as a simple query: what a pooler says before it gives a connection to the next client. */
function discardAll(): Buffer {
  const text = Buffer.from('DISCARD ALL\0');
  const head = Buffer.from('Q\0\0\0\0');
  head.writeUInt32BE(4 + text.length, 1);
  return Buffer.concat([head, text]);
}

/** Stands between a client and its PostgreSQL like a pooler in transaction mode: after each transaction the connection forgets everything. */
export async function forgetfulPooler(databaseUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const target = new URL(databaseUrl).searchParams.get('host');
  if (!target) throw new Error('the database is not reached by a socket');
  const folder = await mkdtemp(join(tmpdir(), 'engawa-pooler-'));
  const server = createServer((near) => {
    const far = connect(join(target, socketName));
    let held = Buffer.alloc(0);
    let forgetting = false;
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      while (held.length >= headBytes && held.length >= 1 + held.readUInt32BE(1)) {
        const message = held.subarray(0, 1 + held.readUInt32BE(1));
        held = held.subarray(message.length);
        const over = message[0] === readyForQuery && message[headBytes] === idle;
        if (!forgetting) {
          // First to the one behind, so that whatever the client asks next comes after.
          if (over) far.write(discardAll());
          near.write(message);
        }
        if (over) forgetting = !forgetting;
      }
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(join(folder, socketName), resolve);
  });
  return {
    url: databaseUrl.replace(encodeURIComponent(target), encodeURIComponent(folder)),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
