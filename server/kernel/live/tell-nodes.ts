import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Logger } from '../log.ts';
import type { Signal } from './topic.ts';

export const liveChannel = 'engawa_live';
/** PostgreSQL takes payloads below 8,000 bytes. */
const payloadBytesMax = 7_900;
export const payloadsMax = 8;
/** Between two statements: devices report hundreds of times a second, and nobody looks that often. */
const restMs = 50;
/** Instead of signals that would not fit: whoever watches anything looks again. */
export const everything = '*';

/** What the other nodes are told of these signals: the sender's name and signals, in as many payloads as it takes; or that there are too many. */
export function payloadsOf(sender: string, signals: readonly Signal[]): string[] {
  const payloads: string[] = [];
  let current = sender;
  for (const signal of signals) {
    if (current.length + 1 + signal.length > payloadBytesMax) {
      payloads.push(current);
      current = sender;
    }
    current += ` ${signal}`;
  }
  payloads.push(current);
  return payloads.length > payloadsMax ? [`${sender} ${everything}`] : payloads;
}

export function readPayload(payload: string): { sender: string; signals: readonly Signal[] } {
  const [sender = '', ...signals] = payload.split(' ');
  return { sender, signals };
}

/**
 * Tells the other nodes, the first at once: what comes soon after goes with the next statement. What does not get through is
 * lost, as a page looks again by itself when the database is back.
 */
export function tellNodes(db: Database, log: Logger, sender: string): (signals: Iterable<Signal>) => void {
  const waiting = new Set<Signal>();
  let sending = false;
  const send = async () => {
    const payloads = payloadsOf(sender, [...waiting]);
    waiting.clear();
    // Nothing of this has to outlive a crash, so nobody waits for the disk.
    await sql`
      select set_config('synchronous_commit', 'off', true), pg_notify(${liveChannel}, p)
      from unnest(${payloads}::text[]) as p`.execute(db);
  };
  const work = async () => {
    sending = true;
    try {
      while (waiting.size > 0) {
        await send();
        await sleep(restMs, undefined, { ref: false });
      }
    } catch (error) {
      log.debug({ err: error }, 'other nodes were not told of something new');
    }
    sending = false;
  };
  return (signals) => {
    for (const signal of signals) waiting.add(signal);
    if (!sending) void work();
  };
}
