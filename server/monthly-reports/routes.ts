import { monthlyReportOptions } from '../../domain/site/capabilities.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { askNow, changeSettings } from './change.ts';
import { settingsBody, settingsView, viewSettings } from './schemas.ts';

const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/monthly-report';

const get = route({
  operationId: 'getMonthlyReport',
  method: 'get',
  path: base,
  summary: 'Whether and how the caller is mailed a report each month, and when the next one comes',
  access: 'monthly-reports:use',
  params: organizationPath,
  status: 200,
  response: settingsView,
  problems: [],
  handle: async ({ app, site, scope }) => {
    const { body, version } = await viewSettings(app.db, site, scope, monthlyReportOptions(site).day);
    return { status: 200, body, headers: etag(version) };
  },
});

const put = route({
  operationId: 'changeMonthlyReport',
  method: 'put',
  path: base,
  summary:
    'Switches the caller’s monthly report on or off, and says on which day, about which devices and with which files',
  access: 'monthly-reports:use',
  params: organizationPath,
  body: settingsBody,
  versioned: true,
  status: 200,
  response: settingsView,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile', 'monthly-reports/no-address'],
  perMinute,
  handle: async ({ site, scope, body, seenVersion, change }) =>
    change((tx) => changeSettings(tx, site, scope, seenVersion, body)),
});

const ask = route({
  operationId: 'askMonthlyReport',
  method: 'post',
  path: `${base}/mailings`,
  summary: 'Mails the caller the report about the last whole month at once',
  access: 'monthly-reports:use',
  params: organizationPath,
  status: 204,
  response: null,
  problems: ['monthly-reports/no-address', 'platform/too-many-requests'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, change }) => change((tx) => askNow(tx, site, scope)),
});

export const monthlyReportRoutes = [get, put, ask];
