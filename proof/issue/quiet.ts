import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';

const lookEveryMs = 50;
/** So long may pass without any of it being done. */
const stuckMs = 120_000;

/**
 * Waits until every event is sealed and read, and every mail and every message to webhooks is sent, as long as they become fewer; tells what is left
 * where they do not.
 */
export async function waitUntilQuiet(app: App): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let deadline = performance.now() + stuckMs;
  for (;;) {
    const left = await findLeft(app);
    if (left === null) return;
    const count = await countLeft(app);
    if (count < least) {
      least = count;
      deadline = performance.now() + stuckMs;
    }
    if (performance.now() > deadline) throw new Error(`still to be done: ${JSON.stringify(left)}`);
    await sleep(lookEveryMs);
  }
}

async function countLeft({ db }: App): Promise<number> {
  const { rows } = await sql<{ count: number }>`select (select count(*) from events_unsealed)
    + (select count(*) from mails where state = 'due') + (select count(*) from webhook_deliveries where state = 'due') as count`.execute(
    db,
  );
  return Number(rows[0]?.count);
}

async function findLeft({ db }: App): Promise<unknown> {
  const unsealed = await db.selectFrom('events_unsealed').selectAll().limit(1).executeTakeFirst();
  const unread = await db
    .selectFrom('event_seals as s')
    .innerJoin('event_readers as r', (join) =>
      join.onRef('r.site_id', '=', 's.site_id').onRef('s.position', '>', 'r.position'),
    )
    .select(['r.reader', 'r.position as at', 's.position'])
    .limit(1)
    .executeTakeFirst();
  const due = await db.selectFrom('mails').selectAll().where('state', '=', 'due').limit(1).executeTakeFirst();
  const delivery = await db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', (join) => join.onRef('w.site_id', '=', 'd.site_id').onRef('w.id', '=', 'd.webhook_id'))
    .select(['w.name', 'd.tries', 'd.next_try_at', 'w.due_at', 'w.claim'])
    .where('d.state', '=', 'due')
    .where('w.off_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return unsealed ?? unread ?? due ?? delivery ?? null;
}
