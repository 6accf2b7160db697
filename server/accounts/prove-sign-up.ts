import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { codeRefused, judgeCode, type CodeTry } from './code-tries.ts';
import { finishSignUp, wayOf } from './finish-sign-up.ts';
import { isLoginIdTaken } from './login-ids.ts';
import { createProof, linkSecret } from './proofs.ts';
import { mailProof, requested } from './sign-up.ts';
import { proofEnds } from '../../domain/accounts/proofs.ts';

const resendsPerHourMax = 5;
const hourMs = 3_600_000;

/** The token with which the password is set; null where it was chosen before and the account is there now. */
type Proved = { passwordToken: string | null };

/**
 * Takes the code of a sign-up (P-10): five tries each, the newest only. A right one gives a token with which the
 * password is set, or finishes a sign-up whose password was chosen with the address. Wrong, used up, too old, and no such
 * sign-up read alike.
 */
export async function proveSignUp(
  app: App,
  tx: Tx,
  site: Site,
  signUpId: string,
  typed: string,
  codeTry: CodeTry,
): Promise<Outcome<Proved>> {
  const now = codeTry.at;
  const code = await tx
    .selectFrom('proofs')
    .select(['id', 'secret_hash', 'tries', 'browser_id'])
    .where('site_id', '=', site.id)
    .where('sign_up_id', '=', signUpId)
    .where('purpose', '=', 'sign-up-code')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (!code) return { reply: codeRefused(codeTry) };
  const tries = await judgeCode(app, tx, site, code, typed, codeTry);
  if (tries !== null) {
    const counted = tries > code.tries;
    const event = { what: 'sign-up.code-refused' as const, subject: `sign-up/${signUpId}`, data: { tries } };
    return { reply: codeRefused(codeTry), events: counted ? [event] : [] };
  }
  const { password_hash: passwordHash } = await tx
    .updateTable('sign_ups')
    .set({ proved_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .returning('password_hash')
    .executeTakeFirstOrThrow();
  const proved = { what: 'sign-up.proved' as const, subject: `sign-up/${signUpId}` };
  if (passwordHash !== null) {
    const finished = await finishSignUp(tx, site, { signUpId, passwordHash, agreedNow: [] }, now);
    return finished
      ? { reply: { status: 200, body: { passwordToken: null } }, events: [proved, ...finished] }
      : { reply: codeRefused(codeTry), events: [proved] };
  }
  const tokenProof = await createProof(app, tx, site, now, {
    purpose: 'sign-up-link',
    signUpId,
    expiresAt: proofEnds({ hours: 1 }, now, site.timeZone),
  });
  return {
    reply: { status: 200, body: { passwordToken: linkSecret(app, site.id, tokenProof) } },
    events: [proved],
  };
}

/**
 * Mails a new link or code for a sign-up that is not finished; at most five an hour and address. Says the same for any ID, also
 * where somebody else has taken the wished login ID since the link ended.
 */
export async function resendSignUp(
  app: App,
  tx: Tx,
  site: Site,
  signUpId: string,
  browserId: string,
  now: Date,
): Promise<Outcome<never>> {
  const nothing: Outcome<never> = { reply: { status: 204 } };
  const row = await tx
    .selectFrom('sign_ups')
    .select(['id', 'organization_kind', 'mail', 'login_id'])
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .where('user_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const way = row && wayOf(site, row.organization_kind);
  if (!way) return nothing;
  if (way.loginId.kind === 'chosen' && (await isLoginIdTaken(tx, site.id, row.login_id, now, { signUpId })))
    return nothing;
  if ((await mailedWithinTheHour(tx, site.id, row.mail, now)) > resendsPerHourMax) return nothing;
  const proofId = await mailProof(app, tx, site, way, { ...row, browserId }, now);
  return {
    ...nothing,
    events: [requested(way, signUpId, proofId)],
  };
}

/** Links and codes that went to an address, whichever sign-up they were for. */
async function mailedWithinTheHour(tx: Tx, siteId: string, mail: string, now: Date): Promise<number> {
  const recent = await tx
    .selectFrom('proofs as p')
    .innerJoin('sign_ups as s', (join) => join.onRef('s.site_id', '=', 'p.site_id').onRef('s.id', '=', 'p.sign_up_id'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('p.site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['s.mail']), '=', mail.toLowerCase()))
    .where('p.created_at', '>', new Date(now.getTime() - hourMs))
    .executeTakeFirstOrThrow();
  return recent.count;
}
