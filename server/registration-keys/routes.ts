import { z } from 'zod';
import { parseDeviceId } from '../../domain/identifiers/device-id.ts';
import { parseKey } from '../../domain/registration-keys/key.ts';
import { parseText } from '../../domain/identifiers/single-line.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Refusal, Verdict } from '../../domain/verdict.ts';
import type { Site } from '../kernel/app.ts';
import { platformProblem, type FieldFault } from '../kernel/http/problem.ts';
import type { NewEvent } from '../kernel/events.ts';
import { route } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { loadInstallation, storeInstallation } from './installations.ts';
import { issue, review } from './issue.ts';
import { listActivationKeys, listIssues } from './lists.ts';
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
    change((tx) => review(app, tx, site, scope, language, body)),
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
    change((tx) => issue(app, tx, site, scope, language, body)),
});

const listKeys = route({
  operationId: 'listRegistrationKeys',
  method: 'get',
  path: `${base}/registration-keys`,
  summary: 'What the organization has issued, newest first',
  access: 'registration-keys:read',
  params: organizationPath,
  query: pageQuery.extend({ deviceId: typed.optional(), activationKey: typed.optional() }),
  status: 200,
  response: issueList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, site, scope, session, query, change }) => {
    const errors: FieldFault[] = [];
    const deviceId = query.deviceId ? anyDeviceId(site, query.deviceId) : null;
    const activationKey = query.activationKey ? parseKey(query.activationKey) : null;
    if (deviceId && !deviceId.ok) errors.push(faultAt('/deviceId', deviceId));
    if (activationKey && !activationKey.ok) errors.push(faultAt('/activationKey', activationKey));
    if (errors.length > 0) return platformProblem('invalid-fields', { errors });
    const filter = { ...query, deviceId: valueOf(deviceId), activationKey: valueOf(activationKey) };
    const body = await listIssues(app, site, scope, filter);
    if (session.organizationKind !== 'maker') return { status: 200, body };
    return change(async () => ({ reply: { status: 200, body }, events: [viewed(scope, filter)] }));
  },
});

/** Operators see every organization's keys, and that they looked is written down. */
function viewed(scope: Scope, filter: { deviceId: string | null; activationKey: string | null }): NewEvent {
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
    return { status: 200, body: { deviceId, lines: await loadInstallation(app.db, scope, format, deviceId) } };
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
    return change(async (tx) => {
      await storeInstallation(tx, scope, format, deviceId, [first ?? '', second ?? '']);
      const event = {
        what: 'installation.stored',
        subject: `identifier/${format}/${deviceId}`,
        data: { organization: scope.organizationId },
        details: { lines: body.lines },
      };
      return { reply: { status: 204 }, events: [event] };
    });
  },
});

const listActivation = route({
  operationId: 'listActivationKeys',
  method: 'get',
  path: `${base}/activation-keys`,
  summary: 'The activation keys of the site and whether they are used; for operators',
  access: 'activation-keys:read',
  params: organizationPath,
  query: pageQuery.extend({ number: typed.optional() }),
  status: 200,
  response: activationKeyList,
  problems: ['platform/invalid-fields'],
  handle: async ({ app, scope, query }) => {
    const number = query.number ? parseKey(query.number) : null;
    if (number && !number.ok) return platformProblem('invalid-fields', { errors: [faultAt('/number', number)] });
    return { status: 200, body: await listActivationKeys(app, scope, { ...query, number: valueOf(number) }) };
  },
});

function faultAt(pointer: string, refusal: Refusal): FieldFault {
  return { pointer, code: `identifiers/${refusal.code}`, ...(refusal.params && { params: refusal.params }) };
}

function valueOf(verdict: Verdict<string> | null): string | null {
  return verdict?.ok ? verdict.value : null;
}

/** A device ID in whichever of the site's formats fits its length. */
function findFormat(site: Site, text: string) {
  const formats = [...new Set(registrationKeyOptions(site).categories.map((category) => category.idFormat))];
  const verdicts = formats.map((format) => ({ format, verdict: parseDeviceId(text, format) }));
  const right = verdicts.find(({ verdict }) => verdict.ok) ?? verdicts[0];
  if (!right) throw new Error(`${site.id} has no categories`);
  const { format, verdict } = right;
  return verdict.ok ? ({ ok: true, value: { format, deviceId: verdict.value } } as const) : verdict;
}

function anyDeviceId(site: Site, text: string): Verdict<string> {
  const found = findFormat(site, text);
  return found.ok ? { ok: true, value: found.value.deviceId } : found;
}

export const registrationKeyRoutes = [reviewKeys, issueKeys, listKeys, loadText, storeText, listActivation];
