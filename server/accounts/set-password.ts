import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { isProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { askedAgain, checkAskedAgain, type AskedAgain, type GivenAgain } from './asked-again.ts';
import { finishSignUp } from './finish-sign-up.ts';
import { storePassword } from './new-password.ts';
import { storeConsents } from './owed/store-consents.ts';
import { accountProblem } from './problems.ts';
import { hasSecondFactor } from './second-factor/factors.ts';
import { findLink, useProof, wasResetLink } from './proofs.ts';

type ShownLink = { loginId: string; expiresAt: string; secondFactor: boolean; asked: AskedAgain };

/** What the page behind a password link shows; nothing is used up by looking. */
export async function checkPasswordLink(tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<ShownLink>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: await deadLink(tx, site, token) };
  const owner = link.sign_up_id
    ? tx.selectFrom('sign_ups').select('login_id').where('site_id', '=', site.id).where('id', '=', link.sign_up_id)
    : tx.selectFrom('users').select('login_id').where('site_id', '=', site.id).where('id', '=', link.user_id);
  const { login_id: loginId } = await owner.executeTakeFirstOrThrow();
  const secondFactor = link.user_id !== null && (await hasSecondFactor(tx, site, link.user_id));
  const asked = await askedAgain(tx, site, link, now);
  return { reply: { status: 200, body: { loginId, expiresAt: link.expires_at.toISOString(), secondFactor, asked } } };
}

/**
 * Sets the password with a link's secret. For a sign-up this is the moment the account comes to be. The caller has
 * hashed the password already: a hash waits its turn, and no database connection should wait with it.
 */
export async function setPassword(
  tx: Tx,
  site: Site,
  token: string,
  passwordHash: string,
  given: GivenAgain,
  now: Date,
): Promise<Outcome<never>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: await deadLink(tx, site, token) };
  const checked = await checkAskedAgain(tx, site, token, given, now);
  if (isProblem(checked.reply)) return checked;
  const { documents } = await askedAgain(tx, site, link, now);
  await useProof(tx, site.id, link.id, now);
  if (link.sign_up_id) {
    const finished = { signUpId: link.sign_up_id, passwordHash, agreedNow: documents };
    const events = await finishSignUp(tx, site, finished, now);
    return events ? { reply: { status: 204 }, events } : { reply: accountProblem('link-invalid') };
  }
  const userId = String(link.user_id);
  await storeConsents(tx, site.id, userId, documents, now);
  const event = await storePassword(tx, site.id, userId, passwordHash, 'reset', now);
  return { reply: { status: 204 }, events: [event] };
}

/** Whose account a link would set the password of; null for a sign-up, where there is none yet, and for a dead link. */
export async function accountOfLink(tx: Tx, site: Site, token: string, now: Date): Promise<string | null> {
  const link = await findLink(tx, site.id, token, now);
  return link?.user_id ?? null;
}

/** A link that does nothing any more. Who holds the secret of one for an account may hear that a new one can be asked for. */
async function deadLink(tx: Tx, site: Site, token: string): Promise<Problem> {
  return accountProblem((await wasResetLink(tx, site.id, token)) ? 'reset-link-invalid' : 'link-invalid');
}
