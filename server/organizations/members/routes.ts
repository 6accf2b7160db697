import { z } from 'zod';
import { roles } from '../../../domain/accounts/permissions.ts';
import { checkPresentPassword } from '../../accounts/present-password.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
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
import { changeRole, leave, removeMember } from './change.ts';
import { matchingMembers, memberRows, memberSorts, type MemberRow } from './store.ts';

const searchMax = 100;
const passwordMax = 1024;
const perMinute = 120;
const base = '/api/{site}/organizations/{organization}/members';
const memberPath = organizationPath.extend({ user: outsideIdSchema('user') });

export const memberQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  role: z.enum(roles).optional(),
  sort: sortBy(memberSorts),
});

const memberResponse = z.strictObject({
  id: outsideIdSchema('user'),
  name: z.string(),
  loginId: z.string(),
  mail: z.string(),
  role: z.enum(roles),
  since: instant,
  lastLogin: instant.nullable(),
});

function presentMember(row: MemberRow): z.infer<typeof memberResponse> {
  const { name, loginId, mail } = row;
  return {
    id: outsideId('user', row.id),
    name,
    loginId,
    mail,
    role: row.role as z.infer<typeof memberResponse>['role'],
    since: row.since.toISOString(),
    lastLogin: row.lastLogin?.toISOString() ?? null,
  };
}

const list = route({
  operationId: 'listMembers',
  method: 'get',
  path: base,
  summary: 'The people of the organization, owners first',
  access: 'members:read',
  params: organizationPath,
  query: memberQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(memberResponse),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query }) => {
    const filter = { text: query.text, role: query.role ?? null };
    const totals = await countUpTo(app.db, matchingMembers(app.db, scope, filter).select('u.id'));
    const rows = await memberRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(presentMember), ...totals, page, pageSize } };
  },
});

const view = route({
  operationId: 'getMember',
  method: 'get',
  path: `${base}/{user}`,
  summary: 'Somebody of the organization',
  access: 'members:read',
  params: memberPath,
  status: 200,
  response: memberResponse,
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const everybody = { text: '', role: null };
    const row = await memberRows(app.db, scope, everybody).where('u.id', '=', insideId(params.user)).executeTakeFirst();
    return row ? { status: 200, body: presentMember(row) } : platformProblem('not-found');
  },
});

const setRole = route({
  operationId: 'changeRole',
  method: 'patch',
  path: `${base}/{user}`,
  summary: 'Gives somebody of the organization another role; they are mailed',
  access: 'members:manage',
  params: memberPath,
  body: z.strictObject({ role: z.enum(roles) }),
  status: 204,
  response: null,
  problems: [
    'platform/not-found',
    'organizations/role-above-own',
    'organizations/member-above-own',
    'organizations/last-owner',
  ],
  perMinute,
  handle: async ({ scope, params, body, change }) =>
    change((tx) => changeRole(tx, scope, insideId(params.user), body.role)),
});

const remove = route({
  operationId: 'removeMember',
  method: 'delete',
  path: `${base}/{user}`,
  summary: 'Removes somebody from the organization; their account ends at once',
  access: 'members:manage',
  params: memberPath,
  status: 204,
  response: null,
  problems: [
    'platform/not-found',
    'organizations/own-membership',
    'organizations/member-above-own',
    'organizations/last-owner',
  ],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => removeMember(tx, scope, insideId(params.user))),
});

const leaveOrganization = route({
  operationId: 'leaveOrganization',
  method: 'post',
  path: '/api/{site}/account/leave',
  summary: 'Leaves the organization: my account ends and I am logged out everywhere',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ password: z.string().max(passwordMax) }),
  status: 204,
  response: null,
  problems: ['accounts/present-password-wrong', 'accounts/login-locked', 'organizations/last-owner'],
  perMinute,
  handle: async ({ app, site, scope, browser, body, now, requestId, address, setCookie, change }) => {
    const who = { userId: scope.userId, organizationId: scope.organizationId, browserId: browser.id };
    const refused = await checkPresentPassword(
      app,
      site,
      { siteId: site.id, now, requestId, address },
      who,
      body.password,
    );
    if (refused) return refused;
    const answer = await change((tx) => leave(tx, scope));
    if (answer.status === 204) setCookie(sessionCookie(site.id), '', 0);
    return answer;
  },
});

export const memberRoutes = [list, view, setRole, remove, leaveOrganization];
