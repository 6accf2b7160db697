import { createHash } from 'node:crypto';
import type { Tx } from '../kernel/database.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';

const purpose = 'nobody';

/**
 * Costs what counting a try costs where there is an account: a row that is locked, read and written. So the time says less
 * of whether there is one. The rows are few, whatever is typed, so that nobody can fill a table with guesses.
 */
export async function countForNobody(tx: Tx, siteId: string, typed: string, now: Date): Promise<void> {
  const [subject = 0] = createHash('sha256').update(typed).digest();
  await lockTries(tx, siteId, purpose, String(subject), now);
  await storeTries(tx, siteId, purpose, String(subject), [now]);
}
