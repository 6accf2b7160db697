import { z } from 'zod';
import { evenly } from '../kernel/evenly.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { beginLink } from './begin.ts';
import { changeLink, endLink, openLink, versionOfLink } from './change.ts';
import { askForDealer } from './dealer.ts';
import { findOwnPair } from './own-pair.ts';
import { base, devicesMax, filterOf, linkPath, linkQuery, linkResponse, pair, presentLink, terms } from './schemas.ts';
import { findLink, linkRows, matchingLinks } from './store.ts';

const perMinute = 60;
const pairProblems = [
  'platform/invalid-fields',
  'maintenance-links/dealer-unknown',
  'maintenance-links/too-many-tries',
];

const ask = route({
  operationId: 'askForDealer',
  method: 'post',
  path: '/api/{site}/organizations/{organization}/dealer-checks',
  summary: 'The name of the dealer with this login ID and this phone number; which of the two is wrong is not said',
  access: 'maintenance-links:manage',
  params: organizationPath,
  body: z.strictObject(pair),
  status: 200,
  response: z.strictObject({ name: z.string() }),
  problems: pairProblems,
  perMinute,
  handle: async ({ scope, address, body, change }) =>
    evenly(
      () =>
        change(async (tx) => {
          const asked = await askForDealer(tx, scope, address, body);
          if ('refused' in asked) return { reply: asked.refused, events: asked.events };
          return { reply: { status: 200, body: { name: asked.dealer.name } } };
        }),
      isProblem,
    ),
});

const begin = route({
  operationId: 'beginMaintenanceLink',
  method: 'post',
  path: base,
  summary:
    'Lets a dealer, named by login ID and phone number, see or configure devices of the organization; in force at once',
  access: 'maintenance-links:manage',
  params: organizationPath,
  body: z.strictObject({
    ...pair,
    /** Null: all that the organization has and will have. */
    devices: z.array(outsideIdSchema('device')).max(devicesMax).nullable(),
    ...terms,
  }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('maintenanceLink'), dealer: z.string() }),
  problems: [...pairProblems, 'platform/not-found', 'maintenance-links/already-linked'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, address, body, change }) =>
    evenly(
      () =>
        change((tx) =>
          beginLink({ tx, site, scope }, address, { ...body, devices: body.devices && body.devices.map(insideId) }),
        ),
      isProblem,
    ),
});

const list = route({
  operationId: 'listMaintenanceLinks',
  method: 'get',
  path: base,
  summary:
    'Dealers that look after devices of the organization, and customers whose devices it looks after; the newest first',
  access: 'maintenance-links:read',
  params: organizationPath,
  query: linkQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(linkResponse).extend({
    /** What customers name the caller's organization by, where it is a dealer; null where it has no phone number. */
    ownPair: z.strictObject({ dealer: z.string(), phone: z.string().nullable() }).nullable(),
  }),
  problems: [],
  handle: async ({ app, session, scope, query, now }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingLinks(app.db, scope, filter).select('l.id'));
    const rows = await linkRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const ownPair = session.organizationKind === 'dealer' ? await findOwnPair(app.db, scope) : null;
    const items = rows.map((row) => presentLink(row, now));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize, ownPair } };
  },
});

const read = route({
  operationId: 'getMaintenanceLink',
  method: 'get',
  path: `${base}/{link}`,
  summary: 'One link, as either side sees it',
  access: 'maintenance-links:read',
  params: linkPath,
  status: 200,
  response: linkResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params, now }) => {
    const row = await findLink(app.db, scope, insideId(params.link));
    if (!row) return platformProblem('not-found');
    return { status: 200, body: presentLink(row, now), headers: etag(versionOfLink(row)) };
  },
});

const changed = route({
  operationId: 'changeMaintenanceLink',
  method: 'patch',
  path: `${base}/{link}`,
  summary: 'Changes what the dealer may do, and until when; of the customer alone',
  access: 'maintenance-links:manage',
  params: linkPath,
  body: z.strictObject(terms),
  versioned: true,
  status: 204,
  response: null,
  problems: [
    'platform/not-found',
    'platform/not-permitted',
    'platform/invalid-fields',
    'platform/changed-meanwhile',
    'maintenance-links/link-over',
  ],
  perMinute,
  handle: async ({ site, scope, params, body, seenVersion, change }) =>
    change((tx) => changeLink(tx, site, scope, insideId(params.link), seenVersion, body)),
});

const end = route({
  operationId: 'endMaintenanceLink',
  method: 'delete',
  path: `${base}/{link}`,
  summary: 'Either side ends a link, at once and everywhere; the other is mailed',
  access: 'maintenance-links:manage',
  params: linkPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'maintenance-links/link-over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => endLink(tx, scope, insideId(params.link))),
});

const opened = route({
  operationId: 'openMaintenanceLink',
  method: 'post',
  path: `${base}/{link}/opened`,
  summary: 'Says that somebody of the dealer has looked at a link that was new',
  access: 'maintenance-links:read',
  params: linkPath,
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => openLink(tx, scope, insideId(params.link))),
});

export const maintenanceLinkRoutes = [ask, begin, list, read, changed, end, opened];
