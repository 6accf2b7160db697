import pg from 'pg';
import type { Logger } from './log.ts';

const reconnectMs = 500;

/** What is done with the payload of each channel. */
export type Heard = Readonly<Record<string, (payload: string) => void>>;

/**
 * Hears what is said by NOTIFY on these channels, on whatever node it was said, over a connection of its own. `missed` is called when
 * the connection is there, for the first time or again, so that the caller looks at all it has. `name` is what the database shows.
 */
export function hear(
  url: string,
  log: Logger,
  name: string,
  heard: Heard,
  missed: () => void,
): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
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
  const first = connect();
  return {
    stop: async () => {
      stopping = true;
      if (timer) clearTimeout(timer);
      await first;
      await client?.end().catch(() => undefined);
    },
  };
}
