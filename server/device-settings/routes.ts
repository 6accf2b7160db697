import { findRegistered, type Registered } from '../devices/registered.ts';
import type { App } from '../kernel/app.ts';
import { evenly } from '../kernel/evenly.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { pageOf, pageQuery } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { changeSettings } from './change.ts';
import { settingHistory } from './history.ts';
import { deviceSettings, settingHistoryItem, settingsAnswer, settingsChange, settingsPath } from './schemas.ts';
import { showSettings } from './show.ts';

const path = '/api/{site}/organizations/{organization}/devices/{device}/settings';
const changesPerMinute = 60;

function findReadable(app: App, scope: Scope, device: string): Promise<Registered | null> {
  return evenly(
    () => findRegistered(app.db, scope, insideId(device), 'read'),
    (found) => found === null,
  );
}

const show = route({
  operationId: 'getDeviceSettings',
  method: 'get',
  path,
  summary: 'What can be set on a device with its limits, what is in force, and what the device has not answered yet',
  access: 'device-settings:read',
  params: settingsPath,
  status: 200,
  response: deviceSettings,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session, params }) => {
    const device = await findReadable(app, scope, params.device);
    if (!device) return platformProblem('not-found');
    const { body, version } = await showSettings({ db: app.db, site, scope, session }, device);
    return { status: 200, body, headers: etag(version) };
  },
});

const change = route({
  operationId: 'changeDeviceSettings',
  method: 'patch',
  path,
  summary:
    'Asks a device for settings within the limits of its model; it takes them when it is reached, and its answer is shown',
  access: 'device-settings:change',
  params: settingsPath,
  body: settingsChange,
  versioned: true,
  status: 200,
  response: settingsAnswer,
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'platform/changed-meanwhile',
    'device-settings/device-out-of-use',
  ],
  perMinute: changesPerMinute,
  handle: async ({ site, scope, session, params, body, seenVersion, change: inTransaction }) =>
    evenly(
      () =>
        inTransaction((tx) =>
          changeSettings({ tx, db: tx, site, scope, session }, insideId(params.device), seenVersion, body.values),
        ),
      isProblem,
    ),
});

const history = route({
  operationId: 'listDeviceSettingChanges',
  method: 'get',
  path: `${path}/history`,
  summary:
    'What was set on a device since it is its present owner’s: who, when, from what to what, and what came of it',
  access: 'device-settings:read',
  params: settingsPath,
  query: pageQuery,
  status: 200,
  response: pageOf(settingHistoryItem),
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, params, query }) => {
    const device = await findReadable(app, scope, params.device);
    if (!device) return platformProblem('not-found');
    return { status: 200, body: { ...(await settingHistory(app.db, site, scope, device, query)), ...query } };
  },
});

export const deviceSettingRoutes = [history, show, change];
