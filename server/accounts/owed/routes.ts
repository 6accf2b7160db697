import { z } from 'zod';
import { documentNames } from '../../../domain/site/documents.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, sitePath } from '../../kernel/http/schemas.ts';
import { accountProblem } from '../problems.ts';
import { closeSession } from '../sessions.ts';
import { giveConsents, viewConsents } from './consents.ts';

const documentsMax = 10;

const version = z.strictObject({ document: z.enum(documentNames), version: z.iso.date() });

const readConsents = route({
  operationId: 'getConsents',
  method: 'get',
  path: '/api/{site}/consents',
  summary:
    'The documents that count today, what who is logged in agreed to and when, and what is still to be agreed to',
  access: 'own-account:use',
  params: sitePath,
  status: 200,
  response: z.strictObject({
    owed: z.array(version),
    inForce: z.array(version),
    agreed: z.array(version.extend({ agreedAt: instant })),
  }),
  problems: ['platform/not-logged-in'],
  whileOwing: ['consent'],
  handle: async ({ app, site, session, now }) => ({
    status: 200,
    body: await viewConsents(app.db, site, session, now),
  }),
});

const agree = route({
  operationId: 'giveConsents',
  method: 'post',
  path: '/api/{site}/consents',
  summary: 'Agrees to the documents owed, in the versions that were shown',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ agreed: z.array(version).max(documentsMax) }),
  status: 204,
  response: null,
  problems: ['platform/not-logged-in', 'accounts/consents-changed'],
  whileOwing: ['consent'],
  handle: async ({ site, session, body, now, change }) =>
    change((tx) => giveConsents(tx, site, session, body.agreed, now)),
});

const decline = route({
  operationId: 'declineConsents',
  method: 'post',
  path: '/api/{site}/consents/decline',
  summary: 'Does not agree to the documents owed, which logs out; nothing of the account changes',
  access: 'own-account:use',
  params: sitePath,
  status: 204,
  response: null,
  problems: ['platform/not-logged-in', 'accounts/consents-changed'],
  whileOwing: ['consent'],
  handle: async ({ site, session, readCookie, setCookie, now, change }) =>
    change(async (tx) => {
      const { owed: documents } = await viewConsents(tx, site, session, now);
      // Agreed to in another tab meanwhile: there is nothing left to decline.
      if (documents.length === 0) return { reply: accountProblem('consents-changed') };
      await closeSession(tx, site, readCookie(sessionCookie(site.id)) ?? '');
      setCookie(sessionCookie(site.id), '', 0);
      const { userId } = session;
      return {
        reply: { status: 204 },
        events: [{ what: 'consent.declined', subject: `user/${userId}`, data: { user: userId, documents } }],
      };
    }),
});

export const owedRoutes = [readConsents, agree, decline];
