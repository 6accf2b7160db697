import pg from 'pg';
import type { Logger } from '../../kernel/log.ts';
import { withdrawnChannel } from '../credentials/store.ts';

const reconnectMs = 500;

/**
 * Hears of every credential that is withdrawn, on whatever node. `told` gets its ID; `missed` is called when the connection had been
 * away, so that the caller looks at all it has.
 */
export function watchWithdrawals(
  url: string,
  log: Logger,
  { told, missed }: { told: (id: string) => void; missed: () => void },
): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let stopping = false;
  let timer: NodeJS.Timeout | null = null;
  const again = () => {
    if (!stopping) timer = setTimeout(() => void connect(), reconnectMs).unref();
  };
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'engawa-credentials' });
    next.on('notification', ({ payload }) => told(payload ?? ''));
    next.on('error', () => undefined);
    next.on('end', again);
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${withdrawnChannel}`);
      missed();
    } catch (error) {
      log.debug({ err: error }, 'listening for withdrawn credentials is tried again');
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
