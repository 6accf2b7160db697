import { z } from 'zod';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sitePath } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { licenceProblem } from '../problems.ts';
import { type FoundOrder, findOrder, findOrderParts, matchingOrderLines, orderLineRows } from './order-lists.ts';
import { orderLinesMax } from '../../../domain/licences/order.ts';
import { lockOrders } from './orders.ts';
import { weighRefund, writeRefund } from './refund.ts';
import { orderFilterOf, orderQuery } from './schemas.ts';
import { judgeShop, takeMessage, wrongLine } from './shop.ts';
import { lineSchema, refundedLines, shopAnswer, shopMessage } from './shop-message.ts';

const base = '/api/{site}/organizations/{organization}/licence-orders';
const orderPath = organizationPath.extend({ order: outsideIdSchema('licenceOrder') });
const perMinute = 60;
/** A shop with very many orders sends them one after the other. */
const messagesPerMinute = 600;

const counts = { quantity: z.int(), inStock: z.int(), assigned: z.int(), refunded: z.int() };
const order = {
  id: outsideIdSchema('licenceOrder'),
  number: z.string(),
  dealer: z.string(),
  source: z.enum(['import', 'shop']),
  orderedOn: z.iso.date(),
  createdAt: instant,
};
const line = { type: z.string(), termMonths: z.int(), ...counts };

const presentOrder = ({ id, number, dealer, source, orderedOn, createdAt }: Omit<FoundOrder, 'dealerId'>) => ({
  id: outsideId('licenceOrder', id),
  number,
  dealer,
  source,
  orderedOn,
  createdAt: createdAt.toISOString(),
});

const list = route({
  operationId: 'listLicenceOrders',
  method: 'get',
  path: base,
  summary:
    'The lines of a dealer’s orders, the newest first, with what became of their licences; operators see those of all dealers',
  access: 'licences:read',
  params: organizationPath,
  query: orderQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(z.strictObject({ ...order, ...line })),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const filter = orderFilterOf(query);
    const totals = await countUpTo(app.db, matchingOrderLines(app.db, scope, filter).select('r.id'));
    const rows = await orderLineRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => ({
      ...presentOrder(row),
      type: row.type,
      termMonths: row.termMonths,
      quantity: row.quantity,
      inStock: row.inStock,
      assigned: row.assigned,
      refunded: row.refunded,
    }));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const read = route({
  operationId: 'getLicenceOrder',
  method: 'get',
  path: `${base}/{order}`,
  summary: 'One order: its lines, where their licences are now, and what was taken back',
  access: 'licences:read',
  params: orderPath,
  status: 200,
  response: z.strictObject({
    ...order,
    lines: z.array(z.strictObject(line)),
    refunds: z.array(
      z.strictObject({
        id: outsideIdSchema('licenceRefund'),
        /** As the shop calls it. */
        number: z.string().nullable(),
        source: z.enum(['operator', 'shop']),
        at: instant,
        lines: refundedLines,
      }),
    ),
  }),
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const found = await findOrder(app.db, scope, insideId(params.order));
    if (!found) return platformProblem('not-found');
    const { lines, refunds } = await findOrderParts(app.db, scope.siteId, found.id);
    return {
      status: 200,
      body: {
        ...presentOrder(found),
        lines: lines.map(({ type, termMonths, quantity, inStock, assigned, refunded }) => ({
          type,
          termMonths,
          quantity,
          inStock,
          assigned,
          refunded,
        })),
        refunds: refunds.map(({ id, number, source, at, result }) => ({
          id: outsideId('licenceRefund', id),
          number,
          source: source === 'shop' ? ('shop' as const) : ('operator' as const),
          at: at.toISOString(),
          lines: result,
        })),
      },
    };
  },
});

const refund = route({
  operationId: 'refundLicenceOrder',
  method: 'post',
  path: `${base}/{order}/refunds`,
  summary:
    'Takes licences of an order back out of its dealer’s stock; what is assigned or passed on stays, and the answer says how many',
  access: 'licence-orders:manage',
  params: orderPath,
  body: z.strictObject({
    /** Null: all that is left. */
    lines: z.array(lineSchema).min(1).max(orderLinesMax).nullable(),
  }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('licenceRefund'), refunded: refundedLines }),
  problems: ['platform/not-found', 'platform/invalid-fields', 'licences/nothing-to-refund'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, params, body, change }) =>
    change(async (tx) => {
      const found = await findOrder(tx, scope, insideId(params.order));
      if (!found) return { reply: platformProblem('not-found') };
      await lockOrders(tx, site.id);
      const wrong = body.lines && (await wrongLine(tx, site.id, found.id, body.lines));
      if (wrong) return { reply: wrong };
      const asked = body.lines;
      const wished = await weighRefund(tx, site, found, asked);
      if (wished.every(({ taken }) => taken === 0)) return { reply: licenceProblem('nothing-to-refund') };
      const cause = { asked, source: 'operator', number: null, createdBy: scope.userId, now: scope.now } as const;
      const done = await writeRefund(tx, site, found, wished, cause);
      const { id, lines } = done.refund;
      return {
        reply: { status: 201, body: { id: outsideId('licenceRefund', id), refunded: lines } },
        events: done.events,
      };
    }),
});

const shop = route({
  operationId: 'takeShopMessage',
  method: 'post',
  path: '/api/{site}/shop-orders',
  summary: 'Takes an order or a refund from the site’s shop, signed as in the Standard Webhooks convention; each once',
  access: 'public',
  params: sitePath,
  body: shopMessage,
  status: 200,
  response: shopAnswer,
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'licences/shop-signature',
    'licences/shop-time',
    'licences/order-differs',
    'licences/order-unknown',
    'licences/refund-differs',
  ],
  signed: true,
  duringMaintenance: 'open',
  perMinute: messagesPerMinute,
  handle: async ({ app, site, body, signed, now, change }) => {
    const refused = await judgeShop(app, site, signed, now);
    return refused ?? change((tx) => takeMessage(tx, site, body, now));
  },
});

export const orderRoutes = [list, read, refund, shop];
