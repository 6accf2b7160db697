import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';

export type Group = { id: string; name: string; devices: number; version: number };
export type Member = { device: string; name: string; serial: string; model: string; building: string; place: string };

const live = sql`
  from v_registered_devices v
  join v_device_places p on p.site_id = v.site_id and p.registration_id = v.registration_id
  left join device_group_members m on m.site_id = v.site_id and m.registration_id = v.registration_id`;

/** The organization's own groups by name, with how many of its devices each has. */
export async function listGroups(db: Database | Tx, { siteId, organizationId }: Scope): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select g.id, g.name, g.version, (select count(*) ${live} where v.until_at is null and m.site_id = g.site_id and m.group_id = g.id) as devices
    from device_groups g where g.site_id = ${siteId} and g.organization_id = ${organizationId}
    order by natural_order(g.name) collate "C", g.id`.execute(db);
  return rows.map(({ id, ...group }) => ({ id: outsideId('deviceGroup', id), ...group }));
}

/** The devices of a group, or those of the organization that are in none. */
export async function membersOf(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
  groupId: string | null,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select v.device_id as device, coalesce(nullif(p.installation, ''), v.serial) as name, v.serial, v.model, p.building, p.remarks as place
    ${live} where v.site_id = ${siteId} and v.organization_id = ${organizationId} and v.until_at is null
      and m.group_id is not distinct from ${groupId}::uuid
    order by natural_order(coalesce(nullif(p.installation, ''), v.serial)) collate "C", v.device_id`.execute(db);
  return rows.map(({ device, ...member }) => ({ device: outsideId('device', device), ...member }));
}

/** Whoever changes groups of an organization waits for the one before: names, the number of groups and members are one whole. */
export async function holdGroups(tx: Tx, { siteId, organizationId }: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`device groups ${siteId} ${organizationId}`}, 0))`.execute(
    tx,
  );
}

export async function findGroup(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
  groupId: string,
): Promise<{ name: string; version: number } | null> {
  const { rows } = await sql<{ name: string; version: number }>`
    select name, version from device_groups
    where site_id = ${siteId} and organization_id = ${organizationId} and id = ${groupId}`.execute(db);
  return rows[0] ?? null;
}

/** The organization's devices among these, in force now, with the group each is in. */
export async function findOwn(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
  deviceIds: readonly string[],
): Promise<Map<string, { registrationId: string; groupId: string | null }>> {
  const { rows } = await sql<{ deviceId: string; registrationId: string; groupId: string | null }>`
    select v.device_id as "deviceId", v.registration_id as "registrationId", m.group_id as "groupId" ${live}
    where v.site_id = ${siteId} and v.organization_id = ${organizationId} and v.until_at is null
      and v.device_id = any(${[...deviceIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ deviceId, ...own }) => [deviceId, own]));
}

export async function replaceMembers(
  tx: Tx,
  { siteId }: Scope,
  groupId: string,
  registrationIds: readonly string[],
): Promise<void> {
  await sql`
    delete from device_group_members where site_id = ${siteId} and group_id = ${groupId}
      and registration_id <> all(${[...registrationIds]}::uuid[])`.execute(tx);
  await sql`
    insert into device_group_members (site_id, registration_id, group_id)
    select ${siteId}, r, ${groupId} from unnest(${[...registrationIds]}::uuid[]) as i(r)
    on conflict (site_id, registration_id) do nothing`.execute(tx);
}
