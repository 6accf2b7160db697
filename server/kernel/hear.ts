import pg from 'pg';
import type { Logger } from './log.ts';

const reconnectMs = 500;

/** What is done with the payload of each channel. */
export type Heard = Readonly<Record<string, (payload: string) => void>>;

export type Ears = {
  /** Whether this node is the one of all under this name that does what one is enough for; another one is when its connection ends. */
  isFirst(): Promise<boolean>;
  stop(): Promise<void>;
};

/**
 * Hears what is said by NOTIFY on these channels, on whatever node it was said, over a connection of its own. `missed` is called when
 * the connection is there, for the first time or again, so that the caller looks at all it has. `name` is what the database shows.
 */
export function hear(url: string, log: Logger, name: string, heard: Heard, missed: () => void): Ears {
  let client: pg.Client | null = null;
  let first: pg.Client | null = null;
  let stopping = false;
  let timer: NodeJS.Timeout | null = null;
  const again = () => {
    if (!stopping) timer = setTimeout(() => void connect(), reconnectMs).unref();
  };
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: name });
    next.on('notification', ({ channel, payload }) => heard[channel]?.(payload ?? ''));
    next.on('error', () => undefined);
    next.on('end', again);
    client = next;
    try {
      await next.connect();
      for (const channel of Object.keys(heard)) await next.query(`listen ${channel}`);
      missed();
    } catch (error) {
      log.debug({ err: error, name }, 'listening to the database is tried again');
      await next.end().catch(() => undefined);
    }
  };
  const begun = connect();
  return {
    isFirst: async () => {
      const asked = client;
      if (!asked || stopping) return false;
      if (first === asked) return true;
      const { rows } = await asked
        .query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', [`first of ${name}`])
        .catch(() => ({ rows: [] }));
      // The lock ends with the connection on which it was got.
      if (rows[0]?.got) first = asked;
      return rows[0]?.got === true;
    },
    stop: async () => {
      stopping = true;
      if (timer) clearTimeout(timer);
      await begun;
      await client?.end().catch(() => undefined);
    },
  };
}
