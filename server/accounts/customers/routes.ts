import { z } from 'zod';
import { correctionVerdicts, customerStates, judgeCorrection } from '../../../domain/accounts/customers.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { reason } from '../../kernel/http/reason.ts';
import { correctAddress, correctCustomersAddress } from './correct.ts';
import { isCustomerInUse } from './in-use.ts';
import {
  customerRows,
  customerSorts,
  findCustomer,
  matchingCustomers,
  mayActFor,
  type CustomerFilter,
  type CustomerRow,
} from './store.ts';

const searchMax = 100;
const typedMax = 400;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/customers';
const customerPath = organizationPath.extend({ other: outsideIdSchema('organization') });

export const customerQuery = z.strictObject({
  text: z.string().max(searchMax).default(''),
  state: z.enum(customerStates).optional(),
  sort: sortBy(customerSorts),
});

export function filterOf({ text, state }: z.output<typeof customerQuery>): CustomerFilter {
  return { text, state: state ?? null };
}

const customer = z.strictObject({
  id: outsideIdSchema('organization'),
  organization: z.string(),
  name: z.string(),
  loginId: z.string(),
  mail: z.string(),
  state: z.enum(customerStates),
  since: instant,
  lastLoginAt: instant.nullable(),
  /** While nobody has set a password: until when the link is good, or was. */
  invitedUntil: instant.nullable(),
  /** Since when the temporary password is in use. */
  temporarySince: instant.nullable(),
});

function present(row: CustomerRow): z.infer<typeof customer> {
  return {
    id: outsideId('organization', row.organization_id),
    organization: row.organization,
    name: row.name,
    loginId: row.login_id,
    mail: row.mail,
    state: row.state,
    since: row.since.toISOString(),
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    invitedUntil: row.invited_until?.toISOString() ?? null,
    temporarySince: row.temporary_since?.toISOString() ?? null,
  };
}

const list = route({
  operationId: 'listCustomers',
  method: 'get',
  path: base,
  summary: 'Dealers: the customers they look after, with how far each account has come; the newest first',
  access: 'customers:read',
  params: organizationPath,
  query: customerQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(customer),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, query }) => {
    const filter = filterOf(query);
    const totals = await countUpTo(app.db, matchingCustomers(app.db, scope, filter).select('c.organization_id'));
    const rows = await customerRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(present), ...totals, page, pageSize } };
  },
});

const read = route({
  operationId: 'getCustomer',
  method: 'get',
  path: `${base}/{other}`,
  summary: 'Dealers: a customer they look after, and whether its address can be corrected here',
  access: 'customers:read',
  params: customerPath,
  status: 200,
  response: customer.extend({ correction: z.enum(correctionVerdicts), mayActAs: z.boolean() }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, scope, params }) => {
    const id = insideId(params.other);
    const row = await findCustomer(app.db, scope, id);
    if (!row) return platformProblem('not-found');
    const inUse = await isCustomerInUse(app, app.db, site.id, id);
    const correction = judgeCorrection({ state: row.state, mailProved: row.mail_proved }, inUse);
    const mayActAs = await mayActFor(app.db, scope, id);
    return { status: 200, body: { ...present(row), correction, mayActAs } };
  },
});

const corrected = z.strictObject({ mail: z.string(), loginId: z.string(), expiresAt: instant.nullable() });

const correctAsDealer = route({
  operationId: 'correctCustomerAddress',
  method: 'post',
  path: `${base}/{other}/address`,
  summary:
    'Dealers: corrects the address of a customer while it is not proved and nothing was given out; an invitation goes to the new one',
  access: 'customers:correct',
  params: customerPath,
  body: z.strictObject({ mail: z.string().max(typedMax) }),
  status: 200,
  response: corrected,
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'platform/too-many-requests',
    'accounts/mail-unchanged',
    'accounts/login-id-taken',
    'accounts/correction-proved',
    'accounts/correction-own-password',
    'accounts/correction-in-use',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, params, body, change }) =>
    change((tx) => correctCustomersAddress(app, tx, site, scope, insideId(params.other), body.mail)),
});

const correctAsOperator = route({
  operationId: 'correctAccountAddress',
  method: 'post',
  path: '/api/{site}/organizations/{organization}/accounts/{user}/address',
  summary:
    'Operators: gives an account to another address, with a reason; whoever could get in no longer can, and both addresses are told',
  access: 'accounts:change',
  params: organizationPath.extend({ user: outsideIdSchema('user') }),
  body: z.strictObject({ mail: z.string().max(typedMax), reason }),
  status: 200,
  response: corrected,
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'accounts/mail-unchanged',
    'accounts/login-id-taken',
    'accounts/correction-not-offered',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, params, body, change }) =>
    change((tx) => correctAddress(app, tx, site, scope, insideId(params.user), body)),
});

export const customerRoutes = [list, read, correctAsDealer, correctAsOperator];
