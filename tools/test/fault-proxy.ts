import { createServer, connect, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What happens to connections: all goes `through`; each piece comes `late`, or in a `drip`; a `hole` takes connections and bytes and gives nothing on;
 * `mute` gives on what is asked and swallows what is answered; `cut` breaks each connection in the middle of the next answer; `half` ends the way
 * of the answer, while what is asked still arrives.
 */
export type Manner = (typeof manners)[number] | 'through';
export const manners = ['late', 'drip', 'hole', 'mute', 'cut', 'half'] as const;

export type FaultProxy = {
  port: number;
  /** From now on, also for the connections there are. Going back to `through` breaks what a fault has touched beyond repair. */
  be(manner: Manner): void;
  /** Breaks every connection there is, as a machine does that has lost its memory of them. */
  reset(): void;
  /** How many pieces came by, either way. */
  pieces(): number;
  close(): Promise<void>;
};

type Pair = { near: Socket; far: Socket; spoilt: boolean };

const lateMs = 40;
const dripBytes = 200;
const dripsMax = 50;
const dripMs = 2;

function breakBoth({ near, far }: Pair): void {
  for (const socket of [near, far])
    if (socket.remoteAddress === undefined) socket.destroy();
    else socket.resetAndDestroy();
}

/** Stands before a server, at a port of its own, and does to its connections what a network can do. */
export async function faultProxy(target: NetConnectOpts): Promise<FaultProxy> {
  const pairs = new Set<Pair>();
  let manner: Manner = 'through';
  let pieces = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    // Each caller keeps its address, by which a server counts.
    const from = 'port' in target ? near.remoteAddress?.replace(/^::ffff:/, '') : undefined;
    const far = connect({ ...target, allowHalfOpen: true, ...(from && { localAddress: from }) } as NetConnectOpts);
    const pair = { near, far, spoilt: false };
    pairs.add(pair);
    passOn(pair, near, far, async (piece) => {
      if (manner === 'hole') return spoil(pair);
      await give(far, piece);
    });
    passOn(pair, far, near, async (piece) => {
      if (manner === 'hole' || manner === 'mute') return spoil(pair);
      if (manner === 'half') {
        near.end();
        return spoil(pair);
      }
      if (manner !== 'cut') return give(near, piece);
      near.write(piece.subarray(0, piece.length >> 1), () => breakOff(pair));
    });
  });

  const spoil = (pair: Pair) => void (pair.spoilt = true);
  const breakOff = (pair: Pair) => {
    pairs.delete(pair);
    breakBoth(pair);
  };
  const give = async (to: Socket, piece: Buffer) => {
    if (manner === 'late') await sleep(lateMs);
    const bytes = manner === 'drip' ? Math.max(dripBytes, Math.ceil(piece.length / dripsMax)) : piece.length;
    for (let at = 0; at < piece.length; at += bytes) {
      if (at > 0) await sleep(dripMs);
      if (!to.destroyed) to.write(piece.subarray(at, at + bytes));
    }
  };
  const passOn = (pair: Pair, from: Socket, to: Socket, piece: (piece: Buffer) => Promise<void>) => {
    let passing = Promise.resolve();
    from.on('data', (data: Buffer) => {
      pieces += 1;
      from.pause();
      passing = passing.then(() => piece(data)).then(() => void from.resume());
    });
    from.on('end', () => {
      passing = passing.then(() => void (pair.spoilt || to.end()));
    });
    from.on('error', () => breakOff(pair));
    from.on('close', () => {
      // An end that was swallowed by a hole is not heard on the other side either.
      if (!pair.spoilt && from.readableEnded) return;
      void passing.then(() => pair.spoilt || breakOff(pair));
    });
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reset = () => {
    for (const pair of pairs) breakOff(pair);
  };
  return {
    port: (server.address() as AddressInfo).port,
    be: (next) => {
      manner = next;
      for (const pair of pairs) if (pair.spoilt || pair.near.destroyed || pair.far.destroyed) breakOff(pair);
    },
    reset,
    pieces: () => pieces,
    close: async () => {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const socketName = '.s.PGSQL.5432';

/** A fault proxy before a PostgreSQL that is reached by a socket in a folder, named by `?host=` in its address; with addresses that lead through it. */
export async function databaseProxy(databaseUrl: string): Promise<FaultProxy & { through(url: string): string }> {
  const folder = new URL(databaseUrl).searchParams.get('host');
  if (!folder) throw new Error('the database is not reached by a socket');
  const proxy = await faultProxy({ path: join(folder, socketName) });
  return {
    ...proxy,
    through: (text) => {
      const url = new URL(text);
      url.searchParams.delete('host');
      url.host = `127.0.0.1:${proxy.port}`;
      return url.href;
    },
  };
}
