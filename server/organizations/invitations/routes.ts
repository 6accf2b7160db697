import { z } from 'zod';
import { preparePassword } from '../../../domain/accounts/password.ts';
import { roles } from '../../../domain/accounts/permissions.ts';
import { loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import { documentNames } from '../../../domain/site/documents.ts';
import { languages } from '../../../domain/site/languages.ts';
import { refusePassword } from '../../accounts/new-password.ts';
import { hashPassword } from '../../accounts/password-hash.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import {
  instant,
  organizationPath,
  outsideIdSchema,
  pageOf,
  pageQuery,
  sitePath,
  sortBy,
} from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { acceptInvitation, checkInvitation } from './accept.ts';
import { invite, sendAgain, withdrawInvitation } from './invite.ts';
import { invitationRows, invitationSorts, matchingInvitations } from './store.ts';

const typedMax = 400;
const searchMax = 100;
const passwordMax = 1024;
const tokenMax = 100;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/invitations';
const invitationPath = organizationPath.extend({ invitation: outsideIdSchema('invitation') });

export const invitedPerson = z.strictObject({
  name: z.string().max(typedMax),
  mail: z.string().max(typedMax),
  /** Only where who makes an account gives its login ID. */
  loginId: z.string().max(typedMax).optional(),
  language: z.enum(languages),
});

export const invitationQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  role: z.enum(roles).optional(),
  sort: sortBy(invitationSorts),
});

const list = route({
  operationId: 'listInvitations',
  method: 'get',
  path: base,
  summary: 'Invitations that wait, the newest first, and how the login ID of who accepts comes about',
  access: 'members:manage',
  params: organizationPath,
  query: invitationQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(
    z.strictObject({
      id: outsideIdSchema('invitation'),
      name: z.string(),
      mail: z.string(),
      role: z.enum(roles),
      inviter: z.string().nullable(),
      sentAt: instant,
      expiresAt: instant,
      over: z.boolean(),
    }),
  ).extend({ loginIdKind: z.enum(['mail', 'issued', 'chosen', 'given']) }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, session, scope, query, now }) => {
    const filter = { text: query.text, role: query.role ?? null };
    const totals = await countUpTo(app.db, matchingInvitations(app.db, scope, filter).select('i.id'));
    const rows = await invitationRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => ({
      id: outsideId('invitation', row.id),
      name: row.name,
      mail: row.mail,
      role: row.role as (typeof roles)[number],
      inviter: row.inviter,
      sentAt: row.sentAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      over: row.expiresAt <= now,
    }));
    const loginIdKind = loginIdPolicyOf(site.accounts, session.organizationKind).kind;
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize, loginIdKind } };
  },
});

const create = route({
  operationId: 'invite',
  method: 'post',
  path: base,
  summary: 'Invites somebody into the organization by mail; an address with an account looks like any other',
  access: 'members:manage',
  params: organizationPath,
  body: invitedPerson.extend({ role: z.enum(roles) }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('invitation') }),
  problems: [
    'platform/invalid-fields',
    'platform/too-many-requests',
    'organizations/role-above-own',
    'organizations/too-many-invitations',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, session, scope, body, change }) =>
    change((tx) => invite(app, tx, site, session, scope, body)),
});

const again = route({
  operationId: 'sendInvitationAgain',
  method: 'post',
  path: `${base}/{invitation}/again`,
  summary: 'Sends an invitation once more with a new link; the one before ends',
  access: 'members:manage',
  params: invitationPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/too-many-requests', 'organizations/role-above-own'],
  perMinute,
  handle: async ({ app, site, session, scope, params, change }) =>
    change((tx) => sendAgain(app, tx, site, session, scope, insideId(params.invitation))),
});

const remove = route({
  operationId: 'withdrawInvitation',
  method: 'delete',
  path: `${base}/{invitation}`,
  summary: 'Takes an invitation back; its link opens nothing any more',
  access: 'members:manage',
  params: invitationPath,
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ scope, params, change }) =>
    change((tx) => withdrawInvitation(tx, scope, insideId(params.invitation))),
});

const check = route({
  operationId: 'checkInvitation',
  method: 'post',
  path: '/api/{site}/invitations/check',
  summary: 'What a mailed invitation invites to; uses nothing up',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ token: z.string().max(tokenMax) }),
  status: 200,
  response: z.strictObject({
    organization: z.string(),
    inviter: z.string().nullable(),
    name: z.string(),
    mail: z.string(),
    role: z.enum(roles),
    expiresAt: instant,
    loginIdKind: z.enum(['mail', 'issued', 'chosen', 'given']),
    loginId: z.string().nullable(),
    documents: z.array(z.strictObject({ document: z.string(), version: z.iso.date() })),
  }),
  problems: ['organizations/invitation-invalid'],
  perMinute,
  handle: async ({ site, body, now, change }) => change((tx) => checkInvitation(tx, site, body.token, now)),
});

const accept = route({
  operationId: 'acceptInvitation',
  method: 'post',
  path: '/api/{site}/invitations/accept',
  summary: 'Accepts an invitation: the account comes to be with the name and password of who was invited',
  access: 'public',
  params: sitePath,
  body: z.strictObject({
    token: z.string().max(tokenMax),
    name: z.string().max(typedMax),
    loginId: z.string().max(typedMax).optional(),
    password: z.string().max(passwordMax),
    language: z.enum(languages),
    agreed: z.array(z.strictObject({ document: z.enum(documentNames), version: z.iso.date() })).max(10),
  }),
  status: 201,
  response: z.strictObject({ loginId: z.string() }),
  problems: [
    'organizations/invitation-invalid',
    'accounts/terms-not-agreed',
    'accounts/login-id-taken',
    'platform/invalid-fields',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ site, body, now, change }) => {
    const { password, ...given } = body;
    const refused = refusePassword(site, password, false);
    if (refused) return refused;
    const hash = await hashPassword(preparePassword(password, site.accounts.password));
    return change((tx) => acceptInvitation(tx, site, given, hash, now));
  },
});

export const invitationRoutes = [list, create, again, remove, check, accept];
