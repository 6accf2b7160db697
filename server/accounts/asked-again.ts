import { parsePhone } from '../../domain/identifiers/phone.ts';
import { proofTriesMax } from '../../domain/accounts/proofs.ts';
import type { SignUp } from '../../domain/accounts/policy.ts';
import type { SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { faultAt, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { documentsToAgree, type Agreement, type ToAgree } from '../sites/documents.ts';
import { wayOf } from './finish-sign-up.ts';
import { accountProblem } from './problems.ts';
import { findLink, useProof } from './proofs.ts';
import { isAgreed } from './sign-up.ts';

/** What a link asks for besides the password: documents to agree to (P-10), the phone number given before (energy, E-01). */
export type AskedAgain = { documents: ToAgree[]; phone: boolean };
export type GivenAgain = { agreed: readonly Agreement[]; phone: string | null };

type Link = { id: string; purpose: string; sign_up_id: string | null; user_id: string | null };
type Subject = { way: SignUp | null; values: SignUpValues; tries: number };

/** Who the link is for, locked: the sign-up, or the user that somebody made an account for. */
async function subjectOf(tx: Tx, site: Site, link: Link): Promise<Subject> {
  if (link.sign_up_id) {
    const row = await tx
      .selectFrom('sign_ups')
      .select(['organization_kind', 'fields', 'check_tries'])
      .where('site_id', '=', site.id)
      .where('id', '=', link.sign_up_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    return { way: wayOf(site, row.organization_kind), values: row.fields as SignUpValues, tries: row.check_tries };
  }
  const none: Subject = { way: null, values: {}, tries: 0 };
  if (link.purpose !== 'set-password') return none;
  const row = await tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select('o.kind')
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', link.user_id)
    .executeTakeFirstOrThrow();
  return { ...none, way: site.accounts.signUps.find(({ organization }) => organization === row.kind) ?? null };
}

function askedOf(site: Site, link: Link, { way }: Subject, now: Date): AskedAgain {
  return {
    documents: way ? documentsToAgree(site, way, 'password', now) : [],
    phone: link.sign_up_id !== null && way?.secondCheck === 'phone',
  };
}

export async function askedAgain(tx: Tx, site: Site, link: Link, now: Date): Promise<AskedAgain> {
  return askedOf(site, link, await subjectOf(tx, site, link), now);
}

/**
 * Whether everything that a link asks for was given. A phone number that is not the one of the sign-up is counted; after five
 * the sign-up is over. Asked once before the password is hashed and once with it.
 */
export async function checkAskedAgain(
  tx: Tx,
  site: Site,
  token: string,
  given: GivenAgain,
  now: Date,
): Promise<Outcome<never>> {
  const fine: Outcome<never> = { reply: { status: 204 } };
  const link = await findLink(tx, site.id, token, now);
  if (!link) return fine;
  const subject = await subjectOf(tx, site, link);
  const asked = askedOf(site, link, subject, now);
  if (!isAgreed(asked.documents, given.agreed)) return { reply: accountProblem('terms-not-agreed') };
  if (!asked.phone || !link.sign_up_id) return fine;
  const country = typeof subject.values.country === 'string' ? subject.values.country : 'JP';
  const phone = parsePhone(given.phone ?? '', country);
  if (!phone.ok) {
    const fault = faultAt('/phone', phone);
    return { reply: platformProblem('invalid-fields', { errors: [fault] }) };
  }
  if (phone.value === subject.values.phone) return fine;
  return countWrong(tx, site.id, { linkId: link.id, signUpId: link.sign_up_id, tries: subject.tries + 1 }, now);
}

async function countWrong(
  tx: Tx,
  siteId: string,
  { linkId, signUpId, tries }: { linkId: string; signUpId: string; tries: number },
  now: Date,
): Promise<Outcome<never>> {
  await tx
    .updateTable('sign_ups')
    .set({ check_tries: tries })
    .where('site_id', '=', siteId)
    .where('id', '=', signUpId)
    .execute();
  const spent = tries >= proofTriesMax;
  if (spent) await useProof(tx, siteId, linkId, now);
  return {
    reply: spent ? accountProblem('phone-tries-spent') : wrongPhone(proofTriesMax - tries),
    events: [{ what: 'sign-up.phone-refused', subject: `sign-up/${signUpId}`, data: { tries } }],
  };
}

function wrongPhone(left: number): Problem {
  return accountProblem('phone-wrong', {
    params: { left },
    errors: [{ pointer: '/phone', code: 'accounts/phone-wrong', params: { left } }],
  });
}
