import { evenly } from '../../kernel/evenly.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { organizationPath } from '../../kernel/http/schemas.ts';
import type { Contributions } from '../contribution.ts';
import { registerDevice, reviewRegistration } from './register.ts';
import { registrationAnswer, registrationRequest, registrationReview } from './schemas.ts';

const base = '/api/{site}/organizations/{organization}/devices';
const problems = ['platform/invalid-fields', 'devices/registration-refused', 'devices/too-many-tries'];

/** Registering devices; what is refused because of a serial number leaves on a grid of time, so that it tells nothing. */
export function registrationRoutes(contributions: Contributions): Route[] {
  return [
    route({
      operationId: 'reviewDevice',
      method: 'post',
      path: `${base}/review`,
      summary:
        'Checks what is typed about a device and says what would be registered; a serial number that is not there counts as a try',
      access: 'devices:register',
      params: organizationPath,
      body: registrationRequest,
      status: 200,
      response: registrationReview,
      problems,
      handle: async ({ app, site, scope, address, body, change }) =>
        evenly(
          () => change((tx) => reviewRegistration({ app, tx, site, scope, address, contributions }, body)),
          isProblem,
        ),
    }),
    route({
      operationId: 'registerDevice',
      method: 'post',
      path: base,
      summary:
        'Registers a manufactured device for the organization, and gives what belongs to it, e.g. its unlock code',
      access: 'devices:register',
      params: organizationPath,
      body: registrationRequest,
      status: 201,
      response: registrationAnswer,
      problems,
      idempotent: true,
      handle: async ({ app, site, scope, address, body, change }) =>
        evenly(() => change((tx) => registerDevice({ app, tx, site, scope, address, contributions }, body)), isProblem),
    }),
  ];
}
