import { z } from 'zod';
import { typedReason } from '../../kernel/http/reason.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { insideId } from '../../kernel/ids.ts';
import type { Contributions } from '../contribution.ts';
import { devicePath } from '../transfers/schemas.ts';
import { releaseWrongClaim } from './release.ts';

const perMinute = 60;

/** What an operator does about a device that the wrong organization registered (P-26). */
export function wrongClaimRoutes(contributions: Contributions): Route[] {
  return [
    route({
      operationId: 'releaseWrongClaim',
      method: 'post',
      path: '/api/{site}/organizations/{organization}/devices/{device}/wrong-claim',
      summary:
        'Takes a device from the organization that registered it wrongly, with a reason and evidence; its owners are mailed the reason',
      access: 'devices:manage',
      params: devicePath,
      body: z.strictObject({ reason: typedReason, evidence: typedReason }),
      status: 204,
      response: null,
      problems: ['platform/not-found', 'platform/invalid-fields', 'devices/device-ended'],
      perMinute,
      handle: async ({ app, site, scope, params, body, change }) =>
        change((tx) => releaseWrongClaim({ app, tx, site, scope, contributions }, insideId(params.device), body)),
    }),
  ];
}
