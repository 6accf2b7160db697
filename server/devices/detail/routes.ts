import { evenly } from '../../kernel/evenly.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { isProblem, platformProblem } from '../../kernel/http/problem.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { etag } from '../../kernel/http/version.ts';
import { insideId } from '../../kernel/ids.ts';
import type { Contributions } from '../contribution.ts';
import { changeDevice } from './change.ts';
import { findRegistration, type RegistrationRow } from './find.ts';
import { readHistory } from './history.ts';
import { deviceHistory } from './history-schemas.ts';
import { changeAnswer, deviceChange, deviceDetail, devicePath } from './schemas.ts';
import { viewDevice } from './view.ts';
import { checkedWarranty } from './warranty-checked.ts';

const path = '/api/{site}/organizations/{organization}/devices/{device}';

const historyRoute = route({
  operationId: 'getDeviceHistory',
  method: 'get',
  path: `${path}/history`,
  summary: 'What happened to a device since it is its present owner’s, newest first, and who did it',
  access: 'devices:read',
  params: devicePath,
  status: 200,
  response: deviceHistory,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const row = await evenly(
      () => findRegistration(app.db, scope, insideId(params.device), 'read'),
      (found) => found === undefined,
    );
    return row ? { status: 200, body: await readHistory(app.db, row) } : platformProblem('not-found');
  },
});

export function detailRoutes(contributions: Contributions): Route[] {
  return [
    route({
      operationId: 'getDevice',
      method: 'get',
      path,
      summary: 'A device of an organization that the caller may read, with all that is known of it',
      access: 'devices:read',
      params: devicePath,
      status: 200,
      response: deviceDetail,
      problems: ['platform/not-found'],
      handle: async ({ app, site, scope, session, params, change }) => {
        const row = await evenly(
          () => findRegistration(app.db, scope, insideId(params.device), 'read'),
          (found) => found === undefined,
        );
        if (!row) return platformProblem('not-found');
        const { body, version } = await viewDevice({ db: app.db, site, scope, session, contributions }, row);
        const reply = { status: 200 as const, body, headers: etag(version) };
        if (session.organizationKind !== 'maker') return reply;
        return change(async () => ({ reply, events: [viewed(row)] }));
      },
    }),
    historyRoute,
    route({
      operationId: 'changeDevice',
      method: 'patch',
      path,
      summary: 'Changes what people may change of a device; nothing is stored, and nobody mailed, when nothing differs',
      access: 'devices:change',
      params: devicePath,
      body: deviceChange,
      versioned: true,
      status: 200,
      response: changeAnswer,
      problems: ['platform/not-found', 'platform/invalid-fields', 'platform/changed-meanwhile'],
      handle: async ({ site, scope, session, params, body, seenVersion, change }) =>
        evenly(
          () =>
            change((tx) =>
              changeDevice(
                { tx, db: tx, site, scope, session, contributions },
                insideId(params.device),
                seenVersion,
                body,
              ),
            ),
          isProblem,
        ),
    }),
    route({
      operationId: 'checkDeviceWarranty',
      method: 'post',
      path: `${path}/warranty-checked`,
      summary: 'Says that an operator has looked at a warranty that an edit made longer',
      access: 'devices:manage',
      params: devicePath,
      status: 204,
      response: null,
      problems: ['platform/not-found'],
      handle: async ({ scope, params, change }) => change((tx) => checkedWarranty(tx, scope, insideId(params.device))),
    }),
  ];
}

/** That an operator looked at somebody's device is written down. */
function viewed({ device_id, organization_id }: RegistrationRow): NewEvent {
  return {
    what: 'devices.viewed',
    subject: `device/${device_id}`,
    data: { device: device_id, organization: organization_id },
  };
}
