import { z } from 'zod';
import { languages } from '../../domain/site/languages.ts';
import { endActingOf } from '../acting/start.ts';
import { actingCookie, sessionCookie } from '../kernel/http/cookies.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { pageSizes, sitePath } from '../kernel/http/schemas.ts';
import { secondStepMinutes } from '../../domain/accounts/second-factor.ts';
import { accountDataRoutes } from './account-data/routes.ts';
import { answerLogin } from './answer-login.ts';
import { logIn } from './log-in.ts';
import { accountProblem } from './problems.ts';
import { newsRoutes } from './news/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { secondStepCookie } from './second-factor/cookie.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { sessionResponse, viewSession } from './session-view.ts';
import { closeSession } from './sessions.ts';

const typedMax = 400;
const passwordMax = 1024;
const loginsPerMinute = 120;

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
    const { app, site, body, now, browser, requestId, address, readCookie, setCookie } = call;
    const earlierToken = readCookie(sessionCookie(site.id));
    const result = await logIn(app, site, { siteId: site.id, now, requestId, address }, browser, body, earlierToken);
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
  ...signUpRoutes,
  openSession,
  readSession,
  changeSession,
  endSession,
  ...accountDataRoutes,
  ...newsRoutes,
  ...secondFactorRoutes,
];
