import { z } from 'zod';
import { languages } from '../../domain/site/languages.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { changeAddresses, sendLinkAgain } from './change.ts';
import { checkLink, proveAddress } from './prove.ts';
import { ownAddresses, versionOfAddresses } from './store.ts';
import { addressesView, presentAddresses } from './view.ts';

const perMinute = 60;
const typedMax = 1_000;
/** More places than addresses: what is too much is told at its field. */
const placesMax = 20;
const tokenMax = 200;
const base = '/api/{site}/organizations/{organization}/maintenance-addresses';

const list = route({
  operationId: 'listMaintenanceAddresses',
  method: 'get',
  path: base,
  summary: 'The addresses of the organization’s maintenance staff, and where mails about alarms go today',
  access: 'maintenance-addresses:read',
  params: organizationPath,
  status: 200,
  response: addressesView,
  problems: ['platform/not-found'],
  handle: async ({ app, scope }) => {
    const rows = await ownAddresses(app.db, scope);
    const body = await presentAddresses(app.db, scope, rows);
    return { status: 200, body, headers: etag(versionOfAddresses(rows)) };
  },
});

const change = route({
  operationId: 'changeMaintenanceAddresses',
  method: 'put',
  path: base,
  summary: 'Sets the addresses of the organization’s maintenance staff; new ones get a link that proves them first',
  access: 'maintenance-addresses:change',
  params: organizationPath,
  body: z.strictObject({
    addresses: z.array(z.strictObject({ mail: z.string().max(typedMax), language: z.enum(languages) })).max(placesMax),
  }),
  status: 200,
  response: addressesView,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile', 'platform/too-many-requests'],
  versioned: true,
  perMinute,
  handle: async ({ app, site, scope, body, seenVersion, change: carryOut }) =>
    carryOut((tx) => changeAddresses({ app, tx, site, scope }, body.addresses, seenVersion)),
});

const again = route({
  operationId: 'sendMaintenanceLinkAgain',
  method: 'post',
  path: `${base}/{address}/again`,
  summary: 'Mails another link to an address that waits for its proof',
  access: 'maintenance-addresses:change',
  params: organizationPath.extend({ address: outsideIdSchema('maintenanceAddress') }),
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/too-many-requests', 'maintenance-addresses/proved-already'],
  perMinute,
  handle: async ({ app, site, scope, params, change: carryOut }) =>
    carryOut((tx) => sendLinkAgain({ app, tx, site, scope }, insideId(params.address))),
});

const token = z.strictObject({ token: z.string().max(tokenMax) });

const check = route({
  operationId: 'checkMaintenanceLink',
  method: 'post',
  path: '/api/{site}/maintenance-addresses/check',
  summary: 'Which address a mailed link proves, and for whom; uses nothing up',
  access: 'public',
  params: sitePath,
  body: token,
  status: 200,
  response: z.strictObject({ mail: z.string(), organization: z.string(), expiresAt: instant }),
  problems: ['maintenance-addresses/link-invalid'],
  perMinute,
  handle: async ({ site, body, now, change: carryOut }) => carryOut((tx) => checkLink(tx, site, body.token, now)),
});

const prove = route({
  operationId: 'proveMaintenanceAddress',
  method: 'post',
  path: '/api/{site}/maintenance-addresses/prove',
  summary: 'Proves an address of maintenance staff with the mailed link',
  access: 'public',
  params: sitePath,
  body: token,
  status: 200,
  response: z.strictObject({ mail: z.string(), organization: z.string() }),
  problems: ['maintenance-addresses/link-invalid'],
  perMinute,
  handle: async ({ site, body, now, change: carryOut }) => carryOut((tx) => proveAddress(tx, site, body.token, now)),
});

export const maintenanceAddressRoutes: readonly Route[] = [list, change, again, check, prove];
