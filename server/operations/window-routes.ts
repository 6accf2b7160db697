import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { localised, organizationPath, outsideIdSchema, pageOf, pageQuery } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { renderBoth } from '../notices/render.ts';
import { windowRequest, windowResponse, windowStates } from './schemas.ts';
import { listWindows, presentWindow, readWindow } from './windows-store.ts';
import { cancelWindow, changeWindow, endWindow, planWindow, previewWindow } from './windows.ts';

const access = 'maintenance:manage';
const searchedMax = 100;
const base = '/api/{site}/organizations/{organization}/maintenance-windows';
const windowPath = organizationPath.extend({ window: outsideIdSchema('maintenanceWindow') });
const changeProblems = ['platform/not-found', 'platform/changed-meanwhile', 'operations/window-over'];

/** Once the change is committed the next request on this node knows; the others learn within a second. */
async function thenForget<R>(app: App, change: Promise<R>): Promise<R> {
  try {
    return await change;
  } finally {
    app.forgetClosures();
  }
}

const list = route({
  operationId: 'listMaintenanceWindows',
  method: 'get',
  path: base,
  summary: 'The maintenance windows of the site, past and cancelled ones included; for operators',
  access,
  params: organizationPath,
  query: pageQuery.extend({
    state: z.enum(windowStates).optional(),
    text: z.string().max(searchedMax).optional(),
  }),
  status: 200,
  response: pageOf(windowResponse),
  problems: [],
  handle: async ({ app, scope, query, now }) => {
    const filter = { ...query, state: query.state ?? null, text: query.text?.trim() || null };
    return { status: 200, body: await listWindows(app.db, scope.siteId, now, filter) };
  },
});

const preview = route({
  operationId: 'previewMaintenanceWindow',
  method: 'post',
  path: `${base}/preview`,
  summary: 'Checks a window and shows its text as people would see it; stores nothing',
  access,
  params: organizationPath,
  body: windowRequest.extend({ window: outsideIdSchema('maintenanceWindow').optional() }),
  status: 200,
  response: z.strictObject({ html: localised }),
  problems: ['platform/invalid-fields', 'platform/not-found', 'operations/overlaps', 'operations/too-many-planned'],
  handle: async ({ app, scope, body, now }) => {
    const { window: own, ...typed } = body;
    const values = await previewWindow(app.db, scope.siteId, typed, own ?? null, now);
    return isProblem(values) ? values : { status: 200, body: { html: renderBoth(values.body) } };
  },
});

const plan = route({
  operationId: 'planMaintenanceWindow',
  method: 'post',
  path: base,
  summary: 'Plans a window in which only operators get in; it is announced from now on',
  access,
  params: organizationPath,
  body: windowRequest,
  status: 201,
  response: windowResponse,
  problems: ['platform/invalid-fields', 'operations/overlaps', 'operations/too-many-planned'],
  idempotent: true,
  handle: async ({ app, scope, body, now, change }) =>
    thenForget(
      app,
      change((tx) => planWindow(tx, scope.siteId, body, now)),
    ),
});

const read = route({
  operationId: 'getMaintenanceWindow',
  method: 'get',
  path: `${base}/{window}`,
  summary: 'One maintenance window',
  access,
  params: windowPath,
  status: 200,
  response: windowResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params, now }) => {
    const row = await readWindow(app.db, scope.siteId, insideId(params.window));
    if (!row) return platformProblem('not-found');
    return { status: 200, body: presentWindow(row, now), headers: etag(String(row.version)) };
  },
});

const changeOne = route({
  operationId: 'changeMaintenanceWindow',
  method: 'put',
  path: `${base}/{window}`,
  summary: 'Changes a window that is planned, or text and end of one that runs',
  access,
  params: windowPath,
  body: windowRequest,
  status: 200,
  response: windowResponse,
  problems: [...changeProblems, 'platform/invalid-fields', 'operations/overlaps'],
  versioned: true,
  handle: async ({ app, scope, params, body, now, seenVersion, change }) =>
    thenForget(
      app,
      change((tx) => changeWindow(tx, scope.siteId, params.window, seenVersion, body, now)),
    ),
});

const endOne = route({
  operationId: 'endMaintenanceWindow',
  method: 'post',
  path: `${base}/{window}/end`,
  summary: 'Ends a running window: the site is open again',
  access,
  params: windowPath,
  status: 200,
  response: windowResponse,
  problems: [...changeProblems, 'operations/not-running'],
  versioned: true,
  handle: async ({ app, scope, params, now, seenVersion, change }) =>
    thenForget(
      app,
      change((tx) => endWindow(tx, scope.siteId, params.window, seenVersion, now)),
    ),
});

const cancelOne = route({
  operationId: 'cancelMaintenanceWindow',
  method: 'post',
  path: `${base}/{window}/cancel`,
  summary: 'Takes back a window that has not begun',
  access,
  params: windowPath,
  status: 200,
  response: windowResponse,
  problems: [...changeProblems, 'operations/running-already'],
  versioned: true,
  handle: async ({ app, scope, params, now, seenVersion, change }) =>
    thenForget(
      app,
      change((tx) => cancelWindow(tx, scope.siteId, params.window, seenVersion, now)),
    ),
});

export const windowRoutes = [list, preview, plan, read, changeOne, endOne, cancelOne];
