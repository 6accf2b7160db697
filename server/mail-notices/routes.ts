import { evenly } from '../kernel/evenly.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import type { Session } from '../kernel/session.ts';
import { changeChoice } from './change.ts';
import {
  choice,
  filterOf,
  peopleList,
  peopleQuery,
  personPath,
  personResponse,
  presentPerson,
  versionOfChoice,
} from './schemas.ts';
import { findPerson, matchingPeople, peopleRows } from './store.ts';

const perMinute = 120;
const base = '/api/{site}/organizations/{organization}/mail-notices';

/** Everybody has their own; those of others are for who manages them, and for anybody else as if they were not there. */
function may({ userId, permissions }: Session, of: string): boolean {
  return of === userId || permissions.has('mail-notices:manage');
}

const list = route({
  operationId: 'listMailNotices',
  method: 'get',
  path: base,
  summary: 'The users of the organization, and what each of them is mailed about',
  access: 'mail-notices:manage',
  params: organizationPath,
  query: peopleQuery.extend(pageQuery.shape),
  status: 200,
  response: peopleList,
  problems: [],
  handle: async ({ app, site, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingPeople(app.db, site, scope, filter).select('p.id'));
    const rows = await peopleRows(app.db, site, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map((row) => presentPerson(site, row)), ...totals, page, pageSize } };
  },
});

const show = route({
  operationId: 'getMailNotices',
  method: 'get',
  path: `${base}/{user}`,
  summary: 'What a user is mailed about, and where these mails go',
  access: 'mail-notices:use',
  params: personPath,
  status: 200,
  response: personResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session, params }) => {
    const user = insideId(params.user);
    const row = await evenly(
      async () => (may(session, user) ? findPerson(app.db, site, scope, user) : undefined),
      (found) => found === undefined,
    );
    if (!row) return platformProblem('not-found');
    const body = presentPerson(site, row);
    return { status: 200, body, headers: etag(versionOfChoice(body)) };
  },
});

const change = route({
  operationId: 'changeMailNotices',
  method: 'put',
  path: `${base}/{user}`,
  summary: 'Chooses what a user is mailed about; a user whose choice somebody else changes is told',
  access: 'mail-notices:use',
  params: personPath,
  body: choice,
  versioned: true,
  status: 200,
  response: personResponse,
  problems: ['platform/not-found', 'platform/changed-meanwhile'],
  perMinute,
  handle: async ({ site, scope, session, params, body, seenVersion, change: carryOut }) => {
    const user = insideId(params.user);
    return evenly(
      async () =>
        may(session, user)
          ? carryOut((tx) => changeChoice(tx, site, scope, user, seenVersion, body.events))
          : platformProblem('not-found'),
      isProblem,
    );
  },
});

export const mailNoticeRoutes = [list, show, change];
