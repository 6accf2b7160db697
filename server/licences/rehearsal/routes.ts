import { z } from 'zod';
import { reminderAudiences } from '../../../domain/licences/reminders.ts';
import { offsetOf } from '../../kernel/http/list.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import { matching, rehearsalKinds, rehearseUntil, type RehearsalRow } from './rehearse.ts';

const searchMax = 100;
const typedMax = 32;
const perMinute = 60;

export const rehearsalQuery = z.strictObject({
  /** The civil day up to whose end to look, where the site is. */
  until: z.string().max(typedMax),
  kind: z.enum(rehearsalKinds).optional(),
  /** A part of a name or of a serial number. */
  text: z.string().max(searchMax).default(''),
});

const rowResponse = z.strictObject({
  at: instant,
  kind: z.enum(rehearsalKinds),
  organization: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  audience: z.enum(reminderAudiences).nullable(),
  receiver: z.string().nullable(),
  /** Days (`d90`) or hours (`h24`) before the licences end. */
  step: z.string().nullable(),
  lastDay: z.iso.date().nullable(),
  outlooks: z
    .strictObject({
      renewed: z.int(),
      waiting: z.int(),
      'not-renewed': z.int(),
      unused: z.int(),
    })
    .nullable(),
  serial: z.string().nullable(),
  type: z.string().nullable(),
  termMonths: z.int().nullable(),
  quantity: z.int(),
});

const totals = z.strictObject({
  reminder: z.int(),
  'taken-over': z.int(),
  without: z.int(),
  unused: z.int(),
  assignment: z.int(),
});

const present = ({ organizationId, organization, at, ...row }: RehearsalRow): z.infer<typeof rowResponse> => ({
  ...row,
  at: at.toISOString(),
  organization: { id: outsideId('organization', organizationId), name: organization },
});

const rehearsal = route({
  operationId: 'rehearseLicences',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/licence-rehearsal',
  summary:
    'What would happen to licences up to the end of a day when nobody did anything: who is reminded, what ends and what takes over; for operators',
  access: 'licences:rehearse',
  params: organizationPath,
  query: rehearsalQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(rowResponse).extend({ from: instant, until: instant, totals, timeZone: z.string() }),
  problems: ['licences/rehearsal-day', 'licences/rehearsal-large'],
  perMinute,
  handle: async ({ app, site, scope, query }) => {
    const found = await rehearseUntil(app, site, scope, query.until);
    if (isProblem(found)) return found;
    const hits = matching(found.rows, query.kind ?? null, query.text);
    const start = offsetOf(query);
    const count = (kind: RehearsalRow['kind']) => found.rows.filter((row) => row.kind === kind).length;
    return {
      status: 200,
      body: {
        items: hits.slice(start, start + query.pageSize).map(present),
        total: hits.length,
        totalCapped: false,
        page: query.page,
        pageSize: query.pageSize,
        from: found.from.toISOString(),
        until: found.until.toISOString(),
        totals: {
          reminder: count('reminder'),
          'taken-over': count('taken-over'),
          without: count('without'),
          unused: count('unused'),
          assignment: count('assignment'),
        },
        timeZone: site.timeZone,
      },
    };
  },
});

export const rehearsalRoutes = [rehearsal];
