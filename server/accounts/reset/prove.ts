import { normaliseLoginId } from '../../../domain/accounts/login-id.ts';
import { proofEnds } from '../../../domain/accounts/proofs.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { countForNobody } from '../alike.ts';
import { codeRefused, judgeCode, type CodeTry } from '../code-tries.ts';
import { createProof, linkSecret } from '../proofs.ts';

const tokenLife = { hours: 1 };

/**
 * Takes the mailed code of a reset with the login ID it is for (P-12): five tries each, the newest only, once. A right one
 * gives a token with which the password is set. Wrong, used up, too old, and no such account read alike.
 */
export async function proveReset(
  app: App,
  tx: Tx,
  site: Site,
  typed: { loginId: string; code: string },
  codeTry: CodeTry,
): Promise<Outcome<{ passwordToken: string }>> {
  const now = codeTry.at;
  const refuse = (subject: string, tries: number): Outcome<never> => ({
    reply: codeRefused(codeTry),
    events: [{ what: 'password-reset.code-refused', subject, data: { tries } }],
  });
  const proof = await tx
    .selectFrom('proofs as p')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'p.site_id').onRef('u.id', '=', 'p.user_id'))
    .select(['p.id', 'p.secret_hash', 'p.tries', 'p.browser_id', 'u.id as userId'])
    .where('p.site_id', '=', site.id)
    .where('u.login_id', '=', normaliseLoginId(typed.loginId))
    .where('p.purpose', '=', 'reset-code')
    .where('p.used_at', 'is', null)
    .where('p.expires_at', '>', now)
    .forUpdate('p')
    .executeTakeFirst();
  if (!proof) {
    await countForNobody(tx, site.id, typed.loginId, now);
    return refuse('login/unknown', 0);
  }
  const tries = await judgeCode(app, tx, site, proof, typed.code, codeTry);
  if (tries !== null) return refuse(`user/${proof.userId}`, tries);
  const expiresAt = proofEnds(tokenLife, now, site.timeZone);
  const token = await createProof(app, tx, site, now, { purpose: 'reset-link', userId: proof.userId, expiresAt });
  return {
    reply: { status: 200, body: { passwordToken: linkSecret(app, site.id, token) } },
    events: [{ what: 'password-reset.proved', subject: `user/${proof.userId}` }],
  };
}
