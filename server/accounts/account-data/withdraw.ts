import type { SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { accountProblem } from '../problems.ts';
import { eraseUnlessHeld } from './erase-person.ts';
import { removeSignUp } from './remove-sign-up.ts';
import { readWithdrawalToken, withdrawableUntil } from './withdrawal-link.ts';

type Shown = { state: 'pending' | 'account'; loginId: string; company: string; until: string };

/** The sign-up behind a link, locked, while it may be withdrawn. */
async function findSignUp(app: App, tx: Tx, site: Site, token: string, now: Date) {
  const id = readWithdrawalToken(app, site.id, token);
  const row =
    id &&
    (await tx
      .selectFrom('sign_ups')
      .select(['id', 'login_id', 'fields', 'user_id', 'created_at', 'mail'])
      .where('site_id', '=', site.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  return row && now < withdrawableUntil(row.created_at) ? row : null;
}

/** What the page behind the link shows before anything is deleted. */
export async function checkWithdrawal(app: App, tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<Shown>> {
  const found = await findSignUp(app, tx, site, token, now);
  if (!found) return { reply: accountProblem('withdrawal-invalid') };
  const until = withdrawableUntil(found.created_at).toISOString();
  const { company, name, personInCharge } = found.fields as SignUpValues;
  const pending: Shown = {
    state: 'pending',
    loginId: found.login_id,
    company: String(company ?? name ?? personInCharge ?? ''),
    until,
  };
  if (!found.user_id) return { reply: { status: 200, body: pending } };
  const user = await tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.login_id', 'o.name'])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', found.user_id)
    .executeTakeFirstOrThrow();
  return { reply: { status: 200, body: { state: 'account', loginId: user.login_id, company: user.name, until } } };
}

/**
 * Takes a sign-up back by the link in its mails (K-02: who disagrees with the use of the data has them deleted). One that
 * is not finished is removed; an account that came of it is closed and its person erased.
 */
export async function withdraw(app: App, tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<never>> {
  const found = await findSignUp(app, tx, site, token, now);
  if (!found) return { reply: accountProblem('withdrawal-invalid') };
  const userId = found.user_id;
  if (userId) return eraseUnlessHeld({ app, tx, site }, { userId, now, lastOwner: 'withdrawal-last-owner' });
  await removeSignUp(tx, site.id, found.id);
  return { reply: { status: 204 }, events: [{ what: 'sign-up.withdrawn', subject: `sign-up/${found.id}` }] };
}
