import { z } from 'zod';
import { route } from '../../kernel/http/route.ts';
import { instant, sitePath } from '../../kernel/http/schemas.ts';
import { tokenMax } from './schemas.ts';
import { checkWithdrawal, withdraw } from './withdraw.ts';

const perMinute = 30;
const body = z.strictObject({ token: z.string().max(tokenMax) });

const check = route({
  operationId: 'checkWithdrawal',
  method: 'post',
  path: '/api/{site}/withdrawals/check',
  summary: 'What a link to withdraw would delete; deletes nothing',
  access: 'public',
  params: sitePath,
  body,
  status: 200,
  response: z.strictObject({
    state: z.enum(['pending', 'account']),
    loginId: z.string(),
    company: z.string(),
    until: instant,
  }),
  problems: ['accounts/withdrawal-invalid'],
  perMinute,
  handle: async (call) => call.change((tx) => checkWithdrawal(call.app, tx, call.site, call.body.token, call.now)),
});

const confirm = route({
  operationId: 'withdraw',
  method: 'post',
  path: '/api/{site}/withdrawals',
  summary: 'Takes a sign-up back by its mailed link: what was entered is deleted, an account that came of it is closed',
  access: 'public',
  params: sitePath,
  body,
  status: 204,
  response: null,
  problems: ['accounts/withdrawal-invalid', 'accounts/withdrawal-last-owner', 'organizations/not-settled'],
  perMinute,
  handle: async (call) => call.change((tx) => withdraw(call.app, tx, call.site, call.body.token, call.now)),
});

export const withdrawalRoutes = [check, confirm];
