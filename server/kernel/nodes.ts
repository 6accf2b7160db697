import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from './log.ts';

const lockKey = 0x6e6f6465;
const reconnectMs = 500;
/** The database may take a moment to notice that a node is dead. */
const asksMax = 5;
const askEveryMs = 50;

export type Membership = { leave(): Promise<void> };

/**
 * Counts this node among those on the database for as long as it lives: by a lock that all share, on a connection of its own, which ends with the
 * process. Where there is no other node, whatever is marked as in some node's hand is in the hand of a dead one: `takeBack` is called then, and
 * nobody else joins before it is done.
 */
export async function joinNodes(url: string, log: Logger, takeBack: () => Promise<void>): Promise<Membership> {
  let client: pg.Client | null = null;
  let leaving = false;
  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({ connectionString: url, application_name: 'engawa-node' });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!leaving) setTimeout(() => void joinAgain(), reconnectMs).unref();
    });
    client = next;
    await next.connect();
    return next;
  };
  const joinAgain = async () => {
    try {
      if (!leaving) await share(await connect());
    } catch (error) {
      log.debug({ err: error }, 'joining the nodes is tried again');
      await client?.end().catch(() => undefined);
    }
  };
  const leave = async () => {
    leaving = true;
    await client?.end().catch(() => undefined);
  };
  try {
    const first = await connect();
    const alone = await isAlone(first);
    if (alone) await takeBack();
    await share(first);
    if (alone) await first.query('select pg_advisory_unlock($1)', [lockKey]);
    return { leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Whether nobody shares the lock; it is held then, and given back by hand. */
async function isAlone(client: pg.Client): Promise<boolean> {
  for (let asked = 0; asked < asksMax; asked += 1) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey]);
    if (rows[0]?.got) return true;
    await sleep(askEveryMs);
  }
  return false;
}

async function share(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [lockKey]);
}
