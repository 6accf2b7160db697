import { z } from 'zod';
import { route } from '../../kernel/http/route.ts';
import { instant, sitePath } from '../../kernel/http/schemas.ts';
import { logInDevice, readBasic } from '../../readings/credentials/log-in.ts';
import { keepPace, TooFast } from '../../readings/intake/pace.ts';
import { readingProblem } from '../../readings/problems.ts';
import { entitlementsFor } from './entitlements.ts';
import { publishedKeys } from './keys.ts';

const keysKeptSeconds = 3_600;

const ask = route({
  operationId: 'askEntitlements',
  method: 'get',
  path: '/api/{site}/device-entitlements',
  summary: 'What a device, or each that is used with it, may do now, signed; asked with its credential as HTTP Basic',
  access: 'public',
  params: sitePath,
  status: 200,
  response: z.strictObject({
    /** Each a compact JWS; its payload is in docs/device-protocol.md. */
    entitlements: z.array(z.string()),
    time: instant,
  }),
  problems: ['readings/credential-wrong', 'readings/too-fast'],
  duringMaintenance: 'open',
  handle: async ({ app, site, authorization, now }) => {
    const basic = readBasic(authorization);
    const reporter = basic && (await logInDevice(app, basic.name, basic.secret));
    if (!reporter || reporter.site.id !== site.id) return readingProblem('credential-wrong');
    try {
      await keepPace(app, reporter, 1);
    } catch (error) {
      if (error instanceof TooFast)
        return readingProblem('too-fast', { retryAfterSeconds: Math.ceil(error.waitMs / 1_000) });
      throw error;
    }
    const told = await entitlementsFor(app, site, [reporter.deviceId]);
    return {
      status: 200,
      body: { entitlements: told.get(reporter.deviceId)?.entitlements ?? [], time: now.toISOString() },
    };
  },
});

const keys = route({
  operationId: 'getEntitlementKeys',
  method: 'get',
  path: '/api/{site}/entitlement-keys',
  summary: 'The public keys with which devices check what they may do, as a JSON Web Key Set',
  access: 'public',
  params: sitePath,
  status: 200,
  response: z.strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        alg: z.literal('EdDSA'),
        use: z.literal('sig'),
      }),
    ),
  }),
  problems: [],
  duringMaintenance: 'open',
  handle: async ({ app, site }) => ({
    status: 200,
    body: { keys: await publishedKeys(app, site) },
    headers: { 'cache-control': `public, max-age=${keysKeptSeconds}` },
  }),
});

export const entitlementRoutes = [ask, keys];
