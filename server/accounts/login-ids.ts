import { sql } from 'kysely';
import { loginIdPolicyOf } from '../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';

const uniqueViolation = '23505';

/** Whether a write failed because somebody else took the login ID between the look and the write. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}

/** Who asks: a user may go back to an ID that was once theirs, a sign-up goes on with its own. */
type Asker = { userId?: string; signUpId?: string };

/**
 * Whether somebody has this login ID, in whatever case, or is signing up with it, or a dealer is known by it (E-04). A wish is held only while the link or code
 * is good (energy, E-01); what was once an account's ID stays its own until the account ends.
 */
export async function isLoginIdTaken(
  tx: Tx,
  siteId: string,
  loginId: string,
  now: Date,
  { userId, signUpId }: Asker = {},
): Promise<boolean> {
  const lower = loginId.toLowerCase();
  let users = tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['login_id']), '=', lower));
  let wished = tx
    .selectFrom('sign_ups as s')
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 's.site_id').onRef('u.id', '=', 's.user_id'))
    .select('s.id')
    .where('s.site_id', '=', siteId)
    .where('u.ended_at', 'is', null)
    .where((eb) => eb(eb.fn<string>('lower', ['s.login_id']), '=', lower))
    .where((eb) =>
      eb.or([
        eb('s.user_id', 'is not', null),
        eb.exists(
          eb
            .selectFrom('proofs as p')
            .select('p.id')
            .whereRef('p.site_id', '=', 's.site_id')
            .whereRef('p.sign_up_id', '=', 's.id')
            .where('p.used_at', 'is', null)
            .where('p.expires_at', '>', now),
        ),
      ]),
    );
  let dealers = tx
    .selectFrom('organizations as o')
    .select('o.id')
    .where('o.site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['o.dealer_code']), '=', lower));
  if (userId !== undefined) {
    dealers = dealers.where((eb) =>
      eb(
        'o.id',
        'not in',
        eb.selectFrom('users').select('organization_id').where('site_id', '=', siteId).where('id', '=', userId),
      ),
    );
    users = users.where('id', '<>', userId);
    wished = wished.where((eb) => eb.or([eb('s.user_id', 'is', null), eb('s.user_id', '<>', userId)]));
  }
  if (signUpId !== undefined) wished = wished.where('s.id', '<>', signUpId);
  for (const one of [users, wished, dealers]) if ((await one.executeTakeFirst()) !== undefined) return true;
  return false;
}

/** Whether an account of the site has this login ID, in whatever case. */
export async function isLoginIdInUse(tx: Tx, siteId: string, loginId: string): Promise<boolean> {
  const user = await tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['login_id']), '=', loginId.toLowerCase()))
    .executeTakeFirst();
  return user !== undefined;
}

/**
 * Whether an account of the site has this mail address, in whatever case. With `lock` nobody else who asks so goes on before this
 * transaction ends: addresses may repeat at some sites, so no key of the table keeps them apart.
 */
export async function isMailTaken(
  tx: Tx,
  siteId: string,
  mail: string,
  how: 'lock' | 'look',
  exceptUserId?: string,
): Promise<boolean> {
  const lower = mail.toLowerCase();
  if (how === 'lock')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`mail/${siteId}/${lower}`}, 0))`.execute(tx);
  let taken = tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .where((eb) => eb(eb.fn<string>('lower', ['mail']), '=', lower));
  if (exceptUserId !== undefined) taken = taken.where('id', '<>', exceptUserId);
  return (await taken.executeTakeFirst()) !== undefined;
}

/** Whether a user may not take this address: it is somebody's login ID, or each address of the site has one account. */
export async function isAddressTaken(
  tx: Tx,
  site: Site,
  who: { userId: string; kind: OrganizationKind },
  mail: string,
  now: Date,
): Promise<boolean> {
  const rule = loginIdPolicyOf(site.accounts, who.kind);
  if (rule.kind === 'mail' && (await isLoginIdTaken(tx, site.id, mail, now, { userId: who.userId }))) return true;
  const mayRepeat = rule.kind !== 'mail' && rule.addressMayRepeat;
  return !mayRepeat && (await isMailTaken(tx, site.id, mail, 'lock', who.userId));
}
