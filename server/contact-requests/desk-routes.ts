import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, pageOf } from '../kernel/http/schemas.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { answerRequest, closeRequest, reopenRequest } from './answer.ts';
import { answerWish, deskPage, deskRequest, filterOf, presentForDesk, requestPath } from './schemas.ts';
import { answersTo, findForDesk, inOrder, matchingRequests, versionOfRequest } from './store.ts';

const access = 'contact-requests:answer';
const base = '/api/{site}/organizations/{organization}/contact-desk';

const list = route({
  operationId: 'listContactRequests',
  method: 'get',
  path: base,
  summary: 'What people asked the operators of the site, what waits for an answer first',
  access,
  params: organizationPath,
  query: deskPage,
  status: 200,
  response: pageOf(deskRequest.omit({ answers: true, text: true })),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const matching = matchingRequests(app.db, scope, filterOf(query));
    const totals = await countUpTo(app.db, matching.select('r.id'));
    const rows = await inOrder(matching, query.sort).limit(query.pageSize).offset(offsetOf(query)).execute();
    const { page, pageSize } = query;
    const items = rows.map((row) => {
      const { answers: _, text: __, ...shown } = presentForDesk(row, []);
      return shown;
    });
    return { status: 200, body: { items, ...totals, page, pageSize } };
  },
});

const show = route({
  operationId: 'getContactRequest',
  method: 'get',
  path: `${base}/{request}`,
  summary: 'What somebody asked, with what was answered',
  access,
  params: requestPath,
  status: 200,
  response: deskRequest,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const row = await findForDesk(app.db, scope, insideId(params.request));
    if (!row) return platformProblem('not-found');
    const body = presentForDesk(row, await answersTo(app.db, scope, row.id));
    return { status: 200, body, headers: etag(versionOfRequest(row)) };
  },
});

const answer = route({
  operationId: 'answerContactRequest',
  method: 'post',
  path: `${base}/{request}/answers`,
  summary: 'Answers: kept with the request, and mailed to whoever asked',
  access,
  params: requestPath,
  body: answerWish,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'platform/invalid-fields', 'contact-requests/closed'],
  idempotent: true,
  versioned: true,
  handle: async ({ scope, params, body, seenVersion, change }) =>
    change((tx) => answerRequest(tx, scope, insideId(params.request), seenVersion, body.text)),
});

const close = route({
  operationId: 'closeContactRequest',
  method: 'post',
  path: `${base}/{request}/close`,
  summary: 'Closes a request; nobody is mailed',
  access,
  params: requestPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'contact-requests/closed'],
  versioned: true,
  handle: async ({ scope, params, seenVersion, change }) =>
    change((tx) => closeRequest(tx, scope, insideId(params.request), seenVersion)),
});

const reopen = route({
  operationId: 'reopenContactRequest',
  method: 'post',
  path: `${base}/{request}/reopen`,
  summary: 'Takes a closed request up again',
  access,
  params: requestPath,
  status: 204,
  response: null,
  problems: ['platform/not-found', 'platform/changed-meanwhile', 'contact-requests/not-closed'],
  versioned: true,
  handle: async ({ scope, params, seenVersion, change }) =>
    change((tx) => reopenRequest(tx, scope, insideId(params.request), seenVersion)),
});

export const contactDeskRoutes = [list, show, answer, close, reopen];
