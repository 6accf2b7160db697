import { z } from 'zod';
import { waysToMake, type SignUp } from '../../../domain/accounts/policy.ts';
import { madeFields, signUpFieldNames } from '../../../domain/accounts/sign-up.ts';
import { languages } from '../../../domain/site/languages.ts';
import type { Site } from '../../kernel/app.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { isProblem, platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, sitePath } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { formField, loginIdRule, presentFields, presentRule } from '../../sites/form.ts';
import { findManagedAccount } from '../account-data/managed.ts';
import { reason } from '../../kernel/http/reason.ts';
import { makeAccount } from './make-account.ts';
import { askOwnPassword } from './own-password.ts';
import { openAgain } from './open-again.ts';
import { openings, openingsOf, prepareOpening } from './opening.ts';

const typedMax = 400;
const passwordMax = 1024;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/accounts';
const accountPath = organizationPath.extend({ user: outsideIdSchema('user') });
const opening = z.enum(openings);
const kinds = z.enum(['dealer', 'customer']);

const ways = route({
  operationId: 'getAccountWays',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/account-ways',
  summary: 'For whom accounts can be made here, what is asked, and how they may open at first',
  access: 'accounts:create',
  params: organizationPath,
  status: 200,
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        organization: kinds,
        fields: z.array(formField),
        loginIdRule,
        openings: z.array(opening),
      }),
    ),
  }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ site, session }) => ({
    status: 200,
    body: { items: waysToMake(site.accounts, session.organizationKind).map((way) => presentWay(site, way)) },
  }),
});

function presentWay(site: Site, way: SignUp) {
  const { organization, loginId } = way;
  const fields = presentFields(madeFields(way.fields));
  return {
    organization,
    fields,
    loginIdRule: presentRule(loginId),
    openings: [...openingsOf(site, organization, way)],
  };
}

const make = route({
  operationId: 'makeAccount',
  method: 'post',
  path: base,
  summary:
    'Makes an organization with its owner: a link is mailed, or a password is handed over, which is in this answer and nowhere else',
  access: 'accounts:create',
  params: organizationPath,
  body: z.strictObject({
    organization: kinds,
    values: z.partialRecord(z.enum(signUpFieldNames), z.union([z.string().max(typedMax), z.boolean()])),
    loginId: z.string().max(typedMax).default(''),
    mail: z.string().max(typedMax).default(''),
    language: z.enum(languages),
    opening,
    /** The temporary password that who makes the account sets. */
    password: z.string().max(passwordMax).optional(),
  }),
  status: 201,
  response: z.strictObject({
    user: outsideIdSchema('user'),
    organization: outsideIdSchema('organization'),
    loginId: z.string(),
    mail: z.string(),
    password: z.string().nullable(),
    expiresAt: instant.nullable(),
  }),
  problems: [
    'platform/not-permitted',
    'platform/invalid-fields',
    'platform/too-many-requests',
    'accounts/login-id-taken',
    'accounts/opening-not-offered',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, session, scope, body, change }) => {
    const way = waysToMake(site.accounts, session.organizationKind).find(
      (one) => one.organization === body.organization,
    );
    if (!way) return platformProblem('not-permitted');
    const offered = openingsOf(site, way.organization, way);
    const prepared = await prepareOpening(site, body.opening, offered, body.password);
    if (isProblem(prepared)) return prepared;
    const maker = { ...scope, isDealer: session.organizationKind === 'dealer' };
    return change((tx) => makeAccount(app, tx, site, maker, way, body, prepared));
  },
});

const openingOffers = route({
  operationId: 'getAccountOpenings',
  method: 'get',
  path: `${base}/{user}/openings`,
  summary: 'Operators: how an account can be opened anew for who cannot get in',
  access: 'accounts:change',
  params: accountPath,
  status: 200,
  response: z.strictObject({ items: z.array(opening) }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, scope, params }) => {
    const account = await findManagedAccount(app.db, site, scope, insideId(params.user));
    if (!account) return platformProblem('not-found');
    const items = openingsOf(site, account.kind, null).filter(
      (one) => one === 'initial' || (one === 'link' && account.mail !== ''),
    );
    return { status: 200, body: { items: account.userId === scope.userId ? [] : items } };
  },
});

const open = route({
  operationId: 'openAccountAgain',
  method: 'post',
  path: `${base}/{user}/openings`,
  summary:
    'Operators: with a reason, mails a new link to set the password, or makes an initial password, which is in this answer alone',
  access: 'accounts:change',
  params: accountPath,
  body: z.strictObject({ opening: z.enum(['link', 'initial']), reason }),
  status: 201,
  response: z.strictObject({ password: z.string().nullable(), expiresAt: instant.nullable() }),
  problems: [
    'platform/invalid-fields',
    'platform/not-permitted',
    'platform/not-found',
    'accounts/opening-not-offered',
    'accounts/opening-own',
    'accounts/opening-no-mail',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, params, body, change }) => {
    const prepared = await prepareOpening(site, body.opening, openings, undefined);
    if (isProblem(prepared)) return prepared;
    return change((tx) => openAgain(app, tx, site, scope, insideId(params.user), prepared, body.reason));
  },
});

const ownPassword = route({
  operationId: 'askOwnPassword',
  method: 'post',
  path: '/api/{site}/session/own-password',
  summary:
    'Mails a link to who logged in with a temporary password of somebody else’s, and ends all sessions of the account',
  access: 'own-account:use',
  params: sitePath,
  status: 204,
  response: null,
  problems: ['platform/not-permitted', 'accounts/opening-chosen'],
  perMinute,
  handle: async ({ app, site, session, now, setCookie, change }) => {
    const answer = await change((tx) => askOwnPassword(app, tx, site, session, now));
    if (!isProblem(answer)) setCookie(sessionCookie(site.id), '', 0);
    return answer;
  },
});

export const makingRoutes = [ways, make, openingOffers, open, ownPassword];
