import { z } from 'zod';
import { preparePassword } from '../../../domain/accounts/password.ts';
import { waitForGrid } from '../../kernel/even-time.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { sitePath } from '../../kernel/http/schemas.ts';
import { refusePassword, samePassword } from '../new-password.ts';
import { hashPassword } from '../password-hash.ts';
import { hasSecondFactor } from '../second-factor/factors.ts';
import { checkPresentPassword } from '../present-password.ts';
import { sessionResponse, viewSession } from '../session-view.ts';
import { beginCodeTry } from '../code-tries.ts';
import { askLoginIds, askReset } from './ask.ts';
import { changePassword, isSamePassword } from './change-password.ts';
import { proveReset } from './prove.ts';

const typedMax = 400;
const codeMax = 40;
const passwordMax = 1024;
const perMinute = 60;
/** Answers leave on this grid: an account that is there costs more work than one that is not. */
const answerGridMs = 200;

/** Runs the work and answers on the grid, so that what was found does not show in the time it took. */
async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const answer = await work();
  await waitForGrid(startedAtMs, answerGridMs);
  return answer;
}

const askForReset = route({
  operationId: 'askPasswordReset',
  method: 'post',
  path: '/api/{site}/password-resets',
  summary:
    'Asks for a code or link to set a new password; the answer is the same whether there is such an account or not',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ account: z.string().min(1).max(typedMax) }),
  status: 204,
  response: null,
  problems: [],
  idempotent: true,
  perMinute,
  handle: ({ app, site, body, browser, now, change }) =>
    evenly(() => change((tx) => askReset(app, tx, site, body.account, browser.id, now))),
});

const proveCode = route({
  operationId: 'provePasswordReset',
  method: 'post',
  path: '/api/{site}/password-resets/code',
  summary: 'Takes the mailed code; the answer is good for setting the password',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ loginId: z.string().min(1).max(typedMax), code: z.string().max(codeMax) }),
  status: 200,
  response: z.strictObject({ passwordToken: z.string() }),
  problems: ['accounts/code-wrong', 'accounts/code-wrong-or-elsewhere'],
  perMinute,
  handle: ({ app, site, body, browser, now, requestId, change }) =>
    evenly(async () => {
      const codeTry = await beginCodeTry(app, site, { browserId: browser.id, now, requestId });
      return change((tx) => proveReset(app, tx, site, body, codeTry));
    }),
});

const askForLoginIds = route({
  operationId: 'askLoginIds',
  method: 'post',
  path: '/api/{site}/login-id-reminders',
  summary: 'Mails the login IDs of an address to it; the answer is the same whether there are any or not',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ mail: z.string().min(1).max(typedMax) }),
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  idempotent: true,
  perMinute,
  handle: ({ app, site, body, now, change }) =>
    evenly(() => change((tx) => askLoginIds(app, tx, site, body.mail, now))),
});

const changeOwnPassword = route({
  operationId: 'changePassword',
  method: 'post',
  path: '/api/{site}/session/password',
  summary: 'Changes the password of who is logged in; all other sessions end',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ password: z.string().max(passwordMax), newPassword: z.string().max(passwordMax) }),
  status: 200,
  response: sessionResponse,
  problems: [
    'platform/not-logged-in',
    'platform/invalid-fields',
    'accounts/present-password-wrong',
    'accounts/password-same',
    'accounts/login-locked',
    'accounts/login-refused-or-locked',
  ],
  whileOwing: ['password'],
  perMinute,
  handle: async ({ app, site, session, browser, body, now, requestId, address, change, readCookie, setCookie }) => {
    const secondFactor = await hasSecondFactor(app.db, site, session.userId);
    const refused = refusePassword(site, body.newPassword, secondFactor, '/newPassword');
    if (refused) return refused;
    if (isSamePassword(site, body.password, body.newPassword)) return samePassword('/newPassword');
    const who = { userId: session.userId, organizationId: session.organizationId, browserId: browser.id };
    const cause = { siteId: site.id, now, requestId, address };
    const wrong = await checkPresentPassword(app, site, cause, who, body.password);
    if (wrong) return wrong;
    const hash = await hashPassword(preparePassword(body.newPassword, site.accounts.password));
    const token = readCookie(sessionCookie(site.id)) ?? '';
    return change(async (tx) => {
      const changed = await changePassword(tx, site, session, token, browser, hash, now);
      if (!changed) return { reply: platformProblem('not-logged-in') };
      setCookie(sessionCookie(site.id), changed.token, site.accounts.session.totalHours * 3600);
      const next = { userId: session.userId, startedAt: now };
      return { reply: { status: 200, body: await viewSession(tx, site, next, now) }, events: [changed.event] };
    });
  },
});

export const resetRoutes = [askForReset, proveCode, askForLoginIds, changeOwnPassword];
