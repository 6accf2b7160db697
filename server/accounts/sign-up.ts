import { randomBytes } from 'node:crypto';
import { issueLoginId } from '../../domain/accounts/login-id.ts';
import { mayAddressRepeat, selfSignUp, type SignUp } from '../../domain/accounts/policy.ts';
import { proofEnds } from '../../domain/accounts/proofs.ts';
import { readSignUpForm, type SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import { formFields } from '../../domain/accounts/sign-up.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import { documentsToAgree, type Agreement } from '../sites/documents.ts';
import { isLoginIdTaken } from './login-ids.ts';
import { accountProblem } from './problems.ts';
import { createProof } from './proofs.ts';

const issueTriesMax = 20;
const mailsPerHourMax = 5;

export type SignUpRequest = {
  /** Which of the site's ways it is; without one the first. */
  organization?: SignUp['organization'] | undefined;
  values: SignUpValues;
  language: Language;
  agreed: { document: string; version: string }[];
};

export type SignUpAnswer = {
  signUp: string;
  loginId: string | null;
  proof: 'link' | 'code';
  mail: string;
};

/** Whether the password of this way is chosen together with the address. */
export function asksPasswordFirst(way: SignUp | null): boolean {
  return way?.steps.includes('address-and-password') ?? false;
}

/**
 * Takes a sign-up (K-02, P-10): stores what was typed and mails the proof. The organization and its first user come to
 * be when the proof is used and a password is set. Whether an address has an account already cannot be told from the answer.
 * @param passwordHash of the password that was chosen with the address, where the way asks for both at once.
 */
export async function signUp(
  app: App,
  tx: Tx,
  site: Site,
  request: SignUpRequest,
  { passwordHash, browserId }: { passwordHash: string | null; browserId: string },
  now: Date,
): Promise<Outcome<SignUpAnswer>> {
  const way = selfSignUp(site.accounts, request.organization);
  if (!way || (way.proof.kind !== 'link' && way.proof.kind !== 'code'))
    return { reply: accountProblem('sign-up-closed') };
  const rule = way.loginId.kind === 'mail' ? null : way.loginId;
  const form = readSignUpForm(request.values, formFields(way), rule);
  if (!form.ok) {
    const errors = form.faults.map(({ field, ...fault }) => ({ pointer: `/values/${field}`, ...fault }));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const documents = documentsToAgree(site, way, 'form', now);
  if (!isAgreed(documents, request.agreed)) return { reply: accountProblem('terms-not-agreed') };

  const mail = String(form.value.mail);
  const loginId = await chooseLoginId(tx, site, way, form.value, mail, now);
  if (isProblem(loginId)) return { reply: loginId };
  const id = newId();
  await tx
    .insertInto('sign_ups')
    .values({
      site_id: site.id,
      id,
      organization_kind: way.organization,
      login_id: loginId,
      mail,
      fields: JSON.stringify(form.value),
      language: request.language,
      agreed: JSON.stringify(documents),
      password_hash: passwordHash,
      created_at: now,
      proved_at: null,
      user_id: null,
    })
    .execute();
  const flooded = await isFlooded(tx, site, mail, now);
  const proofId = flooded ? null : await mailProof(app, tx, site, way, { id, mail, browserId }, now);
  return {
    reply: {
      status: 201,
      body: {
        signUp: outsideId('signUp', id),
        loginId: way.loginId.kind === 'mail' ? null : loginId,
        proof: way.proof.kind,
        mail,
      },
    },
    events: [proofId ? requested(way, id, proofId) : { what: 'sign-up.not-mailed', subject: `sign-up/${id}` }],
  };
}

/** The event that a mail goes out for; `once`: an address of this way has one account at most. */
export function requested(way: SignUp, signUp: string, proof: string): NewEvent {
  const data = { signUp, proof, once: !mayAddressRepeat(way) };
  return { what: 'sign-up.requested', subject: `sign-up/${signUp}`, data };
}

/** Whether every document is among what was agreed to, in its version. */
export function isAgreed(documents: readonly Agreement[], agreed: readonly Agreement[]): boolean {
  return documents.every((wanted) =>
    agreed.some((given) => given.document === wanted.document && given.version === wanted.version),
  );
}

/** Whether so many sign-ups named this address within the hour that one more mail would only pester its owner. */
async function isFlooded(tx: Tx, site: Site, mail: string, now: Date): Promise<boolean> {
  const recent = await tx
    .selectFrom('sign_ups')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', site.id)
    .where((eb) => eb(eb.fn<string>('lower', ['mail']), '=', mail.toLowerCase()))
    .where('created_at', '>', after(now, -hoursMs))
    .executeTakeFirstOrThrow();
  return recent.count > mailsPerHourMax;
}

/**
 * Makes the link or code that proves the sign-up's address; the mail follows from the caller's event. Of the codes that went
 * to an address which is the login ID only the newest counts, whichever sign-up it was for (U-01).
 */
export async function mailProof(
  app: App,
  tx: Tx,
  site: Site,
  { proof, loginId }: SignUp,
  signUp: { id: string; mail: string; browserId: string },
  now: Date,
): Promise<string> {
  if (proof.kind !== 'link' && proof.kind !== 'code')
    throw new Error(`a sign-up of ${site.id} cannot be proved by ${proof.kind}`);
  if (proof.kind === 'code' && loginId.kind === 'mail') await endCodesTo(tx, site.id, signUp.mail, now);
  const expiresAt = proofEnds(proof.life, now, site.timeZone);
  const what =
    proof.kind === 'code'
      ? ({ purpose: 'sign-up-code', digits: proof.digits, browserId: signUp.browserId } as const)
      : ({ purpose: 'sign-up-link' } as const);
  return createProof(app, tx, site, now, { ...what, signUpId: signUp.id, expiresAt });
}

async function endCodesTo(tx: Tx, siteId: string, mail: string, now: Date): Promise<void> {
  await tx
    .updateTable('proofs')
    .set({ used_at: now })
    .where('site_id', '=', siteId)
    .where('purpose', '=', 'sign-up-code')
    .where('used_at', 'is', null)
    .where('sign_up_id', 'in', (eb) =>
      eb
        .selectFrom('sign_ups')
        .select('id')
        .where('site_id', '=', siteId)
        .where((on) => on(on.fn<string>('lower', ['mail']), '=', mail.toLowerCase())),
    )
    .execute();
}

/** The login ID the account will have; a wished one follows the site's rule already and may be taken. */
async function chooseLoginId(
  tx: Tx,
  site: Site,
  way: SignUp,
  values: SignUpValues,
  mail: string,
  now: Date,
): Promise<string | Problem> {
  if (way.loginId.kind === 'mail') return mail;
  if (way.loginId.kind === 'chosen') {
    const wished = String(values.loginId);
    return (await isLoginIdTaken(tx, site.id, wished, now)) ? takenLoginId('/values/loginId') : wished;
  }
  for (let attempt = 0; attempt < issueTriesMax; attempt += 1) {
    const issued = issueLoginId((count) => randomBytes(count), way.loginId.max);
    if (!(await isLoginIdTaken(tx, site.id, issued, now))) return issued;
  }
  throw new Error(`no free login ID was found for ${site.id}`);
}

export function takenLoginId(pointer: string): Problem {
  return accountProblem('login-id-taken', { errors: [{ pointer, code: 'accounts/login-id-taken' }] });
}
