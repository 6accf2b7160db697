import { randomBytes } from 'node:crypto';
import { issueLoginId, parseLoginId } from '../../domain/accounts/login-id.ts';
import { selfSignUp, type SignUp } from '../../domain/accounts/policy.ts';
import { proofEnds } from '../../domain/accounts/proofs.ts';
import { readSignUpForm, type SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Refusal } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import { documentsToAgree } from '../sites/documents.ts';
import { isLoginIdTaken } from './login-ids.ts';
import { accountProblem } from './problems.ts';
import { createProof } from './proofs.ts';

const issueTriesMax = 20;
const mailsPerHourMax = 5;

export type SignUpRequest = {
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

/**
 * Takes a sign-up (K-02, P-10): stores what was typed and mails the proof. The organization and its first user come to
 * be when the proof is used and a password is set. Whether an address has an account already cannot be told from the answer.
 */
export async function signUp(
  app: App,
  tx: Tx,
  site: Site,
  request: SignUpRequest,
  browserId: string,
  now: Date,
): Promise<Outcome<SignUpAnswer>> {
  const policy = selfSignUp(site.accounts);
  if (!policy || (policy.proof.kind !== 'link' && policy.proof.kind !== 'code'))
    return { reply: accountProblem('sign-up-closed') };
  const form = readSignUpForm(request.values, policy.fields);
  if (!form.ok) {
    const errors = form.faults.map(({ field, ...fault }) => ({ pointer: `/values/${field}`, ...fault }));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const missing = documentsToAgree(site, now).filter(
    (wanted) => !request.agreed.some((given) => given.document === wanted.document && given.version === wanted.version),
  );
  if (missing.length > 0) return { reply: accountProblem('terms-not-agreed') };

  const mail = String(form.value.mail);
  const loginId = await chooseLoginId(tx, site, policy, form.value, mail);
  if (isProblem(loginId)) return { reply: loginId };
  const id = newId();
  await tx
    .insertInto('sign_ups')
    .values({
      site_id: site.id,
      id,
      login_id: loginId,
      mail,
      fields: JSON.stringify(form.value),
      language: request.language,
      agreed: JSON.stringify(documentsToAgree(site, now)),
      created_at: now,
      proved_at: null,
      user_id: null,
    })
    .execute();
  const flooded = await isFlooded(tx, site, mail, now);
  const proofId = flooded ? null : await mailProof(app, tx, site, policy, { signUpId: id, browserId }, now);
  return {
    reply: {
      status: 201,
      body: {
        signUp: outsideId('signUp', id),
        loginId: policy.loginId.kind === 'mail' ? null : loginId,
        proof: policy.proof.kind,
        mail,
      },
    },
    events: [
      proofId
        ? { what: 'sign-up.requested', subject: `sign-up/${id}`, data: { signUp: id, proof: proofId } }
        : { what: 'sign-up.not-mailed', subject: `sign-up/${id}` },
    ],
  };
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

/** Makes the link or code that proves the sign-up's address; the mail follows from the caller's event. */
export async function mailProof(
  app: App,
  tx: Tx,
  site: Site,
  policy: SignUp,
  { signUpId, browserId }: { signUpId: string; browserId: string },
  now: Date,
): Promise<string> {
  const { proof } = policy;
  if (proof.kind !== 'link' && proof.kind !== 'code')
    throw new Error(`a sign-up of ${site.id} cannot be proved by ${proof.kind}`);
  const expiresAt = proofEnds(proof.life, now, site.timeZone);
  const what =
    proof.kind === 'code'
      ? ({ purpose: 'sign-up-code', digits: proof.digits, browserId } as const)
      : ({ purpose: 'sign-up-link' } as const);
  return createProof(app, tx, site, now, { ...what, signUpId, expiresAt });
}

/** The login ID the account will have; a wished one is judged by the site's rule and may be taken. */
async function chooseLoginId(
  tx: Tx,
  site: Site,
  policy: SignUp,
  values: SignUpValues,
  mail: string,
): Promise<string | Problem> {
  if (policy.loginId.kind === 'mail') return mail;
  if (policy.loginId.kind === 'chosen') {
    const wished = parseLoginId(String(values.loginId), policy.loginId);
    if (!wished.ok) return wrongLoginId(wished);
    return (await isLoginIdTaken(tx, site.id, wished.value)) ? takenLoginId() : wished.value;
  }
  for (let attempt = 0; attempt < issueTriesMax; attempt += 1) {
    const issued = issueLoginId((count) => randomBytes(count), policy.loginId.max);
    if (!(await isLoginIdTaken(tx, site.id, issued))) return issued;
  }
  throw new Error(`no free login ID was found for ${site.id}`);
}

function wrongLoginId({ code, params }: Refusal): Problem {
  const fault = { pointer: '/values/loginId', code: `accounts/${code}`, ...(params && { params }) };
  return platformProblem('invalid-fields', { errors: [fault] });
}

function takenLoginId(): Problem {
  return accountProblem('login-id-taken', {
    errors: [{ pointer: '/values/loginId', code: 'accounts/login-id-taken' }],
  });
}
