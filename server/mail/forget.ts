import { sql } from 'kysely';
import { after, daysMs } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { earliestId } from '../kernel/ids.ts';

/** Long enough to answer who asks whether a mail went out. */
const keptMs = 90 * daysMs;
/** What nobody took is looked into later. */
const deadKeptMs = 365 * daysMs;
const atOnceMax = 10_000;

/** Removes mails that went out, or had nothing to say any more, and later those that nobody took. What is to be sent stays. */
export async function forgetMails(db: Database, now: Date): Promise<void> {
  await forget(db, ['sent', 'dropped'], after(now, -keptMs));
  await forget(db, ['dead'], after(now, -deadKeptMs));
}

/** By ID first, which is as old as the mail: the key of the table is in that order, and no other index is needed. */
async function forget(db: Database, states: readonly string[], before: Date): Promise<void> {
  // Asked again of the row that goes: an operator may have it handed over anew just now.
  await sql`delete from mails where state = any(${states}::text[]) and (site_id, id) in (
    select m.site_id, m.id from sites s join mails m on m.site_id = s.id and m.id < ${earliestId(before)}::uuid
    where m.state = any(${states}::text[]) and coalesce(m.sent_at, m.tried_at, m.next_try_at) < ${before}
    limit ${atOnceMax})`.execute(db);
}
