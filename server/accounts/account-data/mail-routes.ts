import { z } from 'zod';
import { route } from '../../kernel/http/route.ts';
import { instant, sitePath } from '../../kernel/http/schemas.ts';
import { isUniqueViolation } from '../login-ids.ts';
import { checkPresentPassword } from '../present-password.ts';
import { accountProblem } from '../problems.ts';
import { askMailChange, endMailChanges } from './mail-change.ts';
import { checkMailChange, proveMailChange } from './prove-mail.ts';
import { removeMail } from './remove-mail.ts';
import { passwordMax, tokenMax, typedMax } from './schemas.ts';

const perMinute = 60;
const ownPath = '/api/{site}/account/mail-change';

const ask = route({
  operationId: 'askMailChange',
  method: 'post',
  path: ownPath,
  summary: 'Asks for another mail address; it counts once the link mailed to it is opened',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({
    mail: z.string().max(typedMax),
    mailAgain: z.string().max(typedMax),
    password: z.string().max(passwordMax),
  }),
  status: 201,
  response: z.strictObject({ mail: z.string(), expiresAt: instant }),
  problems: [
    'accounts/mail-unchanged',
    'accounts/present-password-wrong',
    'accounts/login-locked',
    'platform/invalid-fields',
    'platform/too-many-requests',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, session, browser, body, now, requestId, address, change }) =>
    askMailChange(
      app,
      site,
      session,
      body,
      now,
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

const giveUp = route({
  operationId: 'giveUpMailChange',
  method: 'delete',
  path: ownPath,
  summary: 'Gives a change of mail address up; the mailed link ends',
  access: 'own-account:use',
  params: sitePath,
  status: 204,
  response: null,
  problems: ['platform/not-logged-in'],
  perMinute,
  handle: async ({ site, session, now, change }) =>
    change(async (tx) => {
      const ended = await endMailChanges(tx, site.id, session.userId, now);
      const events = [{ what: 'mail-change.given-up' as const, subject: `user/${session.userId}` }];
      return { reply: { status: 204 }, events: ended ? events : [] };
    }),
});

const remove = route({
  operationId: 'removeMail',
  method: 'post',
  path: '/api/{site}/account/mail-removal',
  summary: 'Takes the own mail address away, where people can be without one; no mails go anywhere any more',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ password: z.string().max(passwordMax) }),
  status: 204,
  response: null,
  problems: [
    'accounts/mail-needed',
    'accounts/present-password-wrong',
    'accounts/login-locked',
    'platform/invalid-fields',
    'platform/too-many-requests',
  ],
  perMinute,
  handle: async ({ app, site, session, browser, body, now, requestId, address, change }) => {
    const cause = { siteId: site.id, now, requestId, address };
    const who = { ...session, browserId: browser.id };
    const refused = await checkPresentPassword(app, site, cause, who, body.password);
    return refused ?? change((tx) => removeMail(app, tx, site, session, now));
  },
});

const check = route({
  operationId: 'checkMailChange',
  method: 'post',
  path: '/api/{site}/mail-changes/check',
  summary: 'Which address a mailed link proves; uses nothing up',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ token: z.string().max(tokenMax) }),
  status: 200,
  response: z.strictObject({ mail: z.string(), loginId: z.string(), expiresAt: instant, loginIdChanges: z.boolean() }),
  problems: ['accounts/mail-link-invalid'],
  perMinute,
  handle: async ({ site, body, now, change }) => change((tx) => checkMailChange(tx, site, body.token, now)),
});

const prove = route({
  operationId: 'proveMailChange',
  method: 'post',
  path: '/api/{site}/mail-changes',
  summary: 'Proves a new mail address with the mailed link',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ token: z.string().max(tokenMax) }),
  status: 200,
  response: z.strictObject({ mail: z.string(), loginIdChanges: z.boolean() }),
  problems: ['accounts/mail-link-invalid'],
  perMinute,
  handle: async ({ site, body, now, change }) => {
    try {
      return await change((tx) => proveMailChange(tx, site, body.token, now));
    } catch (error) {
      if (isUniqueViolation(error)) return accountProblem('mail-link-invalid');
      throw error;
    }
  },
});

export const mailChangeRoutes = [ask, giveUp, remove, check, prove];
