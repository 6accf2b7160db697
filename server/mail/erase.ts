import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';

/**
 * Takes the address out of mails that these events caused, and out of all that went to `address`; what has not gone out yet is
 * dropped. The rows stay: that a mail went out is history.
 */
export async function eraseMails(
  tx: Tx,
  siteId: string,
  eventIds: readonly string[],
  address: string | null = null,
): Promise<void> {
  await tx
    .updateTable('mails')
    .set({
      // Each has a place of its own, because an event sends a template to an address once.
      recipient: sql<string>`'erased:' || id`,
      state: sql<string>`case when state = 'due' then 'dropped' else state end`,
      last_error: null,
      subject: null,
    })
    .where('site_id', '=', siteId)
    .where((eb) =>
      eb.or([
        eb('event_id', '=', eb.fn.any(eb.val([...eventIds]))),
        ...(address === null ? [] : [eb(eb.fn<string>('lower', ['recipient']), '=', address.toLowerCase())]),
      ]),
    )
    .execute();
}
