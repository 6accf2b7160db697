import pg from 'pg';
import type { App, Closure } from '../kernel/app.ts';
import type { Clock } from '../kernel/clock.ts';
import { DatabaseAway, isDatabaseAway } from '../kernel/database.ts';
import type { Logger } from '../kernel/log.ts';

/** A window that begins, is changed or ends elsewhere is known here after this time at most. */
const ageMaxMs = 1_000;
const answerWithinMs = 2_000;
const windowsMax = 10_000;

export type WindowAhead = Closure & { siteId: string };
type Known = { readAtMs: number; windows: readonly WindowAhead[] | null };

/**
 * Which sites are closed, out of memory: one small query a second however many requests come, none while nobody asks.
 * `read` gives all windows that are not over; that it failed is remembered as long as an answer, so that requests fail at
 * once while the database is away.
 */
export function watchClosures(
  read: () => Promise<readonly WindowAhead[]>,
  monotonicMs: () => number = () => performance.now(),
): Pick<App, 'closureOf' | 'forgetClosures'> {
  let known: Known | null = null;
  let reading: Promise<Known> | null = null;

  function readAnew(): Promise<Known> {
    const readAtMs = monotonicMs();
    const now = read().then(
      (windows) => ({ readAtMs, windows }),
      () => ({ readAtMs, windows: null }),
    );
    const own = now.then((answer) => {
      // What was asked before a change is not kept after it.
      if (reading === own) [known, reading] = [answer, null];
      return answer;
    });
    reading = own;
    return own;
  }

  return {
    closureOf: async (site, now) => {
      const fresh = known && monotonicMs() - known.readAtMs < ageMaxMs ? known : null;
      const { windows } = fresh ?? (await (reading ?? readAnew()));
      if (!windows) throw new DatabaseAway('the database gives no answer');
      return windows.find((one) => one.siteId === site.id && one.startsAt <= now && now < one.endsAt) ?? null;
    },
    forgetClosures: () => {
      known = null;
      reading = null;
    },
  };
}

/**
 * Reads on a connection of its own, so that a crowd waiting for the others delays nothing and a database that hangs is
 * noticed within seconds.
 */
export function windowReader(
  url: string,
  clock: Clock,
  log: Logger,
): { read: () => Promise<WindowAhead[]>; close: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    application_name: 'engawa-closures',
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return {
    close: () => pool.end(),
    read: async () => {
      const client = await pool.connect();
      try {
        const { rows } = await client.query(
          `select site_id, starts_at, ends_at, body_ja, body_en from maintenance_windows
            where cancelled_at is null and ends_at > $1 order by ends_at limit ${windowsMax}`,
          [clock.now()],
        );
        client.release();
        return rows.map((row) => ({
          siteId: row.site_id,
          startsAt: row.starts_at,
          endsAt: row.ends_at,
          body: { ja: row.body_ja, en: row.body_en },
        }));
      } catch (error) {
        // A connection that did not answer in time is not used again.
        client.release(true);
        if (!isDatabaseAway(error)) log.warn({ err: error }, 'the maintenance windows could not be read');
        throw error;
      }
    },
  };
}
