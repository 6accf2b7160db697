import { z } from 'zod';
import { typedReason } from '../../kernel/http/reason.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import type { Contributions } from '../contribution.ts';
import { contributed } from '../registration/schemas.ts';
import { devicePath } from '../transfers/schemas.ts';
import { replaceDevice } from './replace.ts';

/** Exchange of a broken device for another (P-32). */
export function replacementRoutes(contributions: Contributions): Route[] {
  return [
    route({
      operationId: 'replaceDevice',
      method: 'post',
      path: '/api/{site}/organizations/{organization}/devices/{device}/replacement',
      summary:
        'Exchanges a broken device: registration and warranty move to the new serial number, keys are issued anew, the old device is locked',
      access: 'devices:manage',
      params: devicePath,
      body: z.strictObject({ serial: z.string().max(80), reason: typedReason }),
      status: 201,
      response: z.strictObject({
        device: outsideIdSchema('device'),
        serial: z.string(),
        model: z.string(),
        contributed,
      }),
      problems: ['platform/not-found', 'platform/invalid-fields', 'devices/device-ended'],
      idempotent: true,
      perMinute: 60,
      handle: async ({ app, site, scope, params, body, change }) =>
        change((tx) => replaceDevice({ app, tx, site, scope, contributions }, insideId(params.device), body)),
    }),
  ];
}
