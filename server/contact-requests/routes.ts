import { z } from 'zod';
import { contactRequestOptions } from '../../domain/site/capabilities.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery, sitePath } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { askAsStranger, askAsUser } from './ask.ts';
import { askerResponse, ownRequest, presentOwn, requestPath, strangerWish, userWish } from './schemas.ts';
import { answersTo, findDevice, findOwn, inOrder, ownRequests } from './store.ts';

const access = 'contact-requests:ask';
const base = '/api/{site}/organizations/{organization}/contact-requests';
const perMinute = 30;
const strangersPerMinute = 5;
const made = z.strictObject({ id: outsideIdSchema('contactRequest') });

const ask = route({
  operationId: 'askOperators',
  method: 'post',
  path: base,
  summary: 'Asks the operators something; account, organization and device go along',
  access,
  params: organizationPath,
  body: userWish,
  status: 201,
  response: made,
  problems: ['platform/invalid-fields', 'contact-requests/too-many'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, body, language, change }) => change((tx) => askAsUser(tx, site, scope, language, body)),
});

const askFromOutside = route({
  operationId: 'askOperatorsFromOutside',
  method: 'post',
  path: '/api/{site}/contact-requests',
  summary: 'Asks the operators something without an account; the address gets one acknowledgement a day',
  access: 'public',
  params: sitePath,
  body: strangerWish,
  status: 201,
  response: made,
  problems: ['platform/not-found', 'platform/invalid-fields', 'contact-requests/too-many'],
  idempotent: true,
  perMinute: strangersPerMinute,
  handle: async ({ app, site, body, address, now, change }) => {
    if (!contactRequestOptions(site).strangers) return platformProblem('not-found');
    return change((tx) => askAsStranger(app, tx, site, address, now, body));
  },
});

const asker = route({
  operationId: 'getAsker',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/contact-asker',
  summary: 'What the form fills in by itself: who asks, and the device if it is theirs',
  access,
  params: organizationPath,
  query: z.strictObject({ device: outsideIdSchema('device').optional() }),
  status: 200,
  response: askerResponse,
  problems: [],
  handle: async ({ app, scope, query }) => {
    const { name, mail, loginId, organization } = await app.db
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select(['u.name', 'u.mail', 'u.login_id as loginId', 'o.name as organization'])
      .where('u.site_id', '=', scope.siteId)
      .where('u.organization_id', '=', scope.organizationId)
      .where('u.id', '=', scope.userId)
      .executeTakeFirstOrThrow();
    const label = query.device && (await findDevice(app.db, scope, insideId(query.device)));
    const device = query.device && label ? { id: query.device, label } : null;
    return { status: 200, body: { name, mail, loginId, organization, device } };
  },
});

const list = route({
  operationId: 'listOwnContactRequests',
  method: 'get',
  path: base,
  summary: 'What the caller asked the operators, what waits for an answer first',
  access,
  params: organizationPath,
  query: pageQuery,
  status: 200,
  response: pageOf(ownRequest.omit({ answers: true, text: true })),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const matching = ownRequests(app.db, scope);
    const totals = await countUpTo(app.db, matching.select('r.id'));
    const rows = await inOrder(matching).limit(query.pageSize).offset(offsetOf(query)).execute();
    const items = rows.map((row) => {
      const { answers: _, text: __, ...shown } = presentOwn(row, []);
      return shown;
    });
    return { status: 200, body: { items, ...totals, ...query } };
  },
});

const show = route({
  operationId: 'getOwnContactRequest',
  method: 'get',
  path: `${base}/{request}`,
  summary: 'What the caller asked, with the answers',
  access,
  params: requestPath,
  status: 200,
  response: ownRequest,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const row = await findOwn(app.db, scope, insideId(params.request));
    if (!row) return platformProblem('not-found');
    return { status: 200, body: presentOwn(row, await answersTo(app.db, scope, row.id)) };
  },
});

export const contactRequestRoutes = [ask, askFromOutside, asker, list, show];
