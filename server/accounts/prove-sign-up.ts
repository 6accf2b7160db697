import { selfSignUp } from '../../domain/accounts/policy.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { codeRefused, judgeCode, type CodeTry } from './code-tries.ts';
import { createProof, linkSecret } from './proofs.ts';
import { mailProof } from './sign-up.ts';
import { proofEnds } from '../../domain/accounts/proofs.ts';

const resendsPerHourMax = 5;
const hourMs = 3_600_000;

/**
 * Takes the code of a sign-up (P-10): five tries each, the newest only. A right one gives a token with which the
 * password is set. Wrong, used up, too old, and no such sign-up read alike.
 */
export async function proveSignUp(
  app: App,
  tx: Tx,
  site: Site,
  signUpId: string,
  typed: string,
  codeTry: CodeTry,
): Promise<Outcome<{ passwordToken: string }>> {
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
    const event = { what: 'sign-up.code-refused', subject: `sign-up/${signUpId}`, data: { tries } };
    return { reply: codeRefused(codeTry), events: counted ? [event] : [] };
  }
  await tx
    .updateTable('sign_ups')
    .set({ proved_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .execute();
  const tokenProof = await createProof(app, tx, site, now, {
    purpose: 'sign-up-link',
    signUpId,
    expiresAt: proofEnds({ hours: 1 }, now, site.timeZone),
  });
  return {
    reply: { status: 200, body: { passwordToken: linkSecret(app, site.id, tokenProof) } },
    events: [{ what: 'sign-up.proved', subject: `sign-up/${signUpId}` }],
  };
}

/** Mails a new link or code for a sign-up that is not finished; at most five an hour. Says the same for any ID. */
export async function resendSignUp(
  app: App,
  tx: Tx,
  site: Site,
  signUpId: string,
  browserId: string,
  now: Date,
): Promise<Outcome<never>> {
  const nothing: Outcome<never> = { reply: { status: 204 } };
  const policy = selfSignUp(site.accounts);
  const row = await tx
    .selectFrom('sign_ups')
    .select('id')
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .where('user_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!policy || !row) return nothing;
  const recent = await tx
    .selectFrom('proofs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', site.id)
    .where('sign_up_id', '=', signUpId)
    .where('created_at', '>', new Date(now.getTime() - hourMs))
    .executeTakeFirstOrThrow();
  if (recent.count > resendsPerHourMax) return nothing;
  const proofId = await mailProof(app, tx, site, policy, { signUpId, browserId }, now);
  return {
    ...nothing,
    events: [{ what: 'sign-up.requested', subject: `sign-up/${signUpId}`, data: { signUp: signUpId, proof: proofId } }],
  };
}
