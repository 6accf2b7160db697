import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route, type Outcome } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { etag, versionOf } from '../../kernel/http/version.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { findGroup, findOwn, holdGroups } from './store.ts';

const path = '/api/{site}/organizations/{organization}/devices/{device}/group';
const params = organizationPath.extend({ device: outsideIdSchema('device') });
const group = outsideIdSchema('deviceGroup').nullable().describe('Null: in none');
const answer = z.strictObject({ group });

const outside = (groupId: string | null) => (groupId === null ? null : outsideId('deviceGroup', groupId));

const show = route({
  operationId: 'getGroupOfDevice',
  method: 'get',
  path,
  summary: 'The group in which one of the organization’s own devices is',
  access: 'counters:read',
  params,
  status: 200,
  response: answer,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params: { device } }) => {
    const own = (await findOwn(app.db, scope, [insideId(device)])).get(insideId(device));
    if (!own) return platformProblem('not-found');
    return { status: 200, body: { group: outside(own.groupId) }, headers: etag(versionOf(own.groupId)) };
  },
});

const choose = route({
  operationId: 'chooseGroupOfDevice',
  method: 'put',
  path,
  summary: 'Puts one of the organization’s own devices into a group, or takes it out of the one in which it is',
  access: 'device-groups:change',
  params,
  body: answer,
  versioned: true,
  status: 200,
  response: answer,
  problems: ['platform/not-found', 'platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ scope, params: { device }, body, seenVersion, change }) =>
    change((tx) => putIntoGroup(tx, scope, insideId(device), seenVersion, body.group && insideId(body.group))),
});

/** As the groups' own pages do, one after the other; whoever saw another group than the present one is told (C-03). */
async function putIntoGroup(
  tx: Tx,
  scope: Scope,
  deviceId: string,
  seenVersion: string,
  groupId: string | null,
): Promise<Outcome<z.infer<typeof answer>>> {
  await holdGroups(tx, scope);
  const own = (await findOwn(tx, scope, [deviceId])).get(deviceId);
  if (!own) return { reply: platformProblem('not-found') };
  if (versionOf(own.groupId) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  if (groupId !== null && !(await findGroup(tx, scope, groupId)))
    return {
      reply: platformProblem('invalid-fields', { errors: [{ pointer: '/group', code: 'counters/group-unknown' }] }),
    };
  const reply = { status: 200 as const, body: { group: outside(groupId) }, headers: etag(versionOf(groupId)) };
  if (groupId === own.groupId) return { reply };
  await sql`
    delete from device_group_members where site_id = ${scope.siteId} and registration_id = ${own.registrationId}`.execute(
    tx,
  );
  if (groupId !== null)
    await sql`
      insert into device_group_members (site_id, registration_id, group_id)
      values (${scope.siteId}, ${own.registrationId}, ${groupId})`.execute(tx);
  const touched = [own.groupId, groupId].filter((one) => one !== null);
  // Who edits one of the groups meanwhile sees other devices in it than are there now.
  await sql`
    update device_groups set version = version + 1, changed_at = ${scope.now}, changed_by = ${scope.userId}
    where site_id = ${scope.siteId} and id = any(${touched}::uuid[])`.execute(tx);
  const data = { device: outsideId('device', deviceId), from: outside(own.groupId), to: outside(groupId) };
  return { reply, events: [{ what: 'device-groups.device-moved', subject: `device/${deviceId}`, data }] };
}

export const groupOfDeviceRoutes = [show, choose];
