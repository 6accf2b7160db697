import { z } from 'zod';
import { planStates } from '../../../domain/licences/codes.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { assignBody, wishOf } from '../assign/schemas.ts';
import { cancelPlan } from './cancel.ts';
import { makePlans } from './make.ts';
import { matchingPlans, planRows, planSorts, type PlanFilter, type PlanRow } from './store.ts';

const perMinute = 60;
const typedMax = 32;
const searchMax = 100;
const base = '/api/{site}/organizations/{organization}/licence-plans';

export const planQuery = z.strictObject({
  /** A part of the customer's name or mail address. */
  text: z.string().max(searchMax).default(''),
  state: z.enum(planStates).optional(),
  sort: sortBy(planSorts),
});

export const filterOf = ({ text, state }: z.output<typeof planQuery>): PlanFilter => ({ text, state: state ?? null });

const planResponse = z.strictObject({
  id: outsideIdSchema('licencePlan'),
  customer: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  dealer: z.string(),
  type: z.string(),
  termMonths: z.int(),
  quantity: z.int(),
  /** The camera for which its licence is set aside. */
  serial: z.string().nullable(),
  day: z.iso.date(),
  state: z.enum(planStates),
  /** Why it failed, a code of the capability's list. */
  reason: z.string().nullable(),
  by: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});

const present = (row: PlanRow): z.infer<typeof planResponse> => ({
  id: outsideId('licencePlan', row.id),
  customer: { id: outsideId('organization', row.customerId), name: row.customer ?? '' },
  dealer: row.dealer,
  type: row.type,
  termMonths: row.termMonths,
  quantity: row.quantity,
  serial: row.serial,
  day: row.day,
  state: row.state as (typeof planStates)[number],
  reason: row.reason,
  by: row.by,
  createdAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

const make = route({
  operationId: 'planLicences',
  method: 'post',
  path: base,
  summary: 'Has licences assigned by itself on a later day; stock is taken then',
  access: 'licences:assign',
  params: organizationPath,
  body: assignBody.extend({
    day: z.string().max(typedMax),
    /** Of how many devices who plans was told, and agreed, that their licence ends before that day: none is renewed by it. */
    tooLate: z.int().min(0).default(0),
  }),
  status: 201,
  response: z.strictObject({ plans: z.array(outsideIdSchema('licencePlan')), day: z.iso.date() }),
  problems: ['platform/invalid-fields', 'licences/too-many-plans'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, body: { day, tooLate, ...wish }, change }) =>
    change((tx) => makePlans(tx, site, scope, { ...wishOf(wish), day, tooLate })),
});

const list = route({
  operationId: 'listLicencePlans',
  method: 'get',
  path: base,
  summary: 'Planned assignments of the dealer, the nearest day first; operators see those of all',
  access: 'licences:read',
  params: organizationPath,
  query: planQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(planResponse),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingPlans(app.db, scope, filter).select('p.id'));
    const rows = await planRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    return { status: 200, body: { items: rows.map(present), ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const cancel = route({
  operationId: 'cancelLicencePlan',
  method: 'delete',
  path: `${base}/{plan}`,
  summary: 'Takes back a planned assignment that has not been carried out',
  access: 'licences:assign',
  params: organizationPath.extend({ plan: outsideIdSchema('licencePlan') }),
  status: 204,
  response: null,
  problems: ['platform/not-found', 'licences/plan-over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => cancelPlan(tx, scope, insideId(params.plan))),
});

export const planRoutes = [make, list, cancel];
