import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { methodsOffered, type SecondFactorMethod } from '../../../domain/accounts/second-factor.ts';
import type { App, Site } from '../../kernel/app.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { isProblem, platformProblem, type Problem } from '../../kernel/http/problem.ts';
import { route, type SessionCall } from '../../kernel/http/route.ts';
import { outsideIdSchema, sitePath } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { checkPresentPassword } from '../present-password.ts';
import { accountProblem } from '../problems.ts';
import { newToken } from '../sessions.ts';
import {
  beginPasskey,
  finishPasskey,
  removeFactor,
  renewRecoveryCodes,
  setUpTotp,
  switchTotpOn,
  viewSecondFactor,
  type Self,
} from './own.ts';
import { renamePasskey } from './passkeys.ts';
import {
  added,
  options,
  passkeyName,
  presentPassword,
  registrationResponse,
  secondFactorView,
  totpSetup,
  typedCode,
} from './schemas.ts';

const perMinute = 60;
const base = '/api/{site}/account/second-factor';
const passkeyPath = sitePath.extend({ passkey: outsideIdSchema('passkey') });
const passwordProblems = [
  'accounts/present-password-wrong',
  'accounts/login-locked',
  'accounts/login-refused-or-locked',
];

type Asking = Pick<
  SessionCall<unknown, unknown, unknown, unknown>,
  'session' | 'browser' | 'now' | 'requestId' | 'address'
> & {
  app: App;
  site: Site;
};

function selfOf({ session, browser }: Pick<Asking, 'session' | 'browser'>): Self {
  return { session, browserId: browser.id, nextToken: newToken() };
}

/** What keeps a change from being made: the site does not offer it, or the present password is wrong. */
async function hindrance(call: Asking, method: SecondFactorMethod | null, password: string): Promise<Problem | null> {
  const { app, site, session, browser, now, requestId, address } = call;
  if (method && !methodsOffered(site.accounts.secondFactor).includes(method))
    return accountProblem('second-factor-not-offered');
  const who = { userId: session.userId, organizationId: session.organizationId, browserId: browser.id };
  return checkPresentPassword(app, site, { siteId: site.id, now, requestId, address }, who, password);
}

/** Gives the browser the session's new token, once it counts. */
function giveToken<R>(
  { site, setCookie }: { site: Site; setCookie: (name: string, value: string, seconds: number) => void },
  { nextToken }: Self,
  reply: R | Problem,
): R | Problem {
  if (!isProblem(reply)) setCookie(sessionCookie(site.id), nextToken, site.accounts.session.totalHours * 3600);
  return reply;
}

const readOwn = route({
  operationId: 'getSecondFactor',
  method: 'get',
  path: base,
  summary: 'My second factors: app, passkeys, how many recovery codes are left',
  access: 'own-account:use',
  whileOwing: ['second-factor'],
  params: sitePath,
  status: 200,
  response: secondFactorView,
  problems: ['platform/not-logged-in'],
  handle: async (call) => ({
    status: 200,
    body: await viewSecondFactor(call.app, call.app.db, call.site, selfOf(call), call.now),
  }),
});

const beginApp = route({
  operationId: 'setUpTotp',
  method: 'post',
  path: `${base}/totp/setup`,
  summary:
    'With the present password: a secret for an authenticator app, which counts once the app has shown a right code',
  access: 'own-account:use',
  whileOwing: ['second-factor'],
  params: sitePath,
  body: presentPassword,
  status: 200,
  response: totpSetup,
  problems: [...passwordProblems, 'accounts/second-factor-not-offered'],
  perMinute,
  handle: async (call) =>
    (await hindrance(call, 'totp', call.body.password)) ??
    call.change((tx) => setUpTotp(call.app, tx, call.site, selfOf(call), call.now)),
});

const confirmApp = route({
  operationId: 'addTotp',
  method: 'post',
  path: `${base}/totp`,
  summary: 'Switches the app on with a code that it shows; with the first factor come recovery codes, shown this once',
  access: 'own-account:use',
  whileOwing: ['second-factor'],
  params: sitePath,
  body: z.strictObject({ code: typedCode }),
  status: 200,
  response: added,
  problems: ['accounts/totp-code-wrong', 'accounts/totp-setup-over'],
  perMinute,
  handle: async (call) => {
    const { app, site, body, now, change } = call;
    const self = selfOf(call);
    return giveToken(call, self, await change((tx) => switchTotpOn(app, tx, site, self, body.code, now)));
  },
});

