import { z } from 'zod';
import { organizationKinds, roles } from '../../../domain/accounts/permissions.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { reason, typedReason } from '../../kernel/http/reason.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { etag } from '../../kernel/http/version.ts';
import { insideId } from '../../kernel/ids.ts';
import { presentAccount } from './account.ts';
import { changeAccount } from './change-account.ts';
import { definedOnly } from './defined-only.ts';
import { eraseManaged } from './erase-managed.ts';
import { accountSorts, accountStates, findManagedAccount, listAccounts } from './managed.ts';
import { accountChange, accountView, changedAccount } from './schemas.ts';

const searchMax = 100;
const perMinute = 120;
const base = '/api/{site}/organizations/{organization}/accounts';
const accountPath = organizationPath.extend({ user: outsideIdSchema('user') });

export const accountQuery = z.strictObject({
  name: z.string().max(searchMax).default(''),
  user: z.string().max(searchMax).default(''),
  kind: z.enum(organizationKinds).optional(),
  /** Only users who have come so far. */
  state: z.enum(accountStates).optional(),
  sort: sortBy(accountSorts),
});

const list = route({
  operationId: 'listAccounts',
  method: 'get',
  path: base,
  summary:
    'Operators: the organizations of the site with their users, or those who have left; by themselves the newest first',
  access: 'accounts:read',
  params: organizationPath,
  query: accountQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(
    z.strictObject({
      organization: z.strictObject({
        id: outsideIdSchema('organization'),
        name: z.string(),
        kind: z.enum(organizationKinds),
        country: z.string(),
        createdAt: instant,
      }),
      user: z
        .strictObject({
          id: outsideIdSchema('user'),
          loginId: z.string(),
          name: z.string(),
          mail: z.string(),
          role: z.enum(roles),
          state: z.enum(accountStates),
          lastLoginAt: instant.nullable(),
          leftAt: instant.nullable(),
        })
        .nullable(),
    }),
  ),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query }) => {
    const { name: organization, user, kind = null, state = null, ...paging } = query;
    return { status: 200, body: await listAccounts(app, scope, { organization, user, kind, state }, paging) };
  },
});

const read = route({
  operationId: 'getManagedAccount',
  method: 'get',
  path: `${base}/{user}`,
  summary: 'Operators: the data of a user, one who has left included, and of the user’s organization',
  access: 'accounts:read',
  params: accountPath,
  status: 200,
  response: accountView,
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, scope, session, params }) => {
    const account = await findManagedAccount(app.db, site, scope, insideId(params.user), 'kept');
    if (!account) return platformProblem('not-found');
    const may = session.permissions.has('accounts:change') && account.leftAt === null;
    const body = presentAccount(site, account, { changePerson: may, changeOrganization: may });
    return { status: 200, body, headers: etag(account.version) };
  },
});

const update = route({
  operationId: 'updateManagedAccount',
  method: 'patch',
  path: `${base}/{user}`,
  summary: 'Operators: changes a user’s data for them, with a reason; the user is mailed which fields',
  access: 'accounts:change',
  params: accountPath,
  body: z.strictObject({ values: accountChange, reason }),
  status: 200,
  response: changedAccount,
  problems: ['platform/invalid-fields', 'platform/not-found', 'platform/changed-meanwhile'],
  versioned: true,
  perMinute,
  handle: async ({ site, scope, params, body, seenVersion, change }) =>
    change(async (tx) => {
      const account = await findManagedAccount(tx, site, scope, insideId(params.user));
      if (!account) return { reply: platformProblem('not-found') };
      return changeAccount(tx, site, account.userId, {
        values: definedOnly(body.values),
        seenVersion,
        mayChangeOrganization: true,
        reason: body.reason,
        by: { userId: scope.userId, now: scope.now },
      });
    }),
});

const erase = route({
  operationId: 'eraseManagedAccount',
  method: 'post',
  path: `${base}/{user}/erasure`,
  summary:
    'Operators: erases a person who asked for it, with a reason; an organization whose last user this was closes',
  access: 'accounts:change',
  params: accountPath,
  body: z.strictObject({ reason: typedReason }),
  status: 204,
  response: null,
  problems: [
    'platform/invalid-fields',
    'platform/not-found',
    'accounts/erasing-own',
    'accounts/erasing-last-owner',
    'organizations/not-settled',
  ],
  perMinute,
  handle: async ({ app, site, scope, params, body, change }) =>
    change((tx) => eraseManaged({ app, tx, site, scope }, insideId(params.user), body.reason)),
});

export const managedAccountRoutes = [list, read, update, erase];
