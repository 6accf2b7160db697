import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import type { JournalLine } from '../kernel/journal.ts';
import { nothingReplayed, type Replay, type Replayed } from '../kernel/replay.ts';

const kind = 'registration-keys.bound';

/** A binding with all that it stands on, as the journal has it. */
export type Bound = {
  id: string;
  number: string;
  idHash: string;
  productNumber: string;
  purpose: string;
  category: string;
  keyFeature: number;
  idKind: string;
  deviceId: string;
  product: string;
  feature: number;
  slot: number;
  keyVersion: number;
  issuedAt: string;
  movedFrom: string | null;
};

/** Writes bindings that this change makes and that it knows all of, as `journalBindings` would read them. */
export function journalBound(app: App, siteId: string, bound: readonly Bound[]): Promise<void> {
  const at = app.clock.now().toISOString();
  return app.journal.write(bound.map((body) => ({ kind, site: siteId, at, body })));
}

/** Writes bindings that this transaction made into the journal (K-04: for ever, also after a backup was restored). */
export async function journalBindings(app: App, tx: Tx, siteId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<Bound>`
    select b.id, a.number, encode(a.registration_id_hash, 'hex') as "idHash", a.product_number as "productNumber", a.purpose, a.category,
      a.feature as "keyFeature", i.kind as "idKind", i.value as "deviceId", b.product, b.feature, b.slot, b.key_version as "keyVersion",
      b.issued_at as "issuedAt", b.moved_from as "movedFrom"
    from unnest(${[...ids]}::uuid[]) as n(id)
    join registration_key_bindings b on b.site_id = ${siteId} and b.id = n.id
    join activation_keys a on a.site_id = b.site_id and a.number = b.activation_key
    join identifiers i on i.site_id = b.site_id and i.id = b.identifier_id`.execute(tx);
  if (rows.length !== ids.length) throw new Error('not every binding could be written into the journal');
  await journalBound(app, siteId, rows);
}

/** Bindings given after the backup are made again, each with its activation key and its device. */
export const bindingReplay: Replay = {
  kind,
  async replay(tx, lines) {
    const counted: Replayed = { ...nothingReplayed };
    for (const { site, body } of committedLines(lines)) {
      const was = await rebind(tx, site, body as Bound);
      counted[was ? 'restored' : 'known'] += 1;
    }
    counted.known += lines.length - (counted.known + counted.restored);
    return counted;
  },
};

/**
 * Of lines that cannot both be true the later one is: a key binds once but for moves, and a slot of a device is given once. The earlier is of
 * a change that was never committed.
 */
function committedLines(lines: readonly JournalLine[]): JournalLine[] {
  const last = new Map<string, JournalLine>();
  const subjects = ({ site, body }: JournalLine) => {
    const { number, deviceId, idKind, product, feature, slot, movedFrom } = body as Bound;
    const place = `slot ${site} ${idKind} ${deviceId} ${product} ${feature} ${slot}`;
    return movedFrom === null ? [place, `key ${site} ${number}`] : [place, `move ${site} ${movedFrom}`];
  };
  for (const line of lines) for (const subject of subjects(line)) last.set(subject, line);
  return lines.filter((line) => subjects(line).every((subject) => last.get(subject) === line));
}

/** False where the backup has it, or has something that excludes it. */
async function rebind(tx: Tx, siteId: string, bound: Bound): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from registration_key_bindings
    where site_id = ${siteId} and (id = ${bound.id}::uuid or (activation_key = ${bound.number} and moved_at is null))`.execute(
    tx,
  );
  const inForce = rows.map(({ id }) => id);
  if (inForce.some((id) => id !== bound.movedFrom)) return false;
  await sql`
    insert into activation_keys (site_id, number, registration_id_hash, product_number, feature, purpose, category, created_at)
    values (${siteId}, ${bound.number}, decode(${bound.idHash}, 'hex'), ${bound.productNumber}, ${bound.keyFeature}::smallint, ${bound.purpose},
      ${bound.category}, ${bound.issuedAt}::timestamptz)
    on conflict (site_id, number) do update set registration_id_hash = excluded.registration_id_hash`.execute(tx);
  await sql`
    insert into identifiers (site_id, id, kind, value) values (${siteId}, ${newId()}::uuid, ${bound.idKind}, ${bound.deviceId})
    on conflict (site_id, kind, value) do nothing`.execute(tx);
  if (bound.movedFrom !== null)
    await sql`update registration_key_bindings set moved_at = ${bound.issuedAt}::timestamptz
      where site_id = ${siteId} and id = ${bound.movedFrom}::uuid`.execute(tx);
  const from = bound.movedFrom !== null && inForce.includes(bound.movedFrom) ? bound.movedFrom : null;
  await sql`
    insert into registration_key_bindings
      (site_id, id, activation_key, identifier_id, product, feature, slot, key_version, issued_at, moved_from)
    select ${siteId}, ${bound.id}::uuid, ${bound.number}, i.id, ${bound.product}, ${bound.feature}::smallint, ${bound.slot}::smallint,
      ${bound.keyVersion}::smallint, ${bound.issuedAt}::timestamptz, ${from}::uuid
    from identifiers i where i.site_id = ${siteId} and i.kind = ${bound.idKind} and i.value = ${bound.deviceId}`.execute(
    tx,
  );
  return true;
}

/** The journal is lost: a key that is unused here may have been used since, so it binds nothing until it is released. How many. */
export async function holdUnused(tx: Tx, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update activation_keys a set held_at = ${now}::timestamptz
    where a.voided_at is null and not exists (
      select 1 from registration_key_bindings b where b.site_id = a.site_id and b.activation_key = a.number)`.execute(
    tx,
  );
  return Number(numAffectedRows);
}

/** Lets keys bind again, all of a site or these numbers; how many. */
export async function releaseKeys(tx: Tx, siteId: string, numbers: readonly string[] | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update activation_keys set held_at = null
    where site_id = ${siteId} and held_at is not null and (${numbers === null} or number = any(${[...(numbers ?? [])]}::text[]))`.execute(
    tx,
  );
  return Number(numAffectedRows);
}

export async function countHeld(tx: Tx, siteId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from activation_keys where site_id = ${siteId} and held_at is not null`.execute(tx);
  return rows[0]?.count ?? 0;
}
