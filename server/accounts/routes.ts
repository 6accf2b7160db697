import { z } from 'zod';
import { signUpFieldNames } from '../../domain/accounts/sign-up.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import { selfSignUp } from '../../domain/accounts/policy.ts';
import { documentNames } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { endActingOf } from '../acting/start.ts';
import { actingCookie, sessionCookie } from '../kernel/http/cookies.ts';
import { isProblem, platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { pageSizes, instant, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { secondStepMinutes } from '../../domain/accounts/second-factor.ts';
import { accountDataRoutes } from './account-data/routes.ts';
import { answerLogin } from './answer-login.ts';
import { checkAskedAgain } from './asked-again.ts';
import { beginCodeTry } from './code-tries.ts';
import { logIn } from './log-in.ts';
import { refusePassword, refuseSamePassword } from './new-password.ts';
import { hashPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';
import { hasSecondFactor } from './second-factor/factors.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { secondStepCookie } from './second-factor/cookie.ts';
import { proveSignUp, resendSignUp } from './prove-sign-up.ts';
import { sessionResponse, viewSession } from './session-view.ts';
import { closeSession } from './sessions.ts';
import { accountOfLink, checkPasswordLink, setPassword } from './set-password.ts';
import { asksPasswordFirst, signUp } from './sign-up.ts';

const typedMax = 400;
const passwordMax = 1024;
const loginsPerMinute = 120;
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
  perMinute: loginsPerMinute,
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
  perMinute: loginsPerMinute,
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

const openSession = route({
  operationId: 'logIn',
  method: 'post',
  path: '/api/{site}/session',
  summary:
    'Logs in; the session is a cookie. With a second factor the answer is second-factor-needed, and that comes next',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  body: z.strictObject({ loginId: z.string().max(typedMax), password: z.string().max(passwordMax) }),
  status: 200,
  response: sessionResponse,
  problems: [
    'accounts/login-refused',
    'accounts/login-refused-or-locked',
    'accounts/login-locked',
    'accounts/second-factor-needed',
    'platform/maintenance',
    'accounts/password-expired',
  ],
  perMinute: loginsPerMinute,
  handle: async (call) => {
    const { app, site, body, now, browser, requestId, readCookie, setCookie } = call;
    const earlierToken = readCookie(sessionCookie(site.id));
    const result = await logIn(app, site, { siteId: site.id, now, requestId }, browser, body, earlierToken);
    if (isProblem(result)) return result;
    if (!('step' in result)) return answerLogin(call, result);
    setCookie(secondStepCookie(site.id), result.step, secondStepMinutes * 60);
    return accountProblem('second-factor-needed');
  },
});

const readSession = route({
  operationId: 'getSession',
  method: 'get',
  path: '/api/{site}/session',
  summary: 'Who is logged in, for which organization, with which permissions',
  access: 'session',
  duringMaintenance: 'entry',
  params: sitePath,
  status: 200,
  response: sessionResponse,
  problems: ['platform/not-logged-in'],
  whileOwing: 'anything',
  afterActing: true,
  handle: async ({ app, site, session, now, setCookie }) => {
    // From here on the browser has heard of it and goes on as itself.
    if (session.acting?.state === 'ended') setCookie(actingCookie(site.id), '', 0);
    return { status: 200, body: await viewSession(app.db, site, session, now) };
  },
});

const changeSession = route({
  operationId: 'updateSession',
  method: 'patch',
  path: '/api/{site}/session',
  summary: 'Keeps how the pages look to who is logged in: the language, how many rows a list shows',
  access: 'session',
  params: sitePath,
  body: z.strictObject({
    language: z.enum(languages).optional(),
    pageSize: z.union(pageSizes.map((size) => z.literal(size))).optional(),
  }),
  status: 200,
  response: sessionResponse,
  problems: ['platform/not-logged-in'],
  whileOwing: 'anything',
  handle: async ({ site, session, body, now, change }) =>
    change(async (tx) => {
      const { language, pageSize } = body;
      const kept = { ...(language && { language }), ...(pageSize && { list_page_size: pageSize }) };
      if (Object.keys(kept).length > 0)
        await tx
          .updateTable('users')
          .set(kept)
          .where('site_id', '=', site.id)
          .where('id', '=', session.userId)
          .execute();
      return {
        reply: { status: 200, body: await viewSession(tx, site, session, now) },
        events: language ? [{ what: 'user.changed', subject: `user/${session.userId}`, details: { language } }] : [],
      };
    }),
});

const endSession = route({
  operationId: 'logOut',
  method: 'delete',
  path: '/api/{site}/session',
  summary: 'Logs out',
  access: 'public',
  duringMaintenance: 'open',
  params: sitePath,
  status: 204,
  response: null,
  problems: [],
  whileOwing: 'anything',
  handle: async ({ site, session, readCookie, setCookie, now, change }) => {
    const token = readCookie(sessionCookie(site.id));
    setCookie(sessionCookie(site.id), '', 0);
    if (readCookie(actingCookie(site.id))) setCookie(actingCookie(site.id), '', 0);
    if (!token || !session) return { status: 204 };
    return change(async (tx) => {
      const ended = await endActingOf(tx, site.id, session.id, now);
      await closeSession(tx, site, token);
      return { reply: { status: 204 }, events: [...ended, { what: 'login.ended', subject: `user/${session.userId}` }] };
    });
  },
});

export const accountRoutes = [
  requestSignUp,
  proveCode,
  resend,
  checkLink,
  choosePassword,
  openSession,
  readSession,
  changeSession,
  endSession,
  ...accountDataRoutes,
  ...secondFactorRoutes,
];
