import { z } from 'zod';
import { isProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, pageOf, pageQuery } from '../kernel/http/schemas.ts';
import type { Scope, Session } from '../kernel/session.ts';
import type { NewEvent } from '../kernel/events.ts';
import { historyQuery, readSpan, totalsQuery } from './queries.ts';
import { listHistory, listTotals, type ReportSpan } from './reports.ts';
import { installationLines } from './schemas.ts';

const base = '/api/{site}/organizations/{organization}/registration-keys';
/** All keys first issued in the time asked for, whatever page is shown. */
const issued = z.int();

const totalsList = pageOf(
  z.strictObject({
    day: z.iso.date(),
    organization: z.string(),
    category: z.string(),
    productNumber: z.string(),
    count: z.int(),
  }),
).extend({ issued });

const historyList = pageOf(
  z.strictObject({
    issuedAt: instant,
    organization: z.string(),
    deviceId: z.string(),
    installation: installationLines.nullable(),
    activationKey: z.string(),
    registrationKey: z.string(),
    productNumber: z.string(),
    purpose: z.string(),
    category: z.string(),
    user: z.string(),
    shownAgain: z.int(),
  }),
).extend({ issued });

const totals = route({
  operationId: 'reportIssueTotals',
  method: 'get',
  path: `${base}/totals`,
  summary: 'How many keys were issued on each day, by category and product number; days without any are left out',
  access: 'registration-keys:read',
  params: organizationPath,
  query: pageQuery.extend(totalsQuery.shape),
  status: 200,
  response: totalsList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, session, query, change }) => {
    const span = readSpan(site, query);
    if (isProblem(span)) return span;
    const body = await listTotals(app, scope, span, query);
    return change(async () => ({ reply: { status: 200, body }, events: seen(session, scope, 'totals', span) }));
  },
});

const history = route({
  operationId: 'reportIssueHistory',
  method: 'get',
  path: `${base}/history`,
  summary: 'Every issue of a time with all its details, and how often the key was shown again',
  access: 'registration-keys:read',
  params: organizationPath,
  query: pageQuery.extend(historyQuery.shape),
  status: 200,
  response: historyList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, session, query, change }) => {
    const span = readSpan(site, query);
    if (isProblem(span)) return span;
    const body = await listHistory(app, site, scope, span, query);
    return change(async () => ({ reply: { status: 200, body }, events: seen(session, scope, 'history', span) }));
  },
});

/** Operators see every organization's keys, and that they looked is written down. */
function seen(session: Session, scope: Scope, report: string, { from, to }: ReportSpan): NewEvent[] {
  if (session.organizationKind !== 'maker') return [];
  return [{ what: 'registration-keys.viewed', subject: `user/${scope.userId}`, data: { report, from, to } }];
}

export const reportRoutes = [totals, history];
