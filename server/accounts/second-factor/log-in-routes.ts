import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { passkeyLogsIn } from '../../../domain/accounts/second-factor.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { sitePath } from '../../kernel/http/schemas.ts';
import { answerLogin } from '../answer-login.ts';
import { accountProblem } from '../problems.ts';
import { sessionResponse } from '../session-view.ts';
import { secondStepCookie } from './cookie.ts';
import { logInByPasskey } from './log-in-by-passkey.ts';
import { assertionOptions } from './passkeys.ts';
import { authenticationResponse, options, secondStepView, stepAnswer } from './schemas.ts';
import { answerSecondStep, findSecondStep, kindsOf, type StepAnswer } from './second-step.ts';

const loginsPerMinute = 120;
const stepPath = '/api/{site}/session/second-step';
const passkeyPath = '/api/{site}/session/passkey';

const readStep = route({
  operationId: 'getSecondStep',
  method: 'get',
  path: stepPath,
  summary: 'After the right password: how the second step of the login can be answered',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  status: 200,
  response: secondStepView,
  problems: ['accounts/second-step-over'],
  handle: async ({ app, site, browser, now, readCookie }) => {
    const step = await findSecondStep(app.db, site, readCookie(secondStepCookie(site.id)), browser.id, now);
    if (!step) return accountProblem('second-step-over');
    const kinds = await kindsOf(app.db, site, step.userId);
    return { status: 200, body: { kinds, expiresAt: step.expiresAt.toISOString() } };
  },
});

const stepOptions = route({
  operationId: 'askPasskeyForSecondStep',
  method: 'post',
  path: `${stepPath}/options`,
  summary: 'What the browser needs to answer the second step with a passkey',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  status: 200,
  response: options,
  problems: ['accounts/second-step-over'],
  perMinute: loginsPerMinute,
  handle: async ({ app, site, browser, now, readCookie, change }) => {
    const step = await findSecondStep(app.db, site, readCookie(secondStepCookie(site.id)), browser.id, now);
    if (!step) return accountProblem('second-step-over');
    const asked = { purpose: 'second-step', browserId: browser.id, userId: step.userId } as const;
    return change(async (tx) => ({
      reply: { status: 200, body: { options: { ...(await assertionOptions(tx, site, asked, now)) } } },
    }));
  },
});

const answerStep = route({
  operationId: 'answerSecondStep',
  method: 'post',
  path: stepPath,
  summary: 'Answers the second step; a right answer logs in',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  body: stepAnswer,
  status: 200,
  response: sessionResponse,
  problems: ['accounts/second-step-over', 'accounts/second-factor-wrong', 'platform/maintenance'],
  perMinute: loginsPerMinute,
  handle: async (call) => {
    const { app, site, body, browser, now, requestId, address, readCookie, setCookie } = call;
    const cause = { siteId: site.id, now, requestId, address };
    const step = readCookie(secondStepCookie(site.id));
    const earlier = readCookie(sessionCookie(site.id));
    // The schema has checked its shape; WebAuthn's own types say the same in other words.
    const answer = body as StepAnswer;
    const result = await answerSecondStep(app, site, cause, browser, step, answer, earlier);
    const over = !isProblem(result) || result.code === 'accounts/second-step-over';
    if (over && step) setCookie(secondStepCookie(site.id), '', 0);
    return isProblem(result) ? result : answerLogin(call, result);
  },
});

const passkeyOptions = route({
  operationId: 'askPasskey',
  method: 'post',
  path: `${passkeyPath}/options`,
  summary: 'What the browser needs to log in with a passkey alone',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  status: 200,
  response: options,
  problems: ['accounts/second-factor-not-offered'],
  perMinute: loginsPerMinute,
  handle: async ({ site, browser, now, change }) => {
    if (!passkeyLogsIn(site.accounts.secondFactor)) return accountProblem('second-factor-not-offered');
    const asked = { purpose: 'log-in', browserId: browser.id, userId: null } as const;
    return change(async (tx) => ({
      reply: { status: 200, body: { options: { ...(await assertionOptions(tx, site, asked, now)) } } },
    }));
  },
});

const enterByPasskey = route({
  operationId: 'logInByPasskey',
  method: 'post',
  path: passkeyPath,
  summary: 'Logs in with a passkey alone; the session is a cookie',
  access: 'public',
  duringMaintenance: 'entry',
  params: sitePath,
  body: z.strictObject({ response: authenticationResponse }),
  status: 200,
  response: sessionResponse,
  problems: [
    'accounts/passkey-refused',
    'accounts/password-expired',
    'accounts/second-factor-not-offered',
    'platform/maintenance',
  ],
  perMinute: loginsPerMinute,
  handle: async (call) => {
    const { app, site, body, browser, now, requestId, address, readCookie } = call;
    const cause = { siteId: site.id, now, requestId, address };
    const response = body.response as AuthenticationResponseJSON;
    const earlier = readCookie(sessionCookie(site.id));
    const result = await logInByPasskey(app, site, cause, browser, response, earlier);
    return isProblem(result) ? result : answerLogin(call, result);
  },
});

export const logInRoutes = [readStep, stepOptions, answerStep, passkeyOptions, enterByPasskey];
