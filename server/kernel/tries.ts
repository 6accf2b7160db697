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
  const find = () =>
    tx
      .selectFrom('try_counters')
      .select('failed_at')
      .where('site_id', '=', siteId)
      .where('purpose', '=', purpose)
      .where('subject', '=', subject)
      .forUpdate()
      .executeTakeFirst();
  const found = await find();
  if (found) return found.failed_at.filter((instant) => instant > since);
  await tx
    .insertInto('try_counters')
    .values({ site_id: siteId, purpose, subject, failed_at: [] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Somebody else may have made it in the meantime, and counted.
  const made = await find();
  if (!made) throw new Error('a row of tries is gone that was just made');
  return made.failed_at.filter((instant) => instant > since);
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
