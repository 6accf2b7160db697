import type { App } from '../../server/kernel/app.ts';
import { until } from '../kit/child-server.ts';

const quietWithinMs = 120_000;

/** Waits until every event is sealed and read, and every mail and every message to webhooks is sent; tells what is left where that does not happen. */
export async function waitUntilQuiet(app: App): Promise<void> {
  let left: unknown = null;
  const isQuiet = async () => {
    left = await findLeft(app);
    return left === null;
  };
  await until('all events sealed, read and what follows from them sent', isQuiet, quietWithinMs).catch(
    (error: unknown) => {
      throw new Error(`still to be done: ${JSON.stringify(left)}`, { cause: error });
    },
  );
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
