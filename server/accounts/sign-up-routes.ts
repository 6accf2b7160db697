import { z } from 'zod';
import { signUpFieldNames } from '../../domain/accounts/sign-up.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import { selfSignUp } from '../../domain/accounts/policy.ts';
import { documentNames } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { isProblem, platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { checkAskedAgain } from './asked-again.ts';
import { beginCodeTry } from './code-tries.ts';
import { refusePassword, refuseSamePassword } from './new-password.ts';
import { hashPassword } from './password-hash.ts';
import { hasSecondFactor } from './second-factor/factors.ts';
import { proveSignUp, resendSignUp } from './prove-sign-up.ts';
import { accountOfLink, checkPasswordLink, setPassword } from './set-password.ts';
import { asksPasswordFirst, signUp } from './sign-up.ts';

const typedMax = 400;
const passwordMax = 1024;
const linksPerMinute = 120;
const signUpsPerMinute = 60;

const signUpPath = sitePath.extend({ signUp: outsideIdSchema('signUp') });

const agreed = z.array(z.strictObject({ document: z.enum(documentNames), version: z.iso.date() })).max(10);

const requestSignUp = route({
  operationId: 'signUp',
  method: 'post',
  path: '/api/{site}/sign-ups',
  summary: 'Asks for an account: the proof of the address goes out by mail',
  access: 'public',
  params: sitePath,
  body: z.strictObject({
    organization: z.enum(['dealer', 'customer']).optional(),
    password: z.string().max(passwordMax).optional(),
    values: z.partialRecord(z.enum(signUpFieldNames), z.union([z.string().max(typedMax), z.boolean()])),
    language: z.enum(languages),
    agreed,
  }),
  status: 201,
  response: z.strictObject({
    signUp: outsideIdSchema('signUp'),
    loginId: z.string().nullable(),
    proof: z.enum(['link', 'code']),
    mail: z.string(),
  }),
  problems: [
    'accounts/sign-up-closed',
    'accounts/terms-not-agreed',
    'accounts/login-id-taken',
    'platform/invalid-fields',
  ],
  idempotent: true,
  perMinute: signUpsPerMinute,
  handle: async ({ app, site, body, browser, now, change }) => {
    const { password, ...request } = body;
    const asked = asksPasswordFirst(selfSignUp(site.accounts, body.organization));
    if (asked !== (password !== undefined))
      return platformProblem('invalid-fields', { errors: [passwordFault(asked)] });
    if (password === undefined)
      return change((tx) => signUp(app, tx, site, request, { passwordHash: null, browserId: browser.id }, now));
    const refused = refusePassword(site, password, false);
    if (refused) return refused;
    const hash = await hashPassword(preparePassword(password, site.accounts.password));
    return change((tx) => signUp(app, tx, site, request, { passwordHash: hash, browserId: browser.id }, now));
  },
});

function passwordFault(asked: boolean): FieldFault {
  return { pointer: '/password', code: asked ? 'identifiers/required' : 'platform/unknown-field' };
}

const proveCode = route({
  operationId: 'proveSignUp',
  method: 'post',
  path: '/api/{site}/sign-ups/{signUp}/code',
  summary:
    'Proves the address with the mailed code; the answer is good for setting the password, or null where it was chosen before',
  access: 'public',
  params: signUpPath,
  body: z.strictObject({ code: z.string().max(40) }),
  status: 200,
  response: z.strictObject({ passwordToken: z.string().nullable() }),
  problems: ['accounts/code-wrong', 'accounts/code-wrong-or-elsewhere'],
  perMinute: signUpsPerMinute,
  handle: async ({ app, site, params, body, browser, now, requestId, change }) => {
    const codeTry = await beginCodeTry(app, site, { browserId: browser.id, now, requestId });
    return change((tx) => proveSignUp(app, tx, site, insideId(params.signUp), body.code, codeTry));
  },
});

const resend = route({
  operationId: 'resendSignUp',
  method: 'post',
  path: '/api/{site}/sign-ups/{signUp}/resend',
  summary: 'Mails a new link or code; the ones before end',
  access: 'public',
  params: signUpPath,
  status: 204,
  response: null,
  problems: [],
  perMinute: signUpsPerMinute,
  handle: async ({ app, site, params, browser, now, change }) =>
    change((tx) => resendSignUp(app, tx, site, insideId(params.signUp), browser.id, now)),
});

const checkLink = route({
  operationId: 'checkPasswordLink',
  method: 'post',
  path: '/api/{site}/password-links/check',
  summary: 'Whether a mailed link is still good, and for which login ID; uses nothing up',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ token: z.string().max(100) }),
  status: 200,
  response: z.strictObject({
    loginId: z.string(),
    expiresAt: instant,
    secondFactor: z.boolean(),
    /** What is asked for besides the password. */
    asked: z.strictObject({
      documents: z.array(z.strictObject({ document: z.enum(documentNames), version: z.iso.date() })),
      phone: z.boolean(),
    }),
  }),
  problems: ['accounts/link-invalid', 'accounts/reset-link-invalid'],
  perMinute: linksPerMinute,
  handle: async ({ site, body, now, change }) => change((tx) => checkPasswordLink(tx, site, body.token, now)),
});

const choosePassword = route({
  operationId: 'setPassword',
  method: 'post',
  path: '/api/{site}/passwords',
  summary: 'Sets the password with a mailed link; a sign-up becomes an account by it',
  access: 'public',
  params: sitePath,
  body: z.strictObject({
    token: z.string().max(100),
    password: z.string().max(passwordMax),
    agreed: agreed.optional(),
    phone: z.string().max(typedMax).optional(),
  }),
  status: 204,
  response: null,
  problems: [
    'accounts/link-invalid',
    'accounts/reset-link-invalid',
    'accounts/password-same',
    'accounts/terms-not-agreed',
    'accounts/phone-wrong',
    'accounts/phone-tries-spent',
    'platform/invalid-fields',
  ],
  perMinute: linksPerMinute,
  handle: async ({ app, site, body, now, change }) => {
    const account = await app.db.transaction().execute((tx) => accountOfLink(tx, site, body.token, now));
    const refused = refusePassword(
      site,
      body.password,
      account !== null && (await hasSecondFactor(app.db, site, account)),
    );
    if (refused) return refused;
    const same = account && (await refuseSamePassword(app, site, account, body.password, now));
    if (same) return same;
    const given = { agreed: body.agreed ?? [], phone: body.phone ?? null };
    // Before the hash, which is dear, and in a transaction of its own, so that a wrong number is counted.
    const checked = await change((tx) => checkAskedAgain(tx, site, body.token, given, now));
    if (isProblem(checked)) return checked;
    const hash = await hashPassword(preparePassword(body.password, site.accounts.password));
    return change((tx) => setPassword(tx, site, body.token, hash, given, now));
  },
});

export const signUpRoutes = [requestSignUp, proveCode, resend, checkLink, choosePassword];
