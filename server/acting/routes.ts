import { z } from 'zod';
import { sessionResponse, viewSession } from '../accounts/session-view.ts';
import { actingCookie } from '../kernel/http/cookies.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { typedReason } from '../kernel/http/reason.ts';
import { route } from '../kernel/http/route.ts';
import {
  instant,
  organizationPath,
  outsideIdSchema,
  pageOf,
  pageQuery,
  sitePath,
  sortBy,
} from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { asSearched } from '../kernel/search.ts';
import { actingRows, actingSorts, eventsOf, matchingActing, stateOf, type ActingRow } from './history.ts';
import { actingToken, endActingOf, startActing } from './start.ts';

const searchMax = 100;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/acting';
const actingPath = organizationPath.extend({ acting: outsideIdSchema('acting') });

const start = route({
  operationId: 'startActing',
  method: 'post',
  path: base,
  summary: 'Begins to act on behalf of another organization, for a limited time and with a reason',
  access: 'acting:start',
  params: organizationPath,
  body: z.strictObject({ of: outsideIdSchema('organization'), reason: typedReason }),
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('acting'), endsAt: instant }),
  problems: ['platform/not-found', 'platform/invalid-fields', 'acting/not-granted'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, session, scope, body, setCookie, now, change }) => {
    const wished = { ofId: insideId(body.of), reason: body.reason };
    const answer = await change((tx) => startActing(app, tx, site, scope, session.id, wished));
    if (!isProblem(answer) && answer.status === 201) {
      const { id, endsAt } = answer.body;
      const seconds = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 1000);
      // Kept beyond its end, so that the browser still says so and hears that it is over.
      setCookie(actingCookie(site.id), actingToken(app, site.id, insideId(id)), Math.max(seconds, 0) + keptSeconds);
    }
    return answer;
  },
});
const keptSeconds = 12 * 3600;

const stop = route({
  operationId: 'endActing',
  method: 'delete',
  path: '/api/{site}/acting',
  summary: 'Ends acting on behalf at once; the session from which it began goes on',
  access: 'session',
  params: sitePath,
  status: 200,
  response: sessionResponse,
  problems: ['platform/not-logged-in'],
  whileOwing: 'anything',
  afterActing: true,
  handle: async ({ site, session, setCookie, now, change }) => {
    setCookie(actingCookie(site.id), '', 0);
    const { userId, startedAt } = session;
    return change(async (tx) => {
      const events = await endActingOf(tx, site.id, session.id, now);
      return { reply: { status: 200, body: await viewSession(tx, site, { userId, startedAt }, now) }, events };
    });
  },
});

const actingResponse = z.strictObject({
  id: outsideIdSchema('acting'),
  by: z.strictObject({ organization: z.string(), user: z.string() }),
  /** For which organization. */
  of: z.string(),
  reason: z.string(),
  startedAt: instant,
  /** When its time is over at the latest. */
  endsAt: instant,
  runs: z.boolean(),
  /** When it was over; null while it runs, and where a session ended before its time. */
  endedAt: instant.nullable(),
  done: z.int(),
});

function presentActing(row: ActingRow, now: Date): z.infer<typeof actingResponse> {
  const { runs, endedAt } = stateOf(row, now);
  return {
    id: outsideId('acting', row.id),
    by: { organization: row.by, user: row.user },
    of: row.of,
    reason: row.reason,
    startedAt: row.startedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    runs,
    endedAt: endedAt?.toISOString() ?? null,
    done: row.done,
  };
}

export const actingQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  sort: sortBy(actingSorts),
});

const list = route({
  operationId: 'listActing',
  method: 'get',
  path: base,
  summary: 'Who acted on behalf of my organization, and for whom its people acted, when and why, the newest first',
  access: 'acting:read',
  params: organizationPath,
  query: actingQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(actingResponse),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query, now }) => {
    const pattern = query.text ? asSearched(query.text) : null;
    const totals = await countUpTo(app.db, matchingActing(app.db, scope, pattern).select('a.id'));
    const rows = await actingRows(app.db, scope, pattern, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map((row) => presentActing(row, now)), ...totals, page, pageSize } };
  },
});

const read = route({
  operationId: 'getActing',
  method: 'get',
  path: `${base}/{acting}`,
  summary: 'Once that somebody acted on behalf of my organization or out of it, and what was done, the newest first',
  access: 'acting:read',
  params: actingPath,
  query: pageQuery,
  status: 200,
  response: pageOf(z.strictObject({ at: instant, what: z.string() })).extend({ acting: actingResponse }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, params, query, now }) => {
    const id = insideId(params.acting);
    const row = await actingRows(app.db, scope, null).where('a.id', '=', id).executeTakeFirst();
    if (!row) return platformProblem('not-found');
    const rows = await eventsOf(app.db, scope, id)
      .select(['e.occurred_at as at', 'e.what'])
      .orderBy('e.occurred_at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map(({ at, what }) => ({ at: at.toISOString(), what }));
    const { page, pageSize } = query;
    const totals = { total: row.done, totalCapped: false };
    return { status: 200, body: { items, ...totals, page, pageSize, acting: presentActing(row, now) } };
  },
});

export const actingRoutes = [start, stop, list, read];
