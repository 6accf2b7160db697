import { z } from 'zod';
import { route } from '../../kernel/http/route.ts';
import { instant, outsideIdSchema, sitePath } from '../../kernel/http/schemas.ts';
import { etag } from '../../kernel/http/version.ts';
import { insideId } from '../../kernel/ids.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { browserNames, systemNames } from '../../../domain/accounts/user-agent.ts';
import { checkPresentPassword } from '../present-password.ts';
import { findAccount, presentAccount } from './account.ts';
import { changeAccount } from './change-account.ts';
import { definedOnly } from './defined-only.ts';
import { changeLoginId } from './login-id.ts';
import { pendingMailChange } from './mail-change.ts';
import { endOtherSessions, endSession, listSessions } from './own-sessions.ts';
import { mayBeWithoutMail } from './remove-mail.ts';
import { accountChange, changedAccount, ownAccount, passwordMax, typedMax } from './schemas.ts';

const perMinute = 60;

const readAccount = route({
  operationId: 'getAccount',
  method: 'get',
  path: '/api/{site}/account',
  summary: 'My data and my organization’s: the fields of the site’s form, and which of them I may change',
  access: 'own-account:use',
  params: sitePath,
  status: 200,
  response: ownAccount,
  problems: ['platform/not-logged-in'],
  whileOwing: ['customer-data'],
  handle: async ({ app, site, session, now }) => {
    const account = await findAccount(app.db, site, session.userId);
    if (!account) return platformProblem('not-found');
    const view = presentAccount(site, account, {
      changePerson: true,
      changeOrganization: session.permissions.has('organization:change'),
    });
    const mailChange = await pendingMailChange(app.db, site.id, session.userId, now);
    const mailRemovable = account.mail !== '' && mayBeWithoutMail(site, account.kind);
    return { status: 200, body: { ...view, mailChange, mailRemovable }, headers: etag(account.version) };
  },
});

const updateAccount = route({
  operationId: 'updateAccount',
  method: 'patch',
  path: '/api/{site}/account',
  summary: 'Changes my data; a mail lists the changed fields by name',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ values: accountChange }),
  status: 200,
  response: changedAccount,
  problems: ['platform/invalid-fields', 'platform/not-permitted', 'platform/changed-meanwhile'],
  versioned: true,
  whileOwing: ['customer-data'],
  perMinute,
  handle: async ({ site, session, body, seenVersion, now, change }) =>
    change((tx) =>
      changeAccount(tx, site, session.userId, {
        values: definedOnly(body.values),
        seenVersion,
        mayChangeOrganization: session.permissions.has('organization:change'),
        reason: null,
        by: { userId: session.userId, now },
      }),
    ),
});

const updateLoginId = route({
  operationId: 'changeLoginId',
  method: 'put',
  path: '/api/{site}/account/login-id',
  summary: 'Changes my login ID; my other sessions end and the new ID is mailed',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ loginId: z.string().max(typedMax), password: z.string().max(passwordMax) }),
  status: 200,
  response: z.strictObject({ loginId: z.string() }),
  problems: [
    'accounts/login-id-fixed',
    'accounts/login-id-taken',
    'accounts/present-password-wrong',
    'accounts/login-locked',
    'platform/invalid-fields',
  ],
  perMinute,
  handle: async ({ app, site, session, browser, body, now, requestId, address, change }) =>
    changeLoginId(
      site,
      { ...session, now },
      body.loginId,
      () =>
        checkPresentPassword(
          app,
          site,
          { siteId: site.id, now, requestId, address },
          { ...session, browserId: browser.id },
          body.password,
        ),
      change,
    ),
});

const listOwnSessions = route({
  operationId: 'listSessions',
  method: 'get',
  path: '/api/{site}/account/sessions',
  summary: 'Where I am logged in',
  access: 'own-account:use',
  params: sitePath,
  status: 200,
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        id: outsideIdSchema('session'),
        browser: z.enum(browserNames),
        system: z.enum(systemNames),
        createdAt: instant,
        lastUsedAt: instant,
        current: z.boolean(),
      }),
    ),
  }),
  problems: ['platform/not-logged-in'],
  handle: async ({ app, site, session, now }) => ({
    status: 200,
    body: { items: await listSessions(app.db, site, session, now) },
  }),
});

const endOwnSession = route({
  operationId: 'endSession',
  method: 'delete',
  path: '/api/{site}/account/sessions/{session}',
  summary: 'Ends one of my sessions; its next request is refused',
  access: 'own-account:use',
  params: sitePath.extend({ session: outsideIdSchema('session') }),
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ site, session, params, change }) =>
    change((tx) => endSession(tx, site, session.userId, insideId(params.session))),
});

const endOwnOtherSessions = route({
  operationId: 'endOtherSessions',
  method: 'delete',
  path: '/api/{site}/account/sessions',
  summary: 'Ends all of my sessions but this one',
  access: 'own-account:use',
  params: sitePath,
  status: 200,
  response: z.strictObject({ ended: z.int() }),
  problems: ['platform/not-logged-in'],
  perMinute,
  handle: async ({ site, session, change }) => change((tx) => endOtherSessions(tx, site, session)),
});

export const ownAccountRoutes = [
  readAccount,
  updateAccount,
  updateLoginId,
  listOwnSessions,
  endOwnSession,
  endOwnOtherSessions,
];
