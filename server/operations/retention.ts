import { sql } from 'kysely';
import { after, daysMs } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import type { Job } from '../kernel/jobs.ts';
import { forgetMails } from '../mail/forget.ts';

const answersKeptMs = daysMs;
const sessionsKeptMs = 2 * daysMs;
const emptySignUpsKeptMs = 30 * daysMs;
const mailChangesKeptMs = 30 * daysMs;
/** Counted from when the newest link ended; who accepted has an account, and the event names the invitation. */
const invitationsKeptMs = 30 * daysMs;
/** Longer than any limit looks back. */
const triesKeptMs = 90 * daysMs;

/** Removes what has served: drafts and uploads past their day, answers kept for twins, ended sessions and logins, sign-ups nobody finished, browsers nobody came back with, tries that count no more, addresses asked for and invitations sent long ago, mails that went out. */
export const retention: Job = {
  name: 'retention',
  async run({ db }, now) {
    await db.deleteFrom('drafts').where('expires_at', '<', now).execute();
    await db.deleteFrom('idempotent_answers').where('created_at', '<', after(now, -answersKeptMs)).execute();
    await db
      .updateTable('imports')
      .set({ sealed_content: null })
      .where('expires_at', '<', now)
      .where('sealed_content', 'is not', null)
      .execute();
    await db
      .updateTable('imports')
      .set({ sealed_rows: null })
      .where('expires_at', '<', now)
      .where('sealed_rows', 'is not', null)
      .where('state', '<>', 'running')
      .execute();
    await db
      .updateTable('imports')
      .set({ sealed_result: null })
      .where('result_until', '<', now)
      .where('sealed_result', 'is not', null)
      .execute();
    for (const table of ['login_steps', 'totp_setups', 'passkey_challenges'] as const)
      await db.deleteFrom(table).where('expires_at', '<', now).execute();
    await db.deleteFrom('sessions').where('created_at', '<', after(now, -sessionsKeptMs)).execute();
    await db.deleteFrom('mail_changes').where('created_at', '<', after(now, -mailChangesKeptMs)).execute();
    await db.deleteFrom('invitations').where('expires_at', '<', after(now, -invitationsKeptMs)).execute();
    await forgetTries(db, now);
    await forgetMails(db, now);
    // A site may let its links live for 31 days.
    const old = db
      .selectFrom('sign_ups as s')
      .select('s.id')
      .where('s.user_id', 'is', null)
      .where('s.created_at', '<', after(now, -emptySignUpsKeptMs))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('proofs as p')
              .select('p.id')
              .whereRef('p.site_id', '=', 's.site_id')
              .whereRef('p.sign_up_id', '=', 's.id')
              .where('p.used_at', 'is', null)
              .where('p.expires_at', '>', now),
          ),
        ),
      );
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('proofs').where('sign_up_id', 'in', old).execute();
      await tx.deleteFrom('sign_ups').where('id', 'in', old).execute();
    });
  },
};

/** Counters of browsers that count as unknown again, and tries that no limit looks back to. */
async function forgetTries(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('login_counters').where('known_until', '<', now).execute();
  await db
    .deleteFrom('try_counters')
    .where(
      sql<boolean>`cardinality(failed_at) > 0 and not exists (select 1 from unnest(failed_at) at where at > ${after(now, -triesKeptMs)})`,
    )
    .execute();
  await db
    .deleteFrom('try_counters as t')
    .where('t.purpose', '=', 'invitation-sent')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('invitations as i')
            .select('i.id')
            .whereRef('i.site_id', '=', 't.site_id')
            .where(sql<boolean>`i.id::text = t.subject`),
        ),
      ),
    )
    .execute();
}
