import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { proofEnds } from '../../../domain/accounts/proofs.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome, Reply } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/ids.ts';
import { isAddressTaken } from '../login-ids.ts';
import { accountProblem } from '../problems.ts';
import { hashLink, linkSecret } from '../proofs.ts';

/** P-13: so long the link in the mail is good, and only the newest. */
const life = { hours: 24 } as const;
const askedPerHourMax = 5;

type Who = { userId: string; organizationKind: OrganizationKind };
type Typed = { mail: string; mailAgain: string };
type Asked = { mail: string; expiresAt: string };

/**
 * Asks for another mail address (P-13). Nothing changes until the link that goes there is opened; the present address is
 * warned. Whether the new one is somebody's login ID cannot be told from the answer (P-19).
 */
export async function askMailChange(
  app: App,
  site: Site,
  who: Who,
  typed: Typed,
  now: Date,
  refusePassword: () => Promise<Problem | null>,
  change: (work: (tx: Tx) => Promise<Outcome<Asked>>) => Promise<Reply<Asked> | Problem>,
): Promise<Reply<Asked> | Problem> {
  const mail = parseMailAddress(typed.mail);
  const again = parseMailAddress(typed.mailAgain);
  const faults: FieldFault[] = [];
  if (!mail.ok) faults.push(faultAt('/mail', mail));
  if (typed.mailAgain.trim() === '') faults.push({ pointer: '/mailAgain', code: 'identifiers/required' });
  else if (mail.ok && (!again.ok || again.value !== mail.value))
    faults.push({ pointer: '/mailAgain', code: 'accounts/mail-again-differs' });
  if (faults.length > 0 || !mail.ok) return platformProblem('invalid-fields', { errors: faults });
  const refused = await refusePassword();
  if (refused) return refused;
  return change((tx) => store(app, tx, site, who, mail.value, now));
}

async function store(app: App, tx: Tx, site: Site, who: Who, mail: string, now: Date): Promise<Outcome<Asked>> {
  const user = await tx
    .selectFrom('users')
    .select('mail')
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (user.mail === mail) {
    return {
      reply: accountProblem('mail-unchanged', { errors: [{ pointer: '/mail', code: 'accounts/mail-unchanged' }] }),
    };
  }
  const asked = await askedWithinTheHour(tx, site.id, who.userId, mail, now);
  if (asked.byUser >= askedPerHourMax)
    return { reply: platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 }) };
  await endMailChanges(tx, site.id, who.userId, now);
  const id = newId();
  const expiresAt = proofEnds(life, now, site.timeZone);
  await tx
    .insertInto('mail_changes')
    .values({
      site_id: site.id,
      id,
      user_id: who.userId,
      old_mail: user.mail,
      new_mail: mail,
      secret_hash: hashLink(linkSecret(app, site.id, id)),
      created_at: now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  // Whoever asks, an address is not pestered: then only the present address hears of it.
  const flooded = asked.forAddress >= askedPerHourMax;
  const taken = await isAddressTaken(tx, site, { userId: who.userId, kind: who.organizationKind }, mail, now);
  return {
    reply: { status: 201, body: { mail, expiresAt: expiresAt.toISOString() } },
    events: [
      {
        what: 'mail-change.asked',
        subject: `user/${who.userId}`,
        data: { user: who.userId, change: id, mailed: flooded ? 'nobody' : taken ? 'owner' : 'address' },
        details: { mail },
      },
    ],
  };
}

async function askedWithinTheHour(tx: Tx, siteId: string, userId: string, mail: string, now: Date) {
  const rows = await tx
    .selectFrom('mail_changes')
    .select(['user_id', 'new_mail'])
    .where('site_id', '=', siteId)
    .where('created_at', '>', after(now, -hoursMs))
    .where((eb) =>
      eb.or([eb('user_id', '=', userId), eb(eb.fn<string>('lower', ['new_mail']), '=', mail.toLowerCase())]),
    )
    .limit(askedPerHourMax * 4)
    .execute();
  return {
    byUser: rows.filter((row) => row.user_id === userId).length,
    forAddress: rows.filter((row) => row.new_mail.toLowerCase() === mail.toLowerCase()).length,
  };
}

/** Ends what a user asked for earlier; says whether there was anything. */
export async function endMailChanges(tx: Tx, siteId: string, userId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail_changes')
    .set({ ended_at: now })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The address that waits for its proof, if any. */
export async function pendingMailChange(
  db: Database | Tx,
  siteId: string,
  userId: string,
  now: Date,
): Promise<Asked | null> {
  const row = await openChanges(db, siteId, now).where('c.user_id', '=', userId).executeTakeFirst();
  return row ? { mail: row.new_mail, expiresAt: row.expires_at.toISOString() } : null;
}

/** Changes whose link may still be opened. One that was asked for before the password was set anew is void. */
export function openChanges(db: Database | Tx, siteId: string, now: Date) {
  return db
    .selectFrom('mail_changes as c')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'c.site_id').onRef('u.id', '=', 'c.user_id'))
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['c.id', 'c.user_id', 'c.new_mail', 'c.old_mail', 'c.expires_at', 'u.login_id', 'o.kind'])
    .where('c.site_id', '=', siteId)
    .where('c.ended_at', 'is', null)
    .where('c.expires_at', '>', now)
    .where('u.erased_at', 'is', null)
    .where('u.ended_at', 'is', null)
    .whereRef('u.password_changed_at', '<=', 'c.created_at');
}
