import { z } from 'zod';
import { moveCauses } from '../../../domain/licences/codes.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import { findOwnCode } from './dealers.ts';
import { belowRows, findStock, matchingBelow, matchingMoves, moveRows } from './lists.ts';
import { findAbove, findReturnable, findSubDealers, passStock } from './pass.ts';
import { belowFilterOf, belowQuery, moveFilterOf, moveQuery, passBody } from './schemas.ts';
import { findShop } from './shop.ts';

const base = '/api/{site}/organizations/{organization}';
const perMinute = 60;
const named = z.strictObject({ id: outsideIdSchema('organization'), name: z.string() });
const line = { type: z.string(), termMonths: z.int() };

const stock = route({
  operationId: 'getLicenceStock',
  method: 'get',
  path: `${base}/licence-stock`,
  summary: 'What a dealer has by type and term, what its sub-dealers have and assigned, and whether the shop is heard',
  access: 'licences:read',
  params: organizationPath,
  status: 200,
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        ...line,
        inStock: z.int(),
        assigned: z.int(),
        below: z.int(),
        assignedBelow: z.int(),
        returnable: z.int(),
      }),
    ),
    subDealers: z.array(named),
    /** The dealer to which stock can be given back. */
    above: named.nullable(),
    /** What orders name the caller's organization by. */
    dealerCode: z.string().nullable(),
    shop: z
      .strictObject({ acceptedAt: instant.nullable(), refusedAt: instant.nullable(), refusal: z.string().nullable() })
      .nullable(),
  }),
  problems: [],
  handle: async ({ app, site, session, scope }) => {
    const { organizationId: own } = scope;
    const isDealer = session.organizationKind === 'dealer';
    const above = isDealer ? await findAbove(app.db, scope) : null;
    const returnable = above ? await findReturnable(app.db, site.id, own, above.id) : [];
    const shop = session.organizationKind === 'customer' ? null : await findShop(app.db, site.id);
    const items = (await findStock(app.db, scope)).map((row) => ({
      ...row,
      returnable: returnable
        .filter(({ type, termMonths }) => type === row.type && termMonths === row.termMonths)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    }));
    const present = ({ id, name }: { id: string; name: string }) => ({ id: outsideId('organization', id), name });
    return {
      status: 200,
      body: {
        items,
        subDealers: isDealer ? (await findSubDealers(app.db, scope)).map(present) : [],
        above: above && present(above),
        dealerCode: await findOwnCode(app.db, site.id, own),
        shop: shop && {
          acceptedAt: shop.acceptedAt?.toISOString() ?? null,
          refusedAt: shop.refusedAt?.toISOString() ?? null,
          refusal: shop.refusal,
        },
      },
    };
  },
});

const below = route({
  operationId: 'listDealerStock',
  method: 'get',
  path: `${base}/dealer-stock`,
  summary:
    'Licences that other dealers have and assigned, by type and term: of sub-dealers; operators see those of all dealers',
  access: 'licences:read',
  params: organizationPath,
  query: belowQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(named.extend({ ...line, held: z.int(), assigned: z.int() })),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const filter = belowFilterOf(query);
    const totals = await countUpTo(app.db, matchingBelow(app.db, scope, filter).select('s.id'));
    const rows = await belowRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => ({ ...row, id: outsideId('organization', row.id) }));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const moves = route({
  operationId: 'listStockMoves',
  method: 'get',
  path: `${base}/licence-stock/moves`,
  summary: 'Every change of a dealer’s stock, the newest first; operators see those of all dealers',
  access: 'licences:read',
  params: organizationPath,
  query: moveQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(
    z.strictObject({
      at: instant,
      cause: z.enum(moveCauses),
      ...line,
      /** Below 0 for what left. */
      quantity: z.int(),
      dealer: z.string(),
      /** The other dealer, of what was passed on or given back. */
      other: z.string().nullable(),
      /** Of orders and refunds: the orders' numbers, at most three. */
      numbers: z.array(z.string()),
    }),
  ),
  problems: [],
  handle: async ({ app, site, scope, query }) => {
    const filter = moveFilterOf(site, query);
    const totals = await countUpTo(app.db, matchingMoves(app.db, scope, filter).select('m.id'));
    const rows = await moveRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map(({ at, cause, type, termMonths, quantity, dealer, other, numbers }) => ({
      at: at.toISOString(),
      cause,
      type,
      termMonths,
      quantity,
      dealer,
      other,
      numbers,
    }));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const pass = route({
  operationId: 'passStock',
  method: 'post',
  path: `${base}/licence-passings`,
  summary:
    'Passes unassigned licences on to a sub-dealer, or gives them back to the dealer above; all that is asked for, or nothing',
  access: 'licences:pass-on',
  params: organizationPath,
  body: passBody,
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('licencePassing'), to: named }),
  problems: ['platform/invalid-fields', 'licences/none-above'],
  idempotent: true,
  perMinute,
  handle: async ({ scope, body, change }) => change((tx) => passStock(tx, scope, body)),
});

export const stockRoutes = [stock, below, moves, pass];
