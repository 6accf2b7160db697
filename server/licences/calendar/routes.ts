import { z } from 'zod';
import { renewalCounts, renewalMonths, renewalStates } from '../../../domain/licences/renewals.ts';
import { offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { monthsDefault, monthsOf, narrowed, readRenewals, sumRenewals, type RenewalFilter } from './renewals.ts';

export const monthsMax = 250;
const searchMax = 100;
const codeMax = 64;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/licence-renewals';
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const renewalQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  customer: outsideIdSchema('organization').optional(),
  type: z.string().max(codeMax).optional(),
  month: month.optional(),
  state: z.enum(renewalStates).optional(),
  months: z.coerce.number().int().min(1).max(monthsMax).default(monthsDefault),
});

export function filterOf(query: z.output<typeof renewalQuery>): RenewalFilter {
  const { text, customer, type, state, months } = query;
  const customerId = customer ? insideId(customer) : null;
  return { text, customerId, type: type ?? null, month: query.month ?? null, state: state ?? null, months };
}

const counts = z.strictObject(
  Object.fromEntries(renewalStates.map((state) => [state, z.int()])) as Record<
    (typeof renewalStates)[number],
    z.ZodInt
  >,
);

const renewal = {
  customer: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  type: z.string(),
  lastDay: z.iso.date(),
  bestDay: z.iso.date(),
  counts,
};

const list = route({
  operationId: 'listLicenceRenewals',
  method: 'get',
  path: base,
  summary: 'What runs out when over all customers of the dealer, and what is going to follow; with a forecast by month',
  access: 'licence-renewals:read',
  params: organizationPath,
  query: renewalQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(z.strictObject(renewal)).extend({
    /** All that fits but for month and state. */
    months: z.array(z.strictObject({ month, counts })),
  }),
  problems: [],
  perMinute,
  handle: async ({ app, site, scope, query, now }) => {
    const filter = filterOf(query);
    const all = await sumRenewals(app, site, scope, filter);
    const rows = narrowed(all, filter, (row) => row.counts);
    const from = offsetOf(query);
    const items = rows.slice(from, from + query.pageSize).map((row) => ({
      customer: { id: outsideId('organization', row.customerId), name: row.customer },
      type: row.type,
      lastDay: row.lastDay,
      bestDay: row.bestDay,
      counts: row.counts,
    }));
    const months = renewalMonths(all, monthsOf(site, now, filter.months));
    const page = { total: rows.length, totalCapped: false, page: query.page, pageSize: query.pageSize };
    return { status: 200, body: { items, ...page, months } };
  },
});

const read = route({
  operationId: 'getLicenceRenewal',
  method: 'get',
  path: `${base}/{other}`,
  summary: 'The devices of a customer whose licences of a type end with a day, and what is going to follow for each',
  access: 'licence-renewals:read',
  params: organizationPath.extend({ other: outsideIdSchema('organization') }),
  query: z.strictObject({ type: z.string().max(codeMax), lastDay: z.iso.date() }),
  status: 200,
  response: z.strictObject({
    ...renewal,
    cameras: z.array(
      z.strictObject({ device: outsideIdSchema('device'), serial: z.string(), state: z.enum(renewalStates) }),
    ),
  }),
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ app, site, scope, params, query: { type, lastDay } }) => {
    const customerId = insideId(params.other);
    const wish = { text: '', customerId, type, month: null, state: null, months: monthsMax };
    const row = (await readRenewals(app, site, scope, wish)).find((one) => one.lastDay === lastDay);
    if (!row) return platformProblem('not-found');
    const cameras = row.cameras.map(({ deviceId, ...one }) => ({ ...one, device: outsideId('device', deviceId) }));
    return {
      status: 200,
      body: {
        customer: { id: outsideId('organization', row.customerId), name: row.customer },
        type: row.type,
        lastDay: row.lastDay,
        bestDay: row.bestDay,
        counts: renewalCounts(row),
        cameras,
      },
    };
  },
});

export const calendarRoutes = [list, read];
