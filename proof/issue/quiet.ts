import type { App } from '../../server/kernel/app.ts';
import { until } from '../kit/child-server.ts';

const quietWithinMs = 120_000;

/** Waits until every event is sealed and read and every mail is sent; tells what is left where that does not happen. */
export async function waitUntilQuiet(app: App): Promise<void> {
  let left: unknown = null;
  const isQuiet = async () => {
    left = await findLeft(app);
    return left === null;
  };
  await until('all events sealed, read and their mails sent', isQuiet, quietWithinMs).catch((error: unknown) => {
    throw new Error(`still to be done: ${JSON.stringify(left)}`, { cause: error });
  });
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
  return unsealed ?? unread ?? due ?? null;
}
