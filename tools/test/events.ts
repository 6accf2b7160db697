import type { App } from '../../server/kernel/app.ts';

/** Watches the events that something causes, "and nothing else". */
export async function eventsCausedBy(app: App, work: () => Promise<unknown>): Promise<string[]> {
  const before = await app.db
    .selectFrom('events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await work();
  const rows = await app.db.selectFrom('events').select('what').orderBy('id').offset(before.count).execute();
  return rows.map((row) => row.what);
}
