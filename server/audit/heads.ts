import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import type { Head } from './chain.ts';

const message = 'head of the audit log';

type LoggedHead = Head & { site: string };

const toldOf = new WeakMap<App, Map<string, number>>();

/** Puts the head of each site's chain into the server's log, where who may write the database does not reach; each once. */
export const tellHeads: Job = {
  name: 'audit-heads',
  run: async (app) => {
    const told = toldOf.get(app) ?? new Map<string, number>();
    toldOf.set(app, told);
    const { rows } = await sql<LoggedHead>`
      select s.id as site, h.position, encode(h.chain_hash, 'hex') as hash from sites s cross join lateral (
        select position, chain_hash from event_seals where site_id = s.id order by position desc limit 1) h
      order by s.id`.execute(app.db);
    for (const { site, position, hash } of rows) {
      if (told.get(site) === position) continue;
      app.log.info({ site, position, hash }, message);
      told.set(site, position);
    }
  },
};

/** The head that a line of the server's log tells of, which are JSON; null where it tells of something else. What stands before the object is passed over. */
export function readHead(line: string): LoggedHead | null {
  if (!line.includes(message)) return null;
  const head = parseObject(line.slice(line.indexOf('{')));
  return isHead(head) ? { site: head.site, position: head.position, hash: head.hash } : null;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function isHead(line: Record<string, unknown>): line is LoggedHead {
  return (
    line['msg'] === message &&
    typeof line['site'] === 'string' &&
    Number.isSafeInteger(line['position']) &&
    typeof line['hash'] === 'string' &&
    /^[0-9a-f]{64}$/.test(line['hash'])
  );
}
