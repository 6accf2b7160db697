import { z } from 'zod';
import { kindsBelow, rights } from '../../../domain/organizations/options.ts';
import { loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { invitedPerson } from '../invitations/routes.ts';
import { makeOrganization } from './create.ts';
import { matchingOrganizations, organizationRows, organizationSorts, type OrganizationFilter } from './list.ts';
import { viewOrganization } from './view.ts';

const searchMax = 100;
const typedMax = 400;
const perMinute = 60;
export const organizationsBase = '/api/{site}/organizations/{organization}/organizations';
export const otherPath = organizationPath.extend({ other: outsideIdSchema('organization') });

const named = z.strictObject({ id: outsideIdSchema('organization'), name: z.string() });

export const organizationQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  kind: z.enum(kindsBelow).optional(),
  state: z.enum(['open', 'closed']).optional(),
  parent: outsideIdSchema('organization').optional(),
  sort: sortBy(organizationSorts),
});

export function filterOf(query: z.output<typeof organizationQuery>): OrganizationFilter {
  const { text, kind, state, parent } = query;
  return { text, kind: kind ?? null, state: state ?? null, parentId: parent ? insideId(parent) : null };
}

const list = route({
  operationId: 'listOrganizations',
  method: 'get',
  path: organizationsBase,
  summary: 'Dealers and customers that the caller may list, the newest first; operators list all',
  access: 'organizations:read',
  params: organizationPath,
  query: organizationQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(
    named.extend({
      kind: z.enum(kindsBelow),
      parent: named.nullable(),
      users: z.int().nullable(),
      since: instant,
      closedAt: instant.nullable(),
    }),
  ),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingOrganizations(app.db, scope, filter).select('o.id'));
    const rows = await organizationRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => ({
      id: outsideId('organization', row.id),
      name: row.name,
      kind: row.kind as (typeof kindsBelow)[number],
      parent: row.parentId ? { id: outsideId('organization', row.parentId), name: row.parent ?? '' } : null,
      users: row.users,
      since: row.since.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
    }));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const offered = route({
  operationId: 'getOrganizationKinds',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/organization-kinds',
  summary: 'Which kinds of organizations the caller may make, and how the login ID of the first owner comes about',
  access: 'organizations:create',
  params: organizationPath,
  status: 200,
  response: z.strictObject({
    kinds: z.array(z.enum(kindsBelow)),
    loginIdKinds: z.record(z.enum(kindsBelow), z.enum(['mail', 'issued', 'chosen', 'given'])),
  }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ site, session }) => {
    const kinds = session.organizationKind === 'maker' ? [...kindsBelow] : site.organizations.dealersMake;
    const kindOf = (kind: (typeof kindsBelow)[number]) => loginIdPolicyOf(site.accounts, kind).kind;
    return {
      status: 200,
      body: { kinds, loginIdKinds: { dealer: kindOf('dealer'), customer: kindOf('customer') } },
    };
  },
});

const create = route({
  operationId: 'createOrganization',
  method: 'post',
  path: organizationsBase,
  summary: 'Makes a dealer or customer and invites its first owner by mail',
  access: 'organizations:create',
  params: organizationPath,
  body: z.strictObject({
    kind: z.enum(kindsBelow),
    name: z.string().max(typedMax),
    country: z.string().max(typedMax).default('JP'),
    /** Operators: below whom; left out, directly below the maker. A dealer's own always stand below it. */
    parent: outsideIdSchema('organization').optional(),
    owner: invitedPerson,
  }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('organization'), invitation: outsideIdSchema('invitation') }),
  problems: [
    'platform/invalid-fields',
    'platform/not-found',
    'platform/too-many-requests',
    'organizations/kind-not-offered',
    'organizations/parent-kind',
    'organizations/parent-closed',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, session, scope, body, change }) => {
    const parentId = body.parent ? insideId(body.parent) : null;
    return change((tx) => makeOrganization(app, tx, site, session, scope, { ...body, parentId }));
  },
});

const view = route({
  operationId: 'getOrganization',
  method: 'get',
  path: `${organizationsBase}/{other}`,
  summary: 'A dealer or customer: who stands above and below, and who may see or do what of it',
  access: 'organizations:read',
  params: otherPath,
  status: 200,
  response: named.extend({
    kind: z.enum(kindsBelow),
    since: instant,
    closedAt: instant.nullable(),
    above: z.array(named),
    users: z.int().nullable(),
    below: z.strictObject({ dealers: z.int(), customers: z.int() }),
    grants: z.array(
      z.strictObject({
        id: outsideIdSchema('grant'),
        to: named,
        rights: z.array(z.enum(rights)),
        cause: z.enum(['link', 'parent', 'operator']),
        since: instant,
        until: instant.nullable(),
      }),
    ),
    mayActAs: z.boolean(),
  }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, session, scope, params }) => {
    const seesAll = session.organizationKind === 'maker';
    const found = await viewOrganization(app.db, scope, insideId(params.other), seesAll);
    return found ? { status: 200, body: found } : platformProblem('not-found');
  },
});

export const treeRoutes = [list, offered, create, view];
