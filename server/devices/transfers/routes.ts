import { z } from 'zod';
import { warrantyAfter } from '../../../domain/devices/transfer.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { typedReason } from '../../kernel/http/reason.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { dealersOf } from '../../organizations/tree/dealers.ts';
import { objectionsOf, type Contributions } from '../contribution.ts';
import { offerDevice, orderTransfer } from './begin.ts';
import { cancelTransfer, giveUpTransfer } from './end.ts';
import { devicePath, presentTransfer, transferPath, transferQuery, transferResponse, typedMax } from './schemas.ts';
import { filteredTransfers, findTransfer, stateOf, transferRows } from './store.ts';
import { takeOver } from './take.ts';

const perMinute = 60;
const dealersMax = 100;
const devices = '/api/{site}/organizations/{organization}/devices/{device}';
const base = '/api/{site}/organizations/{organization}/transfers';
const begun = z.strictObject({ id: outsideIdSchema('transfer'), opensAt: instant, expiresAt: instant });
const refusals = ['devices/device-ended', 'devices/transfer-running', 'devices/end-reported'];
const named = z.strictObject({ id: outsideIdSchema('organization'), name: z.string() });

const offer = route({
  operationId: 'offerDevice',
  method: 'post',
  path: `${devices}/offer`,
  summary:
    'Offers a device to another organization, named by a mail address or login ID of it; whether there is one is not said',
  access: 'devices:transfer',
  params: devicePath,
  body: z.strictObject({ to: z.string().max(typedMax) }),
  status: 201,
  response: begun,
  problems: [
    'platform/not-found',
    'platform/not-permitted',
    'platform/invalid-fields',
    'platform/too-many-requests',
    ...refusals,
  ],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, params, body, change }) =>
    change((tx) => offerDevice(tx, site, scope, insideId(params.device), body.to)),
});

const order = route({
  operationId: 'orderTransfer',
  method: 'post',
  path: `${devices}/transfer-order`,
  summary: 'Has a device pass to another organization after a waiting period, with a reason that its owner is told',
  access: 'devices:manage',
  params: devicePath,
  body: z.strictObject({ to: z.string().max(typedMax), reason: typedReason }),
  status: 201,
  response: begun,
  problems: ['platform/not-found', 'platform/invalid-fields', ...refusals],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, params, body, change }) =>
    change((tx) => orderTransfer(tx, site, scope, insideId(params.device), body)),
});

const list = route({
  operationId: 'listTransfers',
  method: 'get',
  path: base,
  summary:
    'Hand-overs of my devices, those offered to my organization, and of those whose data I may read; the newest first',
  access: 'devices:read',
  params: organizationPath,
  query: transferQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(transferResponse),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, session, scope, query, now }) => {
    const filter = { serial: query.text, side: query.side ?? null };
    const totals = await countUpTo(app.db, filteredTransfers(app.db, scope, filter).select('t.id'));
    const rows = await transferRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => presentTransfer(row, session, now));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const read = route({
  operationId: 'getTransfer',
  method: 'get',
  path: `${base}/{transfer}`,
  summary: 'One hand-over; to who may take the device over also what comes with it, and which dealers look after it',
  access: 'devices:read',
  params: transferPath,
  status: 200,
  response: transferResponse.extend({
    /** What the receiver takes over; null to others. */
    follows: z
      .strictObject({ purchasedOn: z.iso.date().nullable(), warrantyUntil: z.iso.date().nullable(), keys: z.boolean() })
      .nullable(),
    /** Dealers of the owner, about whom the receiver is asked. */
    dealers: z.array(named).nullable(),
  }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, session, scope, params, now }) => {
    const row = await findTransfer(app.db, scope, insideId(params.transfer));
    if (!row) return platformProblem('not-found');
    const shown = presentTransfer(row, session, now);
    if (row.side !== 'received' || stateOf(row, now) !== 'open')
      return { status: 200, body: { ...shown, follows: null, dealers: null } };
    const rule = deviceOptions(site).transfer.follows;
    const dealers = await dealersOf(app.db, scope, row.fromId, row.registrationId);
    return {
      status: 200,
      body: {
        ...shown,
        follows: { ...warrantyAfter(row, rule), keys: rule.keys },
        dealers: dealers.map(({ id, name }) => ({ id: outsideId('organization', id), name })),
      },
    };
  },
});

const accept = (contributions: Contributions) =>
  route({
    operationId: 'acceptTransfer',
    method: 'post',
    path: `${base}/{transfer}/accept`,
    summary: 'Takes a device over; dealers who looked after it go on only where they are named',
    access: 'devices:transfer',
    params: transferPath,
    body: z.strictObject({ dealers: z.array(outsideIdSchema('organization')).max(dealersMax).default([]) }),
    status: 200,
    response: z.strictObject({ device: outsideIdSchema('device') }),
    problems: [
      'platform/not-found',
      'devices/transfer-over',
      'devices/transfer-waiting',
      ...objectionsOf(contributions),
    ],
    perMinute,
    handle: async ({ app, site, scope, params, body, change }) => {
      const dealers = body.dealers.map(insideId);
      return change((tx) => takeOver({ app, tx, site, scope, contributions }, insideId(params.transfer), dealers));
    },
  });

const drop = route({
  operationId: 'endTransfer',
  method: 'delete',
  path: `${base}/{transfer}`,
  summary: 'Declines a device that was offered, or takes one’s own offer back',
  access: 'devices:transfer',
  params: transferPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/not-permitted', 'devices/transfer-over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => giveUpTransfer(tx, scope, insideId(params.transfer))),
});

const cancel = route({
  operationId: 'cancelTransfer',
  method: 'post',
  path: `${base}/{transfer}/cancel`,
  summary: 'Stops a hand-over, whoever began it; both sides are mailed',
  access: 'devices:manage',
  params: transferPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'devices/transfer-over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => cancelTransfer(tx, scope, insideId(params.transfer))),
});

/** Hand-over of devices between organizations (P-31). */
export function transferRoutes(contributions: Contributions): Route[] {
  return [offer, order, list, read, accept(contributions), drop, cancel];
}
