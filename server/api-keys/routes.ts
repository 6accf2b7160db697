import { z } from 'zod';
import { scopes, scopesWithin } from '../../domain/api-keys/scopes.ts';
import { organizationKinds } from '../../domain/accounts/permissions.ts';
import { checkPresentPassword } from '../accounts/present-password.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sitePath } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { makeKey, revokeKey } from './make.ts';
import { filterOf, keyPath, keyQuery, keyResponse, nameMax, presentKey } from './schemas.ts';
import { findKey, keyRows, matchingKeys, usesOfKey } from './store.ts';

const perMinute = 60;
const passwordMax = 1024;
const base = '/api/{site}/organizations/{organization}/api-keys';

const list = route({
  operationId: 'listApiKeys',
  method: 'get',
  path: base,
  summary: 'The API keys of the organization, and what a new one can be good for',
  access: 'api-keys:manage',
  params: organizationPath,
  query: keyQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(keyResponse).extend({ scopes: z.array(z.enum(scopes)) }),
  problems: [],
  handle: async ({ app, site, session, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingKeys(app.db, scope, filter).select('k.id'));
    const rows = await keyRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    const useful = scopesWithin([...session.permissions], site);
    return { status: 200, body: { items: rows.map(presentKey), ...totals, page, pageSize, scopes: useful } };
  },
});

const show = route({
  operationId: 'getApiKey',
  method: 'get',
  path: `${base}/{key}`,
  summary: 'An API key, and what was done with it in the last 90 days',
  access: 'api-keys:manage',
  params: keyPath,
  status: 200,
  response: keyResponse.extend({
    uses: z.array(z.strictObject({ operation: z.string(), calls: z.int(), lastAt: instant, lastAddress: z.string() })),
  }),
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const id = insideId(params.key);
    const row = await findKey(app.db, scope, id);
    if (!row) return platformProblem('not-found');
    const uses = await usesOfKey(app.db, scope, id);
    const shown = uses.map(({ lastAt, ...use }) => ({ ...use, lastAt: lastAt.toISOString() }));
    return { status: 200, body: { ...presentKey(row), uses: shown } };
  },
});

const make = route({
  operationId: 'makeApiKey',
  method: 'post',
  path: base,
  summary: 'Makes an API key; the present password is asked, and the key itself is in this answer alone',
  access: 'api-keys:manage',
  params: organizationPath,
  body: z.strictObject({
    name: z.string().max(nameMax),
    scopes: z.array(z.enum(scopes)).max(scopes.length),
    endsAt: instant.nullable(),
    password: z.string().max(passwordMax),
  }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('apiKey'), token: z.string() }),
  problems: ['platform/invalid-fields', 'accounts/present-password-wrong', 'api-keys/too-many'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, session, browser, now, requestId, body, change }) => {
    const { password, ...wish } = body;
    const who = { userId: scope.userId, organizationId: scope.organizationId, browserId: browser.id };
    const refused = await checkPresentPassword(app, site, { siteId: site.id, now, requestId }, who, password);
    return refused ?? change((tx) => makeKey({ tx, site, scope, session }, wish));
  },
});

const revoke = route({
  operationId: 'revokeApiKey',
  method: 'delete',
  path: `${base}/{key}`,
  summary: 'Revokes an API key, at once and for good',
  access: 'api-keys:manage',
  params: keyPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'api-keys/over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => revokeKey(tx, scope, insideId(params.key))),
});

const own = route({
  operationId: 'getOwnApiKey',
  method: 'get',
  path: '/api/{site}/api-key',
  summary: 'To a program: which organization its API key is of, what it is good for, and until when',
  access: 'session',
  openToKeys: true,
  params: sitePath,
  status: 200,
  response: z.strictObject({
    id: outsideIdSchema('apiKey'),
    name: z.string(),
    organization: outsideIdSchema('organization'),
    kind: z.enum(organizationKinds),
    scopes: z.array(z.enum(scopes)),
    endsAt: instant.nullable(),
  }),
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session }) => {
    const row = session.key && (await findKey(app.db, scope, session.key.id));
    if (!row) return platformProblem('not-found');
    const { id, name, endsAt } = presentKey(row);
    const organization = outsideId('organization', session.organizationId);
    const usable = scopesWithin([...session.permissions], site);
    return { status: 200, body: { id, name, organization, kind: session.organizationKind, scopes: usable, endsAt } };
  },
});

export const apiKeyRoutes = [list, show, make, revoke, own];
