import { z } from 'zod';
import { secondFactorMethods } from '../../../domain/accounts/second-factor.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { reason } from '../../kernel/http/reason.ts';
import { factorsInReach, takeOffFor } from './take-off.ts';

const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/accounts/{user}/second-factor';
const accountPath = organizationPath.extend({ user: outsideIdSchema('user') });

const read = route({
  operationId: 'getManagedSecondFactor',
  method: 'get',
  path: base,
  summary: 'Operators: which second factors a user has',
  access: 'accounts:read',
  params: accountPath,
  status: 200,
  response: z.strictObject({ methods: z.array(z.enum(secondFactorMethods)), recoveryCodesLeft: z.int() }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const factors = await factorsInReach(app.db, scope, insideId(params.user));
    if (!factors) return platformProblem('not-found');
    const has = { passkey: factors.passkeys > 0, totp: factors.totp };
    const methods = secondFactorMethods.filter((method) => has[method]);
    return { status: 200, body: { methods, recoveryCodesLeft: factors.recoveryCodes } };
  },
});

const remove = route({
  operationId: 'takeOffSecondFactor',
  method: 'post',
  path: `${base}/removal`,
  summary: 'Operators: takes all second factors of a user off, with a reason; the user is mailed',
  access: 'accounts:change',
  params: accountPath,
  body: z.strictObject({ reason }),
  status: 204,
  response: null,
  problems: [
    'platform/invalid-fields',
    'platform/not-permitted',
    'platform/not-found',
    'accounts/second-factor-missing',
    'accounts/second-factor-own',
  ],
  perMinute,
  handle: async ({ app, site, scope, params, body, change }) =>
    change((tx) => takeOffFor(app, tx, site, scope, insideId(params.user), body.reason)),
});

export const operatorRoutes = [read, remove];
