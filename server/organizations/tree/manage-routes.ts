import { z } from 'zod';
import { rights } from '../../../domain/organizations/options.ts';
import { reason } from '../../kernel/http/reason.ts';
import { checkPresentPassword } from '../../accounts/present-password.ts';
import type { App, Site } from '../../kernel/app.ts';
import { isProblem, platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { closeOrganization, previewClosing } from './close.ts';
import { endGrant, giveGrant } from './grants.ts';
import { moveOrganization } from './move.ts';
import { organizationsBase, otherPath } from './routes.ts';

const passwordMax = 1024;
const perMinute = 60;
const ownClosing = '/api/{site}/organizations/{organization}/closing';

const move = route({
  operationId: 'moveOrganization',
  method: 'put',
  path: `${organizationsBase}/{other}/parent`,
  summary: 'Operators: puts an organization, with all below it, under another dealer or the maker',
  access: 'organizations:manage',
  params: otherPath,
  body: z.strictObject({ parent: outsideIdSchema('organization').nullable(), reason }),
  status: 204,
  response: null,
  problems: [
    'platform/invalid-fields',
    'platform/not-found',
    'organizations/below-itself',
    'organizations/parent-kind',
    'organizations/parent-closed',
  ],
  perMinute,
  handle: async ({ site, params, body, now, change }) => {
    const parentId = body.parent === null ? null : insideId(body.parent);
    return change((tx) => moveOrganization(tx, site, insideId(params.other), parentId, body.reason, now));
  },
});

const preview = z.strictObject({
  dealers: z.int(),
  customers: z.int(),
  users: z.int(),
  grants: z.int(),
  /** Whom everything below passes to; null: the maker. */
  heir: z.string().nullable(),
  /** What capabilities have to say: a code with its words. With `stops` nothing can be closed before that is settled. */
  words: z.array(
    z.strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      stops: z.boolean(),
    }),
  ),
});

async function presentPreview(app: App, site: Site, id: string, successorId: string | null, now: Date) {
  const found = await previewClosing(app, site, id, successorId, now);
  if (isProblem(found)) return found;
  const { heirId, ...counts } = found;
  const heir = heirId
    ? await app.db
        .selectFrom('organizations')
        .select('name')
        .where('site_id', '=', site.id)
        .where('id', '=', heirId)
        .executeTakeFirst()
    : null;
  return { status: 200 as const, body: { ...counts, heir: heir?.name ?? null } };
}

const successorFaults = ['platform/not-found', 'organizations/successor-below', 'organizations/successor-kind'];

const lookAtClosing = route({
  operationId: 'previewClosing',
  method: 'get',
  path: `${organizationsBase}/{other}/closing`,
  summary: 'Operators: what closing an organization would do',
  access: 'organizations:manage',
  params: otherPath,
  query: z.strictObject({ successor: outsideIdSchema('organization').optional() }),
  status: 200,
  response: preview,
  problems: successorFaults,
  handle: async ({ app, site, params, query, now }) =>
    presentPreview(app, site, insideId(params.other), query.successor ? insideId(query.successor) : null, now),
});

const close = route({
  operationId: 'closeOrganization',
  method: 'post',
  path: `${organizationsBase}/{other}/closing`,
  summary: 'Operators: closes an organization; what stood below it passes to the successor, or up',
  access: 'organizations:manage',
  params: otherPath,
  body: z.strictObject({
    successor: outsideIdSchema('organization').nullable(),
    /** How many organizations the preview said would pass on. */
    seen: z.int().min(0),
    reason,
  }),
  status: 204,
  response: null,
  problems: [
    'platform/invalid-fields',
    ...successorFaults,
    'organizations/changed-since-preview',
    'organizations/not-settled',
  ],
  perMinute,
  handle: async ({ app, site, params, body, now, change }) => {
    const successorId = body.successor === null ? null : insideId(body.successor);
    const how = { reason: body.reason, seen: body.seen, now };
    return change((tx) => closeOrganization(app, tx, site, insideId(params.other), successorId, how));
  },
});

const lookAtOwnClosing = route({
  operationId: 'previewOwnClosing',
  method: 'get',
  path: ownClosing,
  summary: 'What closing my organization would do',
  access: 'organization:close',
  params: organizationPath,
  status: 200,
  response: preview,
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, scope, now }) => presentPreview(app, site, scope.organizationId, null, now),
});

const closeOwn = route({
  operationId: 'closeOwnOrganization',
  method: 'post',
  path: ownClosing,
  summary: 'An owner closes the organization: everybody’s account in it ends; what stood below it passes up',
  access: 'organization:close',
  params: organizationPath,
  body: z.strictObject({ seen: z.int().min(0), reason, password: z.string().max(passwordMax) }),
  status: 204,
  response: null,
  problems: [
    'platform/invalid-fields',
    'accounts/present-password-wrong',
    'accounts/login-locked',
    'organizations/changed-since-preview',
    'organizations/not-settled',
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
    if (refused) return refused;
    const how = { reason: body.reason, seen: body.seen, now };
    return change((tx) => closeOrganization(app, tx, site, scope.organizationId, null, how));
  },
});

const give = route({
  operationId: 'giveGrant',
  method: 'post',
  path: `${organizationsBase}/{other}/grants`,
  summary: 'Operators: lets a dealer see or do something of an organization; its owners are mailed',
  access: 'organizations:manage',
  params: otherPath,
  body: z.strictObject({
    to: outsideIdSchema('organization'),
    rights: z.array(z.enum(rights)).min(1).max(rights.length),
    until: instant.nullable(),
  }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('grant') }),
  problems: ['platform/not-found', 'platform/invalid-fields', 'organizations/parent-kind', 'organizations/grant-there'],
  idempotent: true,
  perMinute,
  handle: async ({ site, params, body, now, change }) => {
    const until = body.until === null ? null : new Date(body.until);
    if (until && until <= now)
      return platformProblem('invalid-fields', { errors: [{ pointer: '/until', code: 'organizations/until-past' }] });
    const wished = { toId: insideId(body.to), rights: [...new Set(body.rights)], until };
    return change((tx) => giveGrant(tx, site, insideId(params.other), wished, now));
  },
});

const end = route({
  operationId: 'endGrant',
  method: 'delete',
  path: `${organizationsBase}/{other}/grants/{grant}`,
  summary: 'Operators: ends what a dealer may see or do of an organization, at once and everywhere',
  access: 'organizations:manage',
  params: otherPath.extend({ grant: outsideIdSchema('grant') }),
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ site, params, now, change }) =>
    change((tx) => endGrant(tx, site, insideId(params.other), insideId(params.grant), now)),
});

export const manageRoutes = [move, lookAtClosing, close, lookAtOwnClosing, closeOwn, give, end];
