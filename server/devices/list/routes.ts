import { evenly } from '../../kernel/evenly.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../../kernel/http/schemas.ts';
import type { Scope } from '../../kernel/session.ts';
import type { Contributions } from '../contribution.ts';
import { listDevices } from './list.ts';
import { listQuery, readFilter } from './query.ts';
import { deviceList } from './schemas.ts';

export function listRoutes(contributions: Contributions): Route[] {
  const conditions = listQuery(contributions);
  return [
    route({
      operationId: 'listDevices',
      method: 'get',
      path: '/api/{site}/organizations/{organization}/devices',
      summary:
        'The devices of the organizations that the caller may read, with a condition for each column; newest first unless the site says otherwise',
      access: 'devices:read',
      params: organizationPath,
      query: conditions.extend(pageQuery.shape),
      status: 200,
      response: deviceList,
      problems: ['platform/invalid-fields'],
      handle: async ({ app, site, scope, session, query, change }) => {
        const { page, pageSize, ...rest } = query;
        const filter = readFilter(site, contributions, session.organizationKind, rest);
        if (isProblem(filter)) return filter;
        const wish = { filter, sort: rest.sort, page, pageSize, kind: session.organizationKind };
        const body = await evenly(
          () => listDevices(app, site, scope, contributions, wish),
          ({ total }) => total === 0,
        );
        if (session.organizationKind !== 'maker') return { status: 200, body };
        return change(async () => ({ reply: { status: 200, body }, events: [viewed(scope)] }));
      },
    }),
  ];
}

/** Operators see every organization's devices, and that they looked is written down. */
function viewed(scope: Scope): NewEvent {
  return { what: 'devices.viewed', subject: `user/${scope.userId}` };
}
