import { createHash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { keyedHash } from '../../kernel/seal.ts';

/** So many credentials of a device live at once: the one in use, and the one that follows it. */
export const liveMax = 2;
const livePerPage = 1_000;
export const withdrawnChannel = 'engawa_credentials_withdrawn';

export type Credential = { id: string; secret: string };

/** Computed, so that a broker that lost its list can be told again, and kept nowhere; 32 bytes that nobody can guess without the key. */
function secretOf(proofs: KeyObject, siteId: string, id: string): string {
  return keyedHash(proofs, 'device credential', siteId, id).toString('base64url');
}

/** 32 bytes like these need no slow hash. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether a challenge has been answered before. */
export async function isAnswered(tx: Tx, siteId: string, challengeHash: Buffer): Promise<boolean> {
  const found = await tx
    .selectFrom('device_credentials')
    .select('id')
    .where('site_id', '=', siteId)
    .where('challenge_hash', '=', challengeHash)
    .executeTakeFirst();
  return found !== undefined;
}

/** Makes a credential; of those before it only the newest stays. Its secret is shown this once. */
export async function makeCredential(
  tx: Tx,
  proofs: KeyObject,
  of: { siteId: string; deviceId: string; challengeHash: Buffer; now: Date },
): Promise<Credential> {
  const id = newId();
  const secret = secretOf(proofs, of.siteId, id);
  // The newest by ID: those of one millisecond have an order, too.
  const before = await sql<{ id: string }>`
    select id from device_credentials
    where site_id = ${of.siteId} and device_id = ${of.deviceId} and withdrawn_at is null
    order by id desc for update`.execute(tx);
  await withdraw(
    tx,
    of.siteId,
    before.rows.slice(liveMax - 1).map((one) => one.id),
    of.now,
  );
  await tx
    .insertInto('device_credentials')
    .values({
      site_id: of.siteId,
      id,
      device_id: of.deviceId,
      secret_hash: hashSecret(secret),
      challenge_hash: of.challengeHash,
      created_at: of.now,
    })
    .execute();
  return { id, secret };
}

/** Ends every credential of a device; how many there were. */
export async function withdrawAll(tx: Tx, siteId: string, deviceId: string, now: Date): Promise<number> {
  const live = await tx
    .selectFrom('device_credentials')
    .select('id')
    .where('site_id', '=', siteId)
    .where('device_id', '=', deviceId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return withdraw(
    tx,
    siteId,
    live.map(({ id }) => id),
    now,
  );
}

async function withdraw(tx: Tx, siteId: string, ids: readonly string[], now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql`
    with gone as (
      update device_credentials set withdrawn_at = ${now}
      where site_id = ${siteId} and id = any(${[...ids]}::uuid[]) and withdrawn_at is null returning id
    ) select pg_notify(${withdrawnChannel}, id::text) from gone`.execute(tx);
  return rows.length;
}

export type Holder = { siteId: string; deviceId: string; deviceKey: number; model: string };

/** Whose a live credential is, when the secret is right. A device that was exchanged or withdrawn has none. */
export async function findHolder(db: Database, id: string, secret: string): Promise<Holder | null> {
  const { rows } = await sql<Holder & { secretHash: Buffer }>`
    select c.site_id as "siteId", c.device_id as "deviceId", d.device_key as "deviceKey", d.model, c.secret_hash as "secretHash"
    from device_credentials c
    join v_manufactured_devices d on d.site_id = c.site_id and d.device_id = c.device_id
    where c.id = ${id} and c.withdrawn_at is null and d.locked_at is null`.execute(db);
  const [found] = rows;
  if (!found || !timingSafeEqual(found.secretHash, hashSecret(secret))) return null;
  const { secretHash: _, ...holder } = found;
  return holder;
}

/**
 * Notes that a device which was exchanged proved itself all the same, by a credential, whether or not that was withdrawn (P-32); once a minute
 * is enough.
 */
export async function noteLockedHolder(db: Database, id: string, secret: string, now: Date): Promise<void> {
  const { rows } = await sql<{ deviceKey: number; secretHash: Buffer }>`
    select d.device_key as "deviceKey", c.secret_hash as "secretHash"
    from device_credentials c
    join v_manufactured_devices d on d.site_id = c.site_id and d.device_id = c.device_id
    where c.id = ${id} and d.locked_at is not null`.execute(db);
  const [found] = rows;
  if (found && timingSafeEqual(found.secretHash, hashSecret(secret))) await noteLockedCall(db, found.deviceKey, now);
}

export async function noteLockedCall(db: Database | Tx, deviceKey: number, now: Date): Promise<void> {
  await sql`
    insert into locked_device_calls as c (device_key, first_at, last_at) values (${deviceKey}, ${now}, ${now})
    on conflict (device_key) do update set last_at = excluded.last_at
      where c.last_at < excluded.last_at - interval '1 minute'`.execute(db);
}

/** Which of these no longer hold: withdrawn, or their device was exchanged. */
export async function findEnded(db: Database, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id::text from unnest(${[...ids]}::uuid[]) as i(id) where not exists (
      select 1 from device_credentials c
      join v_manufactured_devices d on d.site_id = c.site_id and d.device_id = c.device_id
      where c.id = i.id and c.withdrawn_at is null and d.locked_at is null)`.execute(db);
  return rows.map(({ id }) => id);
}

export type LiveCredential = { id: string; siteId: string; deviceId: string; secret: string | null };

/** Every credential that holds, a thousand at a time; the secret is null where it was drawn by lot, as those of earlier versions were. */
export async function* findLive({ db, keys }: Pick<App, 'db' | 'keys'>): AsyncGenerator<LiveCredential[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<Omit<LiveCredential, 'secret'> & { secretHash: Buffer }>`
      select c.id::text, c.site_id as "siteId", c.device_id::text as "deviceId", c.secret_hash as "secretHash"
      from device_credentials c
      join v_manufactured_devices d on d.site_id = c.site_id and d.device_id = c.device_id
      where c.id > ${after} and c.withdrawn_at is null and d.locked_at is null
      order by c.id limit ${livePerPage}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ secretHash, ...one }) => {
      const secret = secretOf(keys.proofs, one.siteId, one.id);
      return { ...one, secret: hashSecret(secret).equals(secretHash) ? secret : null };
    });
    after = last.id;
  }
}
