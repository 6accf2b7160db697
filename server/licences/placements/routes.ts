import { z } from 'zod';
import { platformProblem } from '../../kernel/http/problem.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { etag, versionOf } from '../../kernel/http/version.ts';
import { insideId } from '../../kernel/ids.ts';
import { asSearched } from '../../kernel/search.ts';
import { settleDueOf } from '../settle/settle.ts';
import { chooseDefault, chooseRenewal, moveLicence, readDefault, setAside, versionOfLicence } from './change.ts';
import { viewDeviceLicence } from './device.ts';
import { findTargets, historyOf, targetsMax } from './reads.ts';
import { filtered, findLicence, inOrder, licenceRows, matchingLicences, presentLicence } from './rows.ts';
import {
  base,
  deviceLicence,
  devicePath,
  licence,
  licenceDetail,
  licencePath,
  licenceQuery,
  target,
} from './schemas.ts';

const perMinute = 60;
const readsPerMinute = 240;
const idOrNone = outsideIdSchema('device').nullable();
const inside = (id: string | null) => (id === null ? null : insideId(id));

export const filterOf = ({ state, type = '', device = '' }: z.infer<typeof licenceQuery>) => ({
  state: state ?? null,
  type,
  text: device.trim() === '' ? '' : asSearched(device.trim()),
});