const removeApp = route({
  operationId: 'removeTotp',
  method: 'post',
  path: `${base}/totp/removal`,
  summary: 'Removes the authenticator app',
  access: 'own-account:use',
  params: sitePath,
  body: presentPassword,
  status: 204,
  response: null,
  problems: [...passwordProblems, 'accounts/second-factor-demanded', 'accounts/password-short-alone'],
  perMinute,
  handle: async (call) =>
    (await hindrance(call, null, call.body.password)) ??
    call.change((tx) => removeFactor(tx, call.site, call.session, null, call.body.password)),
});

const newCodes = route({
  operationId: 'renewRecoveryCodes',
  method: 'post',
  path: `${base}/recovery-codes`,
  summary: 'Makes ten new recovery codes, shown this once; those before end',
  access: 'own-account:use',
  params: sitePath,
  body: presentPassword,
  status: 200,
  response: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  problems: [...passwordProblems, 'accounts/second-factor-missing'],
  perMinute,
  handle: async (call) =>
    (await hindrance(call, null, call.body.password)) ??
    call.change((tx) => renewRecoveryCodes(call.app, tx, call.site, call.session.userId, call.now)),
});

const askRegistration = route({
  operationId: 'askNewPasskey',
  method: 'post',
  path: `${base}/passkeys/options`,
  summary: 'With the present password: what the browser needs to make a passkey',
  access: 'own-account:use',
  whileOwing: ['second-factor'],
  params: sitePath,
  body: presentPassword,
  status: 200,
  response: options,
  problems: [...passwordProblems, 'accounts/passkeys-many', 'accounts/second-factor-not-offered'],
  perMinute,
  handle: async (call) =>
    (await hindrance(call, 'passkey', call.body.password)) ??
    call.change((tx) => beginPasskey(call.app, tx, call.site, selfOf(call), call.now)),
});

const register = route({
  operationId: 'addPasskey',
  method: 'post',
  path: `${base}/passkeys`,
  summary: 'Keeps the passkey that the browser made; with the first factor come recovery codes, shown this once',
  access: 'own-account:use',
  whileOwing: ['second-factor'],
  params: sitePath,
  body: z.strictObject({ name: passkeyName, response: registrationResponse }),
  status: 200,
  response: added,
  problems: ['accounts/passkey-not-made', 'accounts/passkeys-many'],
  perMinute,
  handle: async (call) => {
    const { app, site, body, now, change } = call;
    const self = selfOf(call);
    const given = { name: body.name, response: body.response as RegistrationResponseJSON };
    return giveToken(call, self, await change((tx) => finishPasskey(app, tx, site, self, given, now)));
  },
});

const rename = route({
  operationId: 'renamePasskey',
  method: 'patch',
  path: `${base}/passkeys/{passkey}`,
  summary: 'Gives a passkey another name',
  access: 'own-account:use',
  params: passkeyPath,
  body: z.strictObject({ name: passkeyName }),
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ site, session: { userId }, params, body, change }) =>
    change(async (tx) => {
      const id = insideId(params.passkey);
      if (!(await renamePasskey(tx, site.id, userId, id, body.name))) return { reply: platformProblem('not-found') };
      const event = {
        what: 'passkey.renamed' as const,
        subject: `user/${userId}`,
        data: { user: userId, passkey: id },
      };
      return { reply: { status: 204 }, events: [{ ...event, details: { name: body.name } }] };
    }),
});

const removePasskey = route({
  operationId: 'removePasskey',
  method: 'post',
  path: `${base}/passkeys/{passkey}/removal`,
  summary: 'Removes a passkey: it opens nothing any more',
  access: 'own-account:use',
  params: passkeyPath,
  body: presentPassword,
  status: 204,
  response: null,
  problems: [
    ...passwordProblems,
    'platform/not-found',
    'accounts/second-factor-demanded',
    'accounts/password-short-alone',
  ],
  perMinute,
  handle: async (call) =>
    (await hindrance(call, null, call.body.password)) ??
    call.change((tx) => removeFactor(tx, call.site, call.session, insideId(call.params.passkey), call.body.password)),
});

export const ownRoutes = [
  readOwn,
  beginApp,
  confirmApp,
  removeApp,
  newCodes,
  askRegistration,
  register,
  rename,
  removePasskey,
];
