import { z } from 'zod';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { assignmentRows, assignmentSorts, matchingAssignments, type AssignmentFilter } from './store.ts';

const searchMax = 100;
const codeMax = 64;
const monthsMax = 1_000;

export const assignmentQuery = z.strictObject({
  /** A part of the customer's name or mail address, of the dealer's name, or of the name of who did it. */
  text: z.string().max(searchMax).default(''),
  type: z.string().max(codeMax).optional(),
  term: z.coerce.number().int().min(1).max(monthsMax).optional(),
  customer: outsideIdSchema('organization').optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  sort: sortBy(assignmentSorts),
});

export function filterOf(query: z.output<typeof assignmentQuery>): AssignmentFilter {
  const { text, type, term, customer, from, until } = query;
  return {
    text,
    type: type ?? null,
    termMonths: term ?? null,
    customerId: customer ? insideId(customer) : null,
    from: from ?? null,
    until: until ?? null,
  };
}

const list = route({
  operationId: 'listLicenceAssignments',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/licence-assignments',
  summary: 'What was assigned to whom, by whom and when, the newest first',
  access: 'licences:read',
  params: organizationPath,
  query: assignmentQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(
    z.strictObject({
      id: outsideIdSchema('licenceAssignment'),
      customer: z.strictObject({ id: outsideIdSchema('organization'), name: z.string(), address: z.string() }),
      dealer: z.string(),
      /** Who of the dealer's did it; null where that is not the caller's business. */
      by: z.string().nullable(),
      /** Done by the portal itself, as somebody had planned it. */
      planned: z.boolean(),
      type: z.string(),
      termMonths: z.int(),
      quantity: z.int(),
      assignedOn: z.iso.date(),
      freeUntil: z.iso.date(),
      lastDay: z.iso.date(),
      at: instant,
    }),
  ),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingAssignments(app.db, scope, filter).select('a.id'));
    const rows = await assignmentRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => ({
      id: outsideId('licenceAssignment', row.id),
      customer: { id: outsideId('organization', row.customerId), name: row.customer, address: row.address },
      dealer: row.dealer,
      by: row.by,
      planned: row.createdBy === null,
      type: row.type,
      termMonths: row.termMonths,
      quantity: row.quantity,
      assignedOn: row.assignedOn,
      freeUntil: row.freeUntil,
      lastDay: row.lastDay,
      at: row.createdAt.toISOString(),
    }));
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

export const historyRoutes = [list];