const list = route({
  operationId: 'listLicences',
  method: 'get',
  path: `${base}/licences`,
  summary:
    'Licences of the caller’s organization and of those whose data it may read; what runs comes first, by its last day',
  access: 'licences:read',
  params: organizationPath,
  query: licenceQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(licence),
  problems: [],
  handle: async ({ app, site, scope, query }) => {
    await settleDueOf(app, site, [scope.organizationId], scope.now);
    const matching = filtered(matchingLicences(app.db, scope, 'read'), filterOf(query), scope.now);
    const totals = await countUpTo(app.db, matching.select('l.id'));
    const rows = await inOrder(licenceRows(matching), query.sort, scope.now)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => presentLicence(row, scope.now));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const read = route({
  operationId: 'getLicence',
  method: 'get',
  path: `${base}/licences/{licence}`,
  summary: 'A licence with the devices that it served',
  access: 'licences:read',
  params: licencePath,
  status: 200,
  response: licenceDetail,
  problems: ['platform/not-found'],
  perMinute: readsPerMinute,
  handle: async ({ app, site, scope, session, params }) => {
    await settleDueOf(app, site, [scope.organizationId], scope.now);
    const row = await findLicence(app.db, scope, insideId(params.licence), 'read');
    if (!row) return platformProblem('not-found');
    const shown = presentLicence(row, scope.now);
    const own = session.permissions.has('licences:place') && row.customerId === scope.organizationId;
    const body = {
      ...shown,
      mayMove: own && shown.state !== 'expired',
      history: await historyOf(app.db, scope, row),
    };
    return { status: 200, body, headers: etag(versionOfLicence(row, scope.now)) };
  },
});

const targets = route({
  operationId: 'listLicenceTargets',
  method: 'get',
  path: `${base}/licences/{licence}/devices`,
  summary: `Devices in use of the caller’s organization that take a licence of this type, by name, up to ${targetsMax}`,
  access: 'licences:place',
  params: licencePath,
  query: z.strictObject({ text: z.string().max(100).default('') }),
  status: 200,
  response: z.strictObject({ items: z.array(target).max(targetsMax), more: z.boolean() }),
  problems: ['platform/not-found'],
  perMinute: readsPerMinute,
  handle: async ({ app, site, scope, params, query }) => {
    const row = await findLicence(app.db, scope, insideId(params.licence), 'configure');
    if (!row || row.customerId !== scope.organizationId) return platformProblem('not-found');
    return { status: 200, body: await findTargets(app.db, site, scope, row.type, query.text.trim()) };
  },
});

const change = { access: 'licences:place', status: 204, response: null, versioned: true, perMinute } as const;
const changed = ['platform/not-found', 'platform/changed-meanwhile', 'platform/invalid-fields'];

const move = route({
  ...change,
  operationId: 'moveLicence',
  method: 'put',
  path: `${base}/licences/{licence}/device`,
  summary: 'Has a licence serve another device of its customer, or none, from now on; its dates stay as they are',
  params: licencePath,
  body: z.strictObject({ device: idOrNone }),
  problems: [...changed, 'licences/licence-over'],
  handle: async ({ site, scope, params, body, seenVersion, change: run }) =>
    run((tx) => moveLicence({ tx, site, scope }, insideId(params.licence), seenVersion, inside(body.device))),
});

const aside = route({
  ...change,
  operationId: 'setLicenceAside',
  method: 'put',
  path: `${base}/licences/{licence}/set-aside`,
  summary: 'Keeps a waiting licence for a device whose licence runs now, or for none any more',
  params: licencePath,
  body: z.strictObject({ device: idOrNone }),
  problems: [...changed, 'licences/licence-over', 'licences/licence-serves'],
  handle: async ({ site, scope, params, body, seenVersion, change: run }) =>
    run((tx) => setAside({ tx, site, scope }, insideId(params.licence), seenVersion, inside(body.device))),
});

const ofDevice = route({
  operationId: 'getDeviceLicence',
  method: 'get',
  path: `${base}/devices/{device}/licence`,
  summary: 'The licence of a device, what follows it, and what was decided about renewing',
  access: 'licences:read',
  params: devicePath,
  status: 200,
  response: deviceLicence,
  problems: ['platform/not-found'],
  perMinute: readsPerMinute,
  handle: async ({ app, site, scope, session, params }) => {
    await settleDueOf(app, site, [scope.organizationId], scope.now);
    const mayPlace = session.permissions.has('licences:place');
    const found = await viewDeviceLicence(app.db, { site, scope }, insideId(params.device), mayPlace);
    if (!found) return platformProblem('not-found');
    return { status: 200, body: found.body, headers: etag(versionOf(found.seen)) };
  },
});

const renewal = route({
  ...change,
  operationId: 'chooseDeviceRenewal',
  method: 'put',
  path: `${base}/devices/{device}/renewal`,
  summary: 'Whether the licence of a device is followed by another when it ends; null: as its customer chose for all',
  params: devicePath,
  body: z.strictObject({ renews: z.boolean().nullable() }),
  problems: changed,
  handle: async ({ site, scope, params, body, seenVersion, change: run }) =>
    run((tx) => chooseRenewal({ tx, site, scope }, insideId(params.device), seenVersion, body.renews)),
});

const readRenewal = route({
  operationId: 'getRenewalDefault',
  method: 'get',
  path: `${base}/licence-renewal`,
  summary: 'Whether licences of the customer are followed by others where a device has no choice of its own',
  access: 'licences:place',
  params: organizationPath,
  status: 200,
  response: z.strictObject({ renews: z.boolean() }),
  problems: [],
  perMinute: readsPerMinute,
  handle: async ({ app, scope }) => {
    const body = { renews: await readDefault(app.db, scope) };
    return { status: 200, body, headers: etag(versionOf(body)) };
  },
});

const chooseRenewals = route({
  ...change,
  operationId: 'chooseRenewalDefault',
  method: 'put',
  path: `${base}/licence-renewal`,
  summary: 'Chooses whether licences are followed by others where a device has no choice of its own',
  params: organizationPath,
  body: z.strictObject({ renews: z.boolean() }),
  problems: ['platform/changed-meanwhile'],
  handle: async ({ site, scope, body, seenVersion, change: run }) =>
    run((tx) => chooseDefault({ tx, site, scope }, seenVersion, body.renews)),
});

/** What customers do with their licences (L-05, L-06). */
export const placementRoutes: readonly Route[] = [
  list,
  targets,
  move,
  aside,
  read,
  ofDevice,
  renewal,
  readRenewal,
  chooseRenewals,
];
