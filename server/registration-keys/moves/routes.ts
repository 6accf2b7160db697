import { z } from 'zod';
import { parseKey } from '../../../domain/registration-keys/key.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { typedReason } from '../../kernel/http/reason.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { moveBinding } from './move.ts';
import { readActivationKey } from './store.ts';

const one = '/api/{site}/organizations/{organization}/activation-keys/{number}';
const typed = z.string().max(64);
const keyPath = organizationPath.extend({ number: typed });

const read = route({
  operationId: 'readActivationKey',
  method: 'get',
  path: one,
  summary: 'One activation key with every device ID that it serves or served; for operators',
  access: 'activation-keys:read',
  params: keyPath,
  status: 200,
  response: z.strictObject({
    number: z.string(),
    productNumber: z.string(),
    purpose: z.string(),
    category: z.string(),
    createdAt: instant,
    batch: outsideIdSchema('batch').nullable(),
    state: z.enum(['unused', 'used', 'voided']),
    devices: z.array(
      z.strictObject({
        deviceId: z.string(),
        since: instant,
        until: instant.nullable(),
        organizations: z.array(z.string()),
      }),
    ),
  }),
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const number = parseKey(params.number);
    const key = number.ok ? await readActivationKey(app, scope, number.value) : null;
    return key ? { status: 200, body: key } : platformProblem('not-found');
  },
});

const move = route({
  operationId: 'moveActivationKey',
  method: 'post',
  path: `${one}/moves`,
  summary: 'Moves an activation key to a new device ID with a reason; the old registration key stays valid on its unit',
  access: 'registration-keys:move',
  params: keyPath,
  body: z.strictObject({ from: typed, to: typed, reason: typedReason }),
  status: 201,
  response: z.strictObject({ from: z.string(), to: z.string(), registrationKey: z.string() }),
  problems: [
    'platform/invalid-fields',
    'platform/not-found',
    'registration-keys/not-bound',
    'registration-keys/moved-meanwhile',
  ],
  idempotent: true,
  handle: async ({ app, site, scope, params, body, change }) => {
    const number = parseKey(params.number);
    if (!number.ok) return platformProblem('not-found');
    return change((tx) => moveBinding(app, tx, site, scope, number.value, body));
  },
});

export const moveRoutes = [read, move];
