import type { EventKind } from '../../../domain/events/kinds.ts';
import { sql } from 'kysely';
import { checkGroupName, groupNameKey, groupsMax } from '../../../domain/counters/group-name.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { etag } from '../../kernel/http/version.ts';
import { insideId, newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { counterProblem } from '../problems.ts';
import { findGroup, findOwn, holdGroups, listGroups, replaceMembers } from './store.ts';

export type GroupWish = { name: string; devices: string[] };
type Answer = { id: string; name: string; devices: number };

/** Makes a group of devices that are in none (C-09). */
export async function createGroup(tx: Tx, scope: Scope, wish: GroupWish): Promise<Outcome<Answer>> {
  await holdGroups(tx, scope);
  const groups = await listGroups(tx, scope);
  if (groups.length >= groupsMax) return { reply: counterProblem('groups-many', { params: { max: groupsMax } }) };
  const id = newId();
  const read = await readWish(tx, scope, wish, id);
  if ('problem' in read) return { reply: read };
  await sql`
    insert into device_groups (site_id, id, organization_id, name, name_key, changed_at, changed_by)
    values (${scope.siteId}, ${id}, ${scope.organizationId}, ${read.name}, ${groupNameKey(read.name)}, ${scope.now}, ${scope.userId})`.execute(
    tx,
  );
  await replaceMembers(tx, scope, id, read.registrations);
  const body = { id: outsideId('deviceGroup', id), name: read.name, devices: read.registrations.length };
  return {
    reply: { status: 201, body, headers: etag('1') },
    events: [eventOf('device-groups.created', id, body.devices)],
  };
}

/** Changes name and devices of a group; whoever saw another version than the present one is told and loses nothing. */
export async function changeGroup(
  tx: Tx,
  scope: Scope,
  groupId: string,
  seenVersion: string,
  wish: GroupWish,
): Promise<Outcome<Answer>> {
  await holdGroups(tx, scope);
  const group = await findGroup(tx, scope, groupId);
  if (!group) return { reply: platformProblem('not-found') };
  if (String(group.version) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const read = await readWish(tx, scope, wish, groupId);
  if ('problem' in read) return { reply: read };
  await sql`
    update device_groups set name = ${read.name}, name_key = ${groupNameKey(read.name)}, version = version + 1,
      changed_at = ${scope.now}, changed_by = ${scope.userId}
    where site_id = ${scope.siteId} and id = ${groupId}`.execute(tx);
  await replaceMembers(tx, scope, groupId, read.registrations);
  const body = { id: outsideId('deviceGroup', groupId), name: read.name, devices: read.registrations.length };
  return {
    reply: { status: 200, body, headers: etag(String(group.version + 1)) },
    events: [eventOf('device-groups.changed', groupId, body.devices)],
  };
}

/** Deletes groups; their devices are in none afterwards. One that is gone already is no fault. */
export async function deleteGroups(
  tx: Tx,
  scope: Scope,
  groupIds: readonly string[],
): Promise<Outcome<{ deleted: number }>> {
  await holdGroups(tx, scope);
  const { rows } = await sql<{ id: string }>`
    delete from device_groups where site_id = ${scope.siteId} and organization_id = ${scope.organizationId}
      and id = any(${[...groupIds]}::uuid[]) returning id`.execute(tx);
  return {
    reply: { status: 200, body: { deleted: rows.length } },
    events: rows.map(({ id }) => eventOf('device-groups.deleted', id, 0)),
  };
}

function eventOf(what: EventKind, id: string, devices: number) {
  return { what, subject: `device-group/${id}`, data: { group: outsideId('deviceGroup', id), devices } };
}

/** The name and the devices of a wish, or everything that is wrong with it, each at its field. */
async function readWish(
  tx: Tx,
  scope: Scope,
  { name: typed, devices }: GroupWish,
  groupId: string,
): Promise<{ name: string; registrations: string[] } | Problem> {
  const errors: FieldFault[] = [];
  const name = checkGroupName(typed);
  if (!name.ok)
    errors.push({ pointer: '/name', code: `counters/${name.code}`, ...(name.params && { params: name.params }) });
  else if (await isTaken(tx, scope, groupNameKey(name.value), groupId))
    errors.push({ pointer: '/name', code: 'counters/name-taken' });
  const ids = [...new Set(devices.map(insideId))];
  const own = await findOwn(tx, scope, ids);
  if (ids.some((id) => !own.has(id))) errors.push({ pointer: '/devices', code: 'counters/device-unknown' });
  if ([...own.values()].some((one) => one.groupId !== null && one.groupId !== groupId))
    errors.push({ pointer: '/devices', code: 'counters/grouped-already' });
  if (errors.length > 0 || !name.ok) return platformProblem('invalid-fields', { errors });
  return { name: name.value, registrations: [...own.values()].map(({ registrationId }) => registrationId) };
}

async function isTaken(tx: Tx, { siteId, organizationId }: Scope, key: string, groupId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from device_groups where site_id = ${siteId} and organization_id = ${organizationId}
      and name_key = ${key} and id <> ${groupId}`.execute(tx);
  return rows.length > 0;
}
