import { sql } from 'kysely';
import { z } from 'zod';
import { evenly } from '../kernel/evenly.ts';
import { offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageQuery, totalMax } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { deviceToner, showDevice } from './device.ts';
import { chooseManager, countUnmanaged } from './managers.ts';
import { orderItem, orderList } from './order.ts';
import { orderOf, tonerRows, type TonerRow } from './rows.ts';
import { devicePath, filterOf, managerView, presentRow, tonerList, tonerQuery } from './schemas.ts';

const base = '/api/{site}/organizations/{organization}/toner';
const access = 'toner:read';

const list = route({
  operationId: 'listToner',
  method: 'get',
  path: base,
  summary:
    'The supplies of devices that the caller may read, with their levels and when they will be empty; the first to be empty first',
  access,
  params: organizationPath,
  query: tonerQuery.extend(pageQuery.shape),
  status: 200,
  response: tonerList,
  problems: [],
  handle: async ({ app, site, scope, query }) => {
    const wanted = tonerRows(site, scope, filterOf(query));
    const { rows } = await sql<TonerRow & { hits: number }>`
      with a as materialized (${wanted})
      select a.*, (select count(*) from (select from a limit ${totalMax + 1}) h) as hits from a
      order by ${orderOf(query.sort)} limit ${query.pageSize} offset ${offsetOf(query)}`.execute(app.db);
    const hits = rows[0]?.hits ?? (query.page === 1 ? 0 : await countOf());
    return {
      status: 200,
      body: {
        items: rows.map((row) => presentRow(site, row)),
        total: Math.min(hits, totalMax),
        totalCapped: hits > totalMax,
        page: query.page,
        pageSize: query.pageSize,
        withoutManager: await countUnmanaged(app.db, site, scope),
        timeZone: site.timeZone,
      },
    };

    /** A page behind the last one has no row that could say how many there are. */
    async function countOf(): Promise<number> {
      const answer = await sql<{
        hits: number;
      }>`select count(*) as hits from (select from (${wanted}) a limit ${totalMax + 1}) h`.execute(app.db);
      return answer.rows[0]?.hits ?? 0;
    }
  },
});

export const orderQuery = tonerQuery.pick({ within: true, group: true });

const order = route({
  operationId: 'listTonerOrder',
  method: 'get',
  path: `${base}/order`,
  summary: 'What to order, by model and colour: supplies that are low, and those that will be empty within some days',
  access,
  params: organizationPath,
  query: orderQuery,
  status: 200,
  response: z.strictObject({ items: z.array(orderItem), within: z.int(), pieces: z.int() }),
  problems: [],
  handle: async ({ app, site, scope, query: { within, group } }) => {
    const { withinDays, groupId } = filterOf({ within, group });
    const items = await orderList(app, site, scope, { withinDays, groupId });
    const pieces = items.reduce((sum, item) => sum + item.pieces, 0);
    return { status: 200, body: { items, within, pieces } };
  },
});

const show = route({
  operationId: 'showTonerOfDevice',
  method: 'get',
  path: `${base}/devices/{device}`,
  summary: 'The supplies of one device: levels, their course by day, and who is told when one is low',
  access,
  params: devicePath,
  status: 200,
  response: deviceToner,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session, params }) => {
    const mayChange = session.permissions.has('toner:change');
    const shown = await evenly(
      () => showDevice(app, site, scope, insideId(params.device), mayChange),
      (found) => found === null,
    );
    return shown ? { status: 200, body: shown.body, headers: etag(shown.version) } : platformProblem('not-found');
  },
});

const choose = route({
  operationId: 'chooseTonerManager',
  method: 'put',
  path: `${base}/devices/{device}/manager`,
  summary: 'Says who of the organization is told when toner or ink of one of its devices is low; null for nobody',
  access: 'toner:change',
  params: devicePath,
  body: z.strictObject({ user: outsideIdSchema('user').nullable() }),
  versioned: true,
  status: 200,
  response: managerView.nullable(),
  problems: ['platform/not-found', 'platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ scope, params, body, seenVersion, change }) =>
    evenly(() => change((tx) => chooseManager(tx, scope, insideId(params.device), seenVersion, body.user)), isProblem),
});

export const tonerRoutes = [order, show, choose, list];
