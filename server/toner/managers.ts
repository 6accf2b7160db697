import { sql } from 'kysely';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag, versionOf } from '../kernel/http/version.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { suppliesAt } from './supplies.ts';

export const candidatesMax = 500;

export type Person = { user: string; name: string; mail: string };

/** Whom the organization may choose: its people whose address is proved. */
export async function candidatesOf(db: Database | Tx, { siteId, organizationId }: Scope): Promise<Person[]> {
  const { rows } = await sql<{ id: string; name: string; mail: string }>`
    select user_id as id, name, mail from v_proved_addresses
    where site_id = ${siteId} and organization_id = ${organizationId}::uuid
    order by natural_order(name) collate "C", user_id limit ${candidatesMax}`.execute(db);
  return rows.map(({ id, name, mail }) => ({ user: outsideId('user', id), name, mail }));
}

/** How many of the organization's own devices with supplies have nobody who is told (C-11). */
export async function countUnmanaged(
  db: Database | Tx,
  site: Site,
  { siteId, organizationId }: Scope,
): Promise<number> {
  const models = [...new Set(suppliesAt(site).map(({ model }) => model))];
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from v_registered_devices v
    where v.site_id = ${siteId} and v.organization_id = ${organizationId}::uuid and v.until_at is null and v.ended_on is null
      and v.model = any(${models}) and not exists (select from v_toner_managers m
        where m.site_id = v.site_id and m.registration_id = v.registration_id)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Another one as soon as somebody else is the manager, or nobody any more. */
export function versionOfManager(userId: string | null): string {
  return versionOf({ userId });
}

type Own = { registrationId: string; userId: string | null };

/** The organization's own device and who is its manager; held until the end, so that two who choose go one after the other. */
async function holdOwn(tx: Tx, { siteId, organizationId }: Scope, deviceId: string): Promise<Own | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`toner manager ${siteId} ${deviceId}`}, 0))`.execute(tx);
  const { rows } = await sql<Own>`
    select v.registration_id as "registrationId", m.user_id as "userId" from v_registered_devices v
    left join v_toner_managers m on m.site_id = v.site_id and m.registration_id = v.registration_id
    where v.site_id = ${siteId} and v.organization_id = ${organizationId}::uuid and v.device_id = ${deviceId}::uuid
      and v.until_at is null`.execute(tx);
  return rows[0] ?? null;
}

/** Makes somebody of the organization the toner manager of one of its devices, or nobody (C-03). */
export async function chooseManager(
  tx: Tx,
  scope: Scope,
  deviceId: string,
  seenVersion: string,
  wished: string | null,
): Promise<Outcome<Person | null>> {
  const own = await holdOwn(tx, scope, deviceId);
  if (!own) return { reply: platformProblem('not-found') };
  if (versionOfManager(own.userId) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const userId = wished && insideId(wished);
  const person = wished ? (await candidatesOf(tx, scope)).find(({ user }) => user === wished) : null;
  if (person === undefined) {
    const errors = [{ pointer: '/user', code: 'toner/manager-unknown' }];
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const reply = { status: 200 as const, body: person, headers: etag(versionOfManager(userId)) };
  if (userId === own.userId) return { reply };
  await write(tx, scope, own.registrationId, userId);
  const data = {
    device: deviceId,
    organization: scope.organizationId,
    registration: own.registrationId,
    manager: userId,
    // Of what became low while nobody was there to be told, the first manager is told.
    supplies: userId !== null && own.userId === null ? await findLow(tx, scope, own.registrationId) : [],
  };
  return { reply, events: [{ what: 'toner.manager-chosen', subject: `device/${deviceId}`, data }] };
}

async function findLow(tx: Tx, { siteId }: Scope, registrationId: string): Promise<string[]> {
  const { rows } = await sql<{ supply: string }>`
    select supply from v_toner_low where site_id = ${siteId} and registration_id = ${registrationId} order by supply`.execute(
    tx,
  );
  return rows.map(({ supply }) => supply);
}

async function write(tx: Tx, scope: Scope, registrationId: string, userId: string | null): Promise<void> {
  if (userId === null) {
    await sql`delete from toner_managers where site_id = ${scope.siteId} and registration_id = ${registrationId}`.execute(
      tx,
    );
    return;
  }
  await sql`
    insert into toner_managers (site_id, registration_id, user_id, chosen_by, chosen_at)
    values (${scope.siteId}, ${registrationId}, ${userId}, ${scope.userId}, ${scope.now})
    on conflict (site_id, registration_id) do update set user_id = excluded.user_id, chosen_by = excluded.chosen_by,
      chosen_at = excluded.chosen_at`.execute(tx);
}
