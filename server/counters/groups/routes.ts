import { z } from 'zod';
import { groupsMax } from '../../../domain/counters/group-name.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { etag } from '../../kernel/http/version.ts';
import { insideId } from '../../kernel/ids.ts';
import { changeGroup, createGroup, deleteGroups } from './change.ts';
import { findGroup, listGroups, membersOf } from './store.ts';

const base = '/api/{site}/organizations/{organization}/device-groups';
const read = 'counters:read';
const write = 'device-groups:change';
const devicesMax = 10_000;
const typedMax = 500;

const id = outsideIdSchema('deviceGroup');
const groupPath = organizationPath.extend({ group: id });
const member = z.strictObject({
  device: outsideIdSchema('device'),
  name: z.string(),
  serial: z.string(),
  model: z.string(),
  building: z.string(),
  place: z.string(),
});
const wish = z.strictObject({
  name: z.string().max(typedMax),
  devices: z
    .array(outsideIdSchema('device'))
    .max(devicesMax)
    .describe('All devices of the group; each is in one at most'),
});
const answer = z.strictObject({ id, name: z.string(), devices: z.int() });

const list = route({
  operationId: 'listDeviceGroups',
  method: 'get',
  path: base,
  summary: 'The groups of the organization by name',
  access: read,
  params: organizationPath,
  status: 200,
  response: z.strictObject({ items: z.array(answer.extend({ version: z.int() })), max: z.int() }),
  problems: [],
  handle: async ({ app, scope }) => ({ status: 200, body: { items: await listGroups(app.db, scope), max: groupsMax } }),
});

const ungrouped = route({
  operationId: 'listUngroupedDevices',
  method: 'get',
  path: `${base}/ungrouped-devices`,
  summary: 'The devices of the organization that are in no group',
  access: read,
  params: organizationPath,
  status: 200,
  response: z.strictObject({ devices: z.array(member) }),
  problems: [],
  handle: async ({ app, scope }) => ({ status: 200, body: { devices: await membersOf(app.db, scope, null) } }),
});

const show = route({
  operationId: 'getDeviceGroup',
  method: 'get',
  path: `${base}/{group}`,
  summary: 'A group with its devices',
  access: read,
  params: groupPath,
  status: 200,
  response: z.strictObject({ id, name: z.string(), devices: z.array(member) }),
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const group = await findGroup(app.db, scope, insideId(params.group));
    if (!group) return platformProblem('not-found');
    const devices = await membersOf(app.db, scope, insideId(params.group));
    return { status: 200, body: { id: params.group, name: group.name, devices }, headers: etag(String(group.version)) };
  },
});

const create = route({
  operationId: 'createDeviceGroup',
  method: 'post',
  path: base,
  summary: 'Makes a group of devices that are in none',
  access: write,
  params: organizationPath,
  body: wish,
  idempotent: true,
  status: 201,
  response: answer,
  problems: ['platform/invalid-fields', 'counters/groups-many'],
  handle: async ({ scope, body, change }) => change((tx) => createGroup(tx, scope, body)),
});

const alter = route({
  operationId: 'changeDeviceGroup',
  method: 'put',
  path: `${base}/{group}`,
  summary: 'Changes the name and the devices of a group',
  access: write,
  params: groupPath,
  body: wish,
  versioned: true,
  status: 200,
  response: answer,
  problems: ['platform/not-found', 'platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ scope, params, body, seenVersion, change }) =>
    change((tx) => changeGroup(tx, scope, insideId(params.group), seenVersion, body)),
});

const remove = route({
  operationId: 'deleteDeviceGroups',
  method: 'post',
  path: `${base}/delete`,
  summary: 'Deletes groups; their devices are in none afterwards',
  access: write,
  params: organizationPath,
  body: z.strictObject({ groups: z.array(id).min(1).max(groupsMax) }),
  status: 200,
  response: z.strictObject({ deleted: z.int() }),
  problems: [],
  handle: async ({ scope, body, change }) => change((tx) => deleteGroups(tx, scope, body.groups.map(insideId))),
});

export const groupRoutes = [ungrouped, list, show, remove, create, alter];
