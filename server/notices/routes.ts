import { z } from 'zod';
import { periodStates } from '../../domain/notices/period.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { localised, organizationPath, outsideIdSchema, pageOf, pageQuery, sitePath } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { announcedWindows } from '../operations/windows.ts';
import { change, end, publish, readRequest, remove } from './notices.ts';
import { renderBoth } from './render.ts';
import { noticeRequest, noticeResponse, shownNotice, shownWindow, type NoticeResponse } from './schemas.ts';
import { listNotices, presentNotice, readNotice, valuesOf } from './store.ts';

const access = 'notices:manage';
const announcedMax = 20;
const searchedMax = 100;
const base = '/api/{site}/organizations/{organization}/notices';
const noticePath = organizationPath.extend({ notice: outsideIdSchema('notice') });

function asShown(notice: NoticeResponse): z.infer<typeof shownNotice> {
  const { id, kind, startsAt, endsAt, state, title, html } = notice;
  return { id, kind, startsAt, endsAt, state, title, html };
}

const announcements = route({
  operationId: 'getAnnouncements',
  method: 'get',
  path: '/api/{site}/announcements',
  summary: 'The notices in force, newest first, and the maintenance that is planned or running',
  access: 'public',
  duringMaintenance: 'open',
  params: sitePath,
  status: 200,
  response: z.strictObject({ notices: z.array(shownNotice), maintenance: z.array(shownWindow) }),
  problems: ['platform/not-found'],
  handle: async ({ app, site, now }) => {
    const filter = { page: 1, pageSize: announcedMax, states: ['current'], text: null } as const;
    const [{ rows }, maintenance] = await Promise.all([
      listNotices(app.db, site.id, now, filter),
      announcedWindows(app.db, site.id, now),
    ]);
    return { status: 200, body: { notices: rows.map((row) => asShown(presentNotice(row, now))), maintenance } };
  },
});

const publicList = route({
  operationId: 'listShownNotices',
  method: 'get',
  path: '/api/{site}/notices',
  summary: 'Notices that are or were in force, newest first',
  access: 'public',
  params: sitePath,
  query: pageQuery,
  status: 200,
  response: pageOf(shownNotice),
  problems: ['platform/not-found'],
  handle: async ({ app, site, query, now }) => {
    const filter = { ...query, states: ['current', 'past'], text: null } as const;
    const { rows, ...page } = await listNotices(app.db, site.id, now, filter);
    return { status: 200, body: { items: rows.map((row) => asShown(presentNotice(row, now))), ...page } };
  },
});

const list = route({
  operationId: 'listNotices',
  method: 'get',
  path: base,
  summary: 'All notices of the site, planned ones included; for operators',
  access,
  params: organizationPath,
  query: pageQuery.extend({
    state: z.enum(periodStates).optional(),
    text: z.string().max(searchedMax).optional(),
  }),
  status: 200,
  response: pageOf(noticeResponse),
  problems: [],
  handle: async ({ app, scope, query, now }) => {
    const { state, text, ...page } = query;
    const filter = { ...page, states: state ? [state] : periodStates, text: text?.trim() || null };
    const { rows, ...rest } = await listNotices(app.db, scope.siteId, now, filter);
    return { status: 200, body: { items: rows.map((row) => presentNotice(row, now)), ...rest } };
  },
});

const preview = route({
  operationId: 'previewNotice',
  method: 'post',
  path: `${base}/preview`,
  summary: 'Checks a notice and shows it as people would see it; stores nothing',
  access,
  params: organizationPath,
  body: noticeRequest.extend({ notice: outsideIdSchema('notice').optional() }),
  status: 200,
  response: z.strictObject({ title: localised, html: localised }),
  problems: ['platform/invalid-fields', 'platform/not-found'],
  handle: async ({ app, scope, body, now }) => {
    const { notice, ...typed } = body;
    const row = notice ? await readNotice(app.db, scope.siteId, insideId(notice)) : null;
    if (row === undefined) return platformProblem('not-found');
    const values = readRequest(typed, now, row && valuesOf(row));
    if (isProblem(values)) return values;
    return { status: 200, body: { title: values.title, html: renderBoth(values.body) } };
  },
});

const create = route({
  operationId: 'publishNotice',
  method: 'post',
  path: base,
  summary: 'Publishes a notice; it is shown from its beginning to its end',
  access,
  params: organizationPath,
  body: noticeRequest,
  status: 201,
  response: noticeResponse,
  problems: ['platform/invalid-fields'],
  idempotent: true,
  handle: async ({ scope, body, now, change: inChange }) => inChange((tx) => publish(tx, scope.siteId, body, now)),
});

const read = route({
  operationId: 'getNotice',
  method: 'get',
  path: `${base}/{notice}`,
  summary: 'One notice with its text as typed and as shown',
  access,
  params: noticePath,
  status: 200,
  response: noticeResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params, now }) => {
    const row = await readNotice(app.db, scope.siteId, insideId(params.notice));
    if (!row) return platformProblem('not-found');
    return { status: 200, body: presentNotice(row, now), headers: etag(String(row.version)) };
  },
});

const changeNotice = route({
  operationId: 'changeNotice',
  method: 'put',
  path: `${base}/{notice}`,
  summary: 'Changes a notice that is planned or in force',
  access,
  params: noticePath,
  body: noticeRequest,
  status: 200,
  response: noticeResponse,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'platform/invalid-fields', 'notices/over'],
  versioned: true,
  handle: async ({ scope, params, body, now, seenVersion, change: inChange }) =>
    inChange((tx) => change(tx, scope.siteId, params.notice, seenVersion, body, now)),
});

const endNotice = route({
  operationId: 'endNotice',
  method: 'post',
  path: `${base}/{notice}/end`,
  summary: 'Takes a notice down before its end',
  access,
  params: noticePath,
  status: 200,
  response: noticeResponse,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'notices/over', 'notices/not-shown-yet'],
  versioned: true,
  handle: async ({ scope, params, now, seenVersion, change: inChange }) =>
    inChange((tx) => end(tx, scope.siteId, params.notice, seenVersion, now)),
});

const deleteOne = route({
  operationId: 'deleteNotice',
  method: 'delete',
  path: `${base}/{notice}`,
  summary: 'Deletes a notice that nobody has seen yet',
  access,
  params: noticePath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'notices/shown-already'],
  versioned: true,
  handle: async ({ scope, params, now, seenVersion, change: inChange }) =>
    inChange((tx) => remove(tx, scope.siteId, params.notice, seenVersion, now)),
});

export const noticeRoutes = [
  announcements,
  publicList,
  list,
  preview,
  create,
  read,
  changeNotice,
  endNotice,
  deleteOne,
];
