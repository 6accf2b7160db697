import { z } from 'zod';
import { marks } from '../../domain/counters/marks.ts';
import { counterPlace } from '../counters/schemas.ts';
import { zoneOf } from '../counters/zones/zones.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, pageOf, pageQuery, sortBy } from '../kernel/http/schemas.ts';
import { offsetOf } from '../kernel/http/list.ts';
import { etag } from '../kernel/http/version.ts';
import { departmentQuery, readDepartmentQuestion } from './answer/question.ts';
import { departmentSorts, sorted } from './answer/sort.ts';
import { departmentTable } from './answer/table.ts';
import { changeNames, namesMax, readNames } from './names.ts';

const base = '/api/{site}/organizations/{organization}/departments';
const typedMax = 500;
const month = z.string();

const line = z.strictObject({ ofMonth: month, inMonth: month, value: z.number().nullable() });
const row = z.strictObject({
  department: z.string(),
  /** Empty where the organization has given none. */
  name: z.string(),
  devices: z.int(),
  /** By month; null is "-": there is no reading, which is not 0. */
  figures: z.array(z.strictObject({ value: z.number().nullable(), marks: z.array(z.enum(marks)) })),
  adjustments: z.array(line),
  total: z.number().nullable(),
});

const list = route({
  operationId: 'listDepartments',
  method: 'get',
  path: base,
  summary:
    'What was counted by department and month, departments in rows; the totals are those of all departments on all pages',
  access: 'departments:read',
  params: organizationPath,
  query: departmentQuery.extend({ ...pageQuery.shape, sort: sortBy(departmentSorts) }),
  status: 200,
  response: pageOf(row).extend({
    periods: z.array(month),
    place: counterPlace,
    timeZone: z.string(),
    asOf: instant,
    totals: z.strictObject({
      figures: z.array(z.number().nullable()),
      adjustments: z.array(line),
      total: z.number().nullable(),
    }),
  }),
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, query, now }) => {
    const question = readDepartmentQuestion(site, query, now, await zoneOf(app.db, site, scope));
    if (isProblem(question)) return question;
    const { items, totals } = await departmentTable(app, site, scope, question);
    const { page, pageSize } = query;
    const from = offsetOf(query);
    return {
      status: 200,
      body: {
        items: sorted(items, query.sort).slice(from, from + pageSize),
        total: items.length,
        totalCapped: false,
        page,
        pageSize,
        periods: question.months,
        place: question.place,
        timeZone: question.timeZone,
        asOf: question.asOf.toISOString(),
        totals,
      },
    };
  },
});

const named = z.strictObject({ department: z.string().max(64), name: z.string().max(typedMax) });
const names = z.strictObject({ items: z.array(named).max(namesMax) });

const get = route({
  operationId: 'getDepartmentNames',
  method: 'get',
  path: `${base}/names`,
  summary: 'The departments that devices of the organization have named, and what people call them',
  access: 'departments:read',
  params: organizationPath,
  status: 200,
  response: names,
  problems: [],
  handle: async ({ app, scope }) => {
    const { items, version } = await readNames(app.db, scope);
    return { status: 200, body: { items }, headers: etag(version) };
  },
});

const put = route({
  operationId: 'changeDepartmentNames',
  method: 'put',
  path: `${base}/names`,
  summary: 'Names departments; an empty name takes one away, and those that are left out stay as they are',
  access: 'departments:change',
  params: organizationPath,
  body: names,
  versioned: true,
  status: 200,
  response: names,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ scope, body, seenVersion, change }) =>
    change((tx) => changeNames(tx, scope, seenVersion, body.items)),
});

export const departmentRoutes = [get, put, list];
