import { z } from 'zod';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { typedReason } from '../../kernel/http/reason.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import type { Contributions } from '../contribution.ts';
import { devicePath } from '../transfers/schemas.ts';
import { endDecisions } from '../../../domain/devices/end-of-use.ts';
import { decideReport, endDevice, releaseDevice } from './decide.ts';
import { reportEnd, withdrawReport } from './report.ts';
import { matchingReports, reportRows, reportSorts, type ReportRow } from './store.ts';

const perMinute = 60;
const device = '/api/{site}/organizations/{organization}/devices/{device}';
const base = '/api/{site}/organizations/{organization}/end-reports';
const typed = z.strictObject({ endedOn: z.string().max(40), reason: typedReason });

const report = route({
  operationId: 'reportEnd',
  method: 'post',
  path: `${device}/end-report`,
  summary: 'Reports that a device is out of use, since when and why; an operator then sets the end or declines',
  access: 'devices:change',
  params: devicePath,
  body: typed,
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('endReport') }),
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'devices/device-ended',
    'devices/transfer-running',
    'devices/end-reported',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, params, body, change }) =>
    change((tx) => reportEnd(tx, site, scope, insideId(params.device), body)),
});

const withdraw = route({
  operationId: 'withdrawEndReport',
  method: 'delete',
  path: `${device}/end-report`,
  summary: 'Takes back the report that a device is out of use, while no operator has decided',
  access: 'devices:change',
  params: devicePath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'devices/end-request-over'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => withdrawReport(tx, scope, insideId(params.device))),
});

const end = (contributions: Contributions) =>
  route({
    operationId: 'endDevice',
    method: 'post',
    path: `${device}/end`,
    summary: 'Sets the end of use of a device; it stays listed with its codes',
    access: 'devices:manage',
    params: devicePath,
    body: typed,
    status: 204,
    response: null,
    problems: ['platform/not-found', 'platform/invalid-fields', 'devices/device-ended'],
    perMinute,
    handle: async ({ app, site, scope, params, body, change }) =>
      change((tx) => endDevice({ app, tx, site, scope, contributions }, insideId(params.device), body)),
  });

const release = route({
  operationId: 'releaseDevice',
  method: 'post',
  path: `${device}/release`,
  summary: 'Lets a device go that is out of use: from then on somebody may register it again',
  access: 'devices:manage',
  params: devicePath,
  body: z.strictObject({ reason: typedReason }),
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/invalid-fields', 'devices/not-ended'],
  perMinute,
  handle: async ({ scope, params, body, change }) =>
    change((tx) => releaseDevice(tx, scope, insideId(params.device), body.reason)),
});

export const reportQuery = z.strictObject({
  state: z.enum(['undecided', 'all']).default('undecided'),
  sort: sortBy(reportSorts),
});

const reportResponse = z.strictObject({
  id: outsideIdSchema('endReport'),
  device: outsideIdSchema('device'),
  serial: z.string(),
  model: z.string(),
  organization: z.string(),
  endedOn: z.iso.date(),
  reason: z.string(),
  reportedAt: instant,
  /** What was decided; null while nobody has. */
  decision: z.enum(endDecisions).nullable(),
  decidedAt: instant.nullable(),
  /** Why it was declined. */
  answer: z.string().nullable(),
});

function presentReport(row: ReportRow): z.infer<typeof reportResponse> {
  return {
    id: outsideId('endReport', row.id),
    device: outsideId('device', row.deviceId),
    serial: row.serial,
    model: row.model,
    organization: row.organization,
    endedOn: row.endedOn,
    reason: row.reason,
    reportedAt: row.reportedAt.toISOString(),
    decision: endDecisions.find((one) => one === row.decision) ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    answer: row.answer || null,
  };
}

const list = route({
  operationId: 'listEndReports',
  method: 'get',
  path: base,
  summary:
    'Reports that devices are out of use, of my organization and of those whose data I may read; the oldest first',
  access: 'devices:read',
  params: organizationPath,
  query: reportQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(reportResponse),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query }) => {
    const undecided = query.state === 'undecided';
    const totals = await countUpTo(app.db, matchingReports(app.db, scope, undecided).select('e.id'));
    const rows = await reportRows(app.db, scope, undecided, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map(presentReport);
    return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
  },
});

const decide = (contributions: Contributions) =>
  route({
    operationId: 'decideEndReport',
    method: 'post',
    path: `${base}/{endReport}/decision`,
    summary: 'Sets the end of use that was reported, or declines with a reason; the customer is mailed',
    access: 'devices:manage',
    params: organizationPath.extend({ endReport: outsideIdSchema('endReport') }),
    body: z.strictObject({ decision: z.enum(['set', 'declined']), answer: typedReason.default('') }),
    status: 204,
    response: null,
    problems: ['platform/not-found', 'platform/invalid-fields', 'devices/end-request-over'],
    perMinute,
    handle: async ({ app, site, scope, params, body, change }) =>
      change((tx) => decideReport({ app, tx, site, scope, contributions }, insideId(params.endReport), body)),
  });

/** End of use (U-06): reported by the customer, set or declined by an operator, and what becomes of the device. */
export function endOfUseRoutes(contributions: Contributions): Route[] {
  return [report, withdraw, end(contributions), release, list, decide(contributions)];
}
