import { z } from 'zod';
import { evenly } from '../kernel/evenly.ts';
import type { NewEvent } from '../kernel/events.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { acknowledge, noteCharactersMax } from './acknowledge.ts';
import { deviceStatusRoute } from './device-status.ts';
import { mailSettingRoutes } from './mail-settings.ts';
import { alarmList, alarmPath, alarmQuery, alarmResponse, filterOf, presentAlarm } from './schemas.ts';
import { alarmRows, findAlarm, matchingAlarms } from './store.ts';

const perMinute = 120;
const base = '/api/{site}/organizations/{organization}/alarms';
/** Typed text may be longer than what is stored, so that its fault stands at the field. */
const typedMax = noteCharactersMax * 10;

/** Operators see every organization's devices, and that they looked is written down. */
const viewed = ({ userId }: Scope): NewEvent => ({ what: 'alarms.viewed', subject: `user/${userId}` });

const list = route({
  operationId: 'listAlarms',
  method: 'get',
  path: base,
  summary: 'Alarms about devices that the caller may read: those that are open, or all; the newest first',
  access: 'alarms:read',
  params: organizationPath,
  query: alarmQuery.extend(pageQuery.shape),
  status: 200,
  response: alarmList,
  problems: [],
  handle: async ({ app, site, scope, session, query, change }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingAlarms(app.db, scope, filter).select('a.id'));
    const rows = await alarmRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const items = rows.map((row) => presentAlarm(site, scope, row));
    const body = { items, ...totals, page: query.page, pageSize: query.pageSize };
    if (session.organizationKind !== 'maker') return { status: 200, body };
    return change(async () => ({ reply: { status: 200, body }, events: [viewed(scope)] }));
  },
});

const show = route({
  operationId: 'getAlarm',
  method: 'get',
  path: `${base}/{alarm}`,
  summary: 'One alarm with what to do about it',
  access: 'alarms:read',
  params: alarmPath,
  status: 200,
  response: alarmResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session, params, change }) => {
    const row = await evenly(
      () => findAlarm(app.db, scope, insideId(params.alarm)),
      (found) => found === undefined,
    );
    if (!row) return platformProblem('not-found');
    const body = presentAlarm(site, scope, row);
    if (session.organizationKind !== 'maker') return { status: 200, body };
    return change(async () => ({ reply: { status: 200, body }, events: [viewed(scope)] }));
  },
});

const acknowledgeOne = route({
  operationId: 'acknowledgeAlarm',
  method: 'post',
  path: `${base}/{alarm}/acknowledgement`,
  summary: 'Takes note of an alarm, with a note for the others; nobody is reminded of it from then on',
  access: 'alarms:acknowledge',
  params: alarmPath,
  body: z.strictObject({ note: z.string().max(typedMax) }),
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/invalid-fields', 'alarms/acknowledged-already'],
  idempotent: true,
  perMinute,
  handle: async ({ scope, params, body, change }) =>
    evenly(() => change((tx) => acknowledge(tx, scope, insideId(params.alarm), body.note)), isProblem),
});

export const alarmRoutes = [deviceStatusRoute, list, show, acknowledgeOne, ...mailSettingRoutes];
