import { z } from 'zod';
import { checkPresentPassword } from '../../accounts/present-password.ts';
import { newToken } from '../../accounts/sessions.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { accept, giveUp, offer, runningHandOver } from './hand-over.ts';

const passwordMax = 1024;
const perMinute = 60;
const path = '/api/{site}/organizations/{organization}/hand-over';

const read = route({
  operationId: 'getHandOver',
  method: 'get',
  path,
  summary: 'The offer of ownership that waits to be accepted, if there is one',
  access: 'own-account:use',
  params: organizationPath,
  status: 200,
  response: z.strictObject({
    handOver: z
      .strictObject({
        from: z.string(),
        to: z.string(),
        /** What the caller is in it. */
        mine: z.enum(['offered', 'received', 'none']),
        expiresAt: instant,
      })
      .nullable(),
  }),
  problems: ['platform/not-found'],
  handle: async ({ app, scope }) => {
    const found = await runningHandOver(app.db, scope);
    if (!found) return { status: 200, body: { handOver: null } };
    const { from, to, fromId, toId } = found;
    const mine: 'offered' | 'received' | 'none' =
      fromId === scope.userId ? 'offered' : toId === scope.userId ? 'received' : 'none';
    return { status: 200, body: { handOver: { from, to, mine, expiresAt: found.expiresAt.toISOString() } } };
  },
});

const make = route({
  operationId: 'offerOwnership',
  method: 'post',
  path,
  summary: 'Offers ownership to a successor, who must accept; the present password is asked',
  access: 'ownership:hand-over',
  params: organizationPath,
  body: z.strictObject({ user: outsideIdSchema('user'), password: z.string().max(passwordMax) }),
  status: 204,
  response: null,
  problems: [
    'platform/not-found',
    'organizations/hand-over-running',
    'organizations/own-membership',
    'accounts/present-password-wrong',
    'accounts/login-locked',
  ],
  perMinute,
  handle: async ({ app, site, scope, browser, body, now, requestId, address, change }) => {
    const who = { userId: scope.userId, organizationId: scope.organizationId, browserId: browser.id };
    const refused = await checkPresentPassword(
      app,
      site,
      { siteId: site.id, now, requestId, address },
      who,
      body.password,
    );
    return refused ?? change((tx) => offer(tx, scope, insideId(body.user)));
  },
});

const take = route({
  operationId: 'acceptOwnership',
  method: 'post',
  path: `${path}/accept`,
  summary: 'Accepts the ownership that was offered; who offered it becomes a manager',
  access: 'own-account:use',
  params: organizationPath,
  status: 204,
  response: null,
  problems: ['organizations/hand-over-over'],
  perMinute,
  handle: async ({ site, session, scope, setCookie, change }) => {
    const token = newToken();
    const answer = await change((tx) => accept(tx, site, scope, session.id, token));
    if (!isProblem(answer)) setCookie(sessionCookie(site.id), token, site.accounts.session.totalHours * 3600);
    return answer;
  },
});

const drop = route({
  operationId: 'endOwnershipOffer',
  method: 'delete',
  path,
  summary: 'Declines the ownership that was offered, or takes the offer back',
  access: 'own-account:use',
  params: organizationPath,
  status: 204,
  response: null,
  problems: ['organizations/hand-over-over'],
  perMinute,
  handle: async ({ scope, change }) => change((tx) => giveUp(tx, scope)),
});

export const handOverRoutes = [read, make, take, drop];
