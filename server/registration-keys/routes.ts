import { z } from 'zod';
import { parseText } from '../../domain/identifiers/single-line.ts';
import { faultAt, isProblem, platformProblem } from '../kernel/http/problem.ts';
import type { NewEvent } from '../kernel/events.ts';
import { route } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { evenly } from '../kernel/evenly.ts';
import { loadInstallation, storeInstallation } from './installations.ts';
import { issue, review } from './issue.ts';
import type { IssueFilter } from './issued.ts';
import { listActivationKeys, listIssues } from './lists.ts';
import { activationKeyQuery, findFormat, issueQuery, readActivationKeyQuery, readIssueQuery } from './queries.ts';
import {
  activationKeyList,
  installationLines,
  installationResponse,
  issueList,
  issueRequest,
  issueRequestWithMail,
  issueResponse,
  reviewResponse,
} from './schemas.ts';

const base = '/api/{site}/organizations/{organization}';
const typed = z.string().max(64);
const installationCharactersMax = 50;

const reviewKeys = route({
  operationId: 'reviewRegistrationKeys',
  method: 'post',
  path: `${base}/registration-keys/review`,
  summary: 'Checks device and activation keys and says what would be issued; every fault at its row',
  access: 'registration-keys:issue',
  params: organizationPath,
  body: issueRequest,
  status: 200,
  response: reviewResponse,
  problems: ['platform/invalid-fields', 'registration-keys/issue-refused', 'registration-keys/too-many-tries'],
  handle: async ({ app, site, scope, language, body, change }) =>
    evenly(() => change((tx) => review(app, tx, site, scope, language, body)), isProblem),
});

const issueKeys = route({
  operationId: 'issueRegistrationKeys',
  method: 'post',
  path: `${base}/registration-keys`,
  summary: 'Ties activation keys to a device for ever and gives its registration keys, all or none',
  access: 'registration-keys:issue',
  params: organizationPath,
  body: issueRequestWithMail,
  status: 201,
  response: issueResponse,
  problems: ['platform/invalid-fields', 'registration-keys/issue-refused', 'registration-keys/too-many-tries'],
  idempotent: true,
  handle: async ({ app, site, scope, language, body, change }) =>
    evenly(() => change((tx) => issue(app, tx, site, scope, language, body)), isProblem),
});

const listKeys = route({
  operationId: 'listRegistrationKeys',
  method: 'get',
  path: `${base}/registration-keys`,
  summary: 'What the organization has issued, newest first',
  access: 'registration-keys:read',
  params: organizationPath,
  query: pageQuery.extend(issueQuery.shape),
  status: 200,
  response: issueList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, session, query, change }) => {
    const filter = readIssueQuery(site, query);
    if (isProblem(filter)) return filter;
    const body = await evenly(
      () => listIssues(app, site, scope, { ...query, ...filter }),
      ({ total }) => total === 0,
    );
    if (session.organizationKind !== 'maker') return { status: 200, body };
    return change(async () => ({ reply: { status: 200, body }, events: [viewed(scope, filter)] }));
  },
});

/** Operators see every organization's keys, and that they looked is written down. */
function viewed(scope: Scope, filter: IssueFilter): NewEvent {
  const { deviceId, activationKey } = filter;
  return { what: 'registration-keys.viewed', subject: `user/${scope.userId}`, data: { deviceId, activationKey } };
}

const installationPath = organizationPath.extend({ deviceId: typed });

const loadText = route({
  operationId: 'loadInstallation',
  method: 'get',
  path: `${base}/registration-keys/installations/{deviceId}`,
  summary: 'Where the organization last wrote that a device stands',
  access: 'registration-keys:read',
  params: installationPath,
  status: 200,
  response: installationResponse,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, params }) => {
    const found = findFormat(site, params.deviceId);
    if (!found.ok) return platformProblem('invalid-fields', { errors: [faultAt('/deviceId', found)] });
    const { format, deviceId } = found.value;
    const lines = await evenly(
      () => loadInstallation(app.db, scope, format, deviceId),
      (found) => found === null,
    );
    return { status: 200, body: { deviceId, lines } };
  },
});

const storeText = route({
  operationId: 'storeInstallation',
  method: 'put',
  path: `${base}/registration-keys/installations/{deviceId}`,
  summary: 'Writes down where a device stands; earlier texts stay as its history',
  access: 'registration-keys:issue',
  params: installationPath,
  body: z.strictObject({ lines: installationLines }),
  status: 204,
  response: null,
  problems: ['platform/invalid-fields'],
  handle: async ({ site, scope, params, body, change }) => {
    const found = findFormat(site, params.deviceId);
    const lines = body.lines.map((line) => parseText(line, { max: installationCharactersMax }));
    const errors = lines.flatMap((line, index) => (line.ok ? [] : [faultAt(`/lines/${index}`, line)]));
    if (!found.ok) errors.unshift(faultAt('/deviceId', found));
    if (!found.ok || errors.length > 0) return platformProblem('invalid-fields', { errors });
    const { format, deviceId } = found.value;
    const [first, second] = lines.map((line) => (line.ok ? line.value : ''));
    return evenly(
      () =>
        change(async (tx) => {
          await storeInstallation(tx, scope, format, deviceId, [first ?? '', second ?? '']);
          const event = {
            what: 'installation.stored' as const,
            subject: `identifier/${format}/${deviceId}`,
            data: { organization: scope.organizationId },
            details: { lines: body.lines },
          };
          return { reply: { status: 204 }, events: [event] };
        }),
      () => true,
    );
  },
});

const listActivation = route({
  operationId: 'listActivationKeys',
  method: 'get',
  path: `${base}/activation-keys`,
  summary: 'The activation keys of the site and whether they are used; for operators',
  access: 'activation-keys:read',
  params: organizationPath,
  query: pageQuery.extend(activationKeyQuery.shape),
  status: 200,
  response: activationKeyList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, scope, query }) => {
    const filter = readActivationKeyQuery(query);
    if (isProblem(filter)) return filter;
    return { status: 200, body: await listActivationKeys(app, scope, { ...query, ...filter }) };
  },
});

export const registrationKeyRoutes = [reviewKeys, issueKeys, listKeys, loadText, storeText, listActivation];
