import type { Tx } from './database.ts';

const keptMax = 100;

/** Failed tries of a subject since `since`, oldest first, with the row locked: tries of one subject are judged one after the other. */
export async function lockTries(
  tx: Tx,
  siteId: string,
  purpose: string,
  subject: string,
  since: Date,
): Promise<Date[]> {
  await tx
    .insertInto('try_counters')
    .values({ site_id: siteId, purpose, subject, failed_at: [] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { failed_at: failedAt } = await tx
    .selectFrom('try_counters')
    .select('failed_at')
    .where('site_id', '=', siteId)
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return failedAt.filter((instant) => instant > since);
}

/** Writes the tries back with the new failures; what is older than the caller looks at is dropped. */
export async function storeTries(
  tx: Tx,
  siteId: string,
  purpose: string,
  subject: string,
  failedAt: readonly Date[],
): Promise<void> {
  await tx
    .updateTable('try_counters')
    .set({ failed_at: failedAt.slice(-keptMax) })
    .where('site_id', '=', siteId)
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .execute();
}
