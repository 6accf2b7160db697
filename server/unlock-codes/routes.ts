import { z } from 'zod';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { showCode } from './show.ts';

const shownCode = z.strictObject({
  device: z.string(),
  serial: z.string(),
  model: z.string(),
  registeredAt: instant,
  code: z.string(),
  codeBinary: z.string().nullable(),
});

const show = route({
  operationId: 'showUnlockCode',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/devices/{device}/unlock-code',
  summary:
    'The unlock code of a registered device; each time is an event, and only so many an hour are open to one user',
  access: 'unlock-codes:read',
  params: organizationPath.extend({ device: outsideIdSchema('device') }),
  status: 200,
  response: shownCode,
  problems: ['platform/not-found', 'unlock-codes/too-many-reads'],
  handle: ({ site, scope, params, change }) => change((tx) => showCode(tx, site, scope, insideId(params.device))),
});

export const unlockCodeRoutes = [show];
