import type { Tx } from '../kernel/database.ts';
import { eraseDetails } from '../kernel/events.ts';
import { eraseMails } from '../mail/erase.ts';

type Of = { userId: string; mail: string | null };

/** Forgets what somebody asked, with the answers, when they are erased (P-27): also what was asked from their address without logging in. */
export async function eraseContactRequests(tx: Tx, siteId: string, { userId, mail }: Of): Promise<void> {
  const rows = await tx
    .selectFrom('contact_requests')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) =>
      eb.or([
        eb('user_id', '=', userId),
        ...(mail ? [eb(eb.fn<string>('lower', ['typed_mail']), '=', mail.toLowerCase())] : []),
      ]),
    )
    .execute();
  await forgetRequests(
    tx,
    siteId,
    rows.map(({ id }) => id),
  );
}

/** Takes requests away, and what their events and mails say of the person; that somebody asked stays in the log. */
export async function forgetRequests(tx: Tx, siteId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const events = await eraseDetails(tx, siteId, { subjects: ids.map((id) => `contact-request/${id}`) });
  await eraseMails(tx, siteId, events);
  await tx
    .deleteFrom('contact_requests')
    .where('site_id', '=', siteId)
    .where('id', 'in', [...ids])
    .execute();
}
