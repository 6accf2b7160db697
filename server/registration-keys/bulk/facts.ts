import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';

export type KeyFact = {
  number: string;
  registrationIdHash: Buffer;
  productNumber: string;
  purpose: string;
  category: string;
  /** Held back since a restore. */
  held: boolean;
  binding: {
    id: string;
    deviceId: string;
    feature: number;
    slot: number;
    version: number;
    firstIssuedAt: Date;
    own: boolean;
  } | null;
};

type Row = {
  number: string;
  hash: Buffer;
  product_number: string;
  purpose: string;
  category: string;
  held: boolean;
  binding_id: string | null;
  device_id: string;
  feature: number;
  slot: number;
  key_version: number;
  issued_at: Date;
  own: boolean;
};

/** Holds on to these activation keys, in the order of their numbers as everybody does: nobody else binds them until the end. */
export async function lockActivationKeys(tx: Tx, siteId: string, numbers: readonly string[]): Promise<void> {
  await sql`
    select count(*) from (
      select number from activation_keys where site_id = ${siteId} and number = any(${[...numbers]}::text[])
      order by number for update) held`.execute(tx);
}

/**
 * What is stored of these activation keys, each with its binding in force and whether the caller's organization has it. Looked
 * up one by one through their indexes: after many new rows nobody knows yet how many there are, and a join would be planned for few.
 */
export async function findKeyFacts(tx: Tx, scope: Scope, numbers: readonly string[]): Promise<Map<string, KeyFact>> {
  const { rows } = await sql<Row>`
    select a.number, a.registration_id_hash as hash, a.product_number, a.purpose, a.category, a.held_at is not null as held,
      b.id as binding_id, i.value as device_id, b.feature, b.slot, b.key_version, b.issued_at, r.binding_id is not null as own
    from unnest(${[...numbers]}::text[]) as n(number)
    join lateral (
      select * from activation_keys a where a.site_id = ${scope.siteId} and a.number = n.number limit 1) a on true
    left join lateral (
      select * from registration_key_bindings b
      where b.site_id = a.site_id and b.activation_key = a.number and b.moved_at is null limit 1) b on true
    left join lateral (
      select i.value from identifiers i where i.site_id = b.site_id and i.id = b.identifier_id limit 1) i on true
    left join lateral (
      select r.binding_id from registration_key_issues r
      where r.site_id = b.site_id and r.binding_id = b.id and r.organization_id = ${scope.organizationId}::uuid limit 1) r on true`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.number, factOf(row)]));
}

function factOf(row: Row): KeyFact {
  const { number, hash, product_number: productNumber, purpose, category, held, feature, slot, own } = row;
  const binding =
    row.binding_id === null
      ? null
      : {
          id: row.binding_id,
          deviceId: row.device_id,
          feature,
          slot,
          version: row.key_version,
          firstIssuedAt: row.issued_at,
          own,
        };
  return { number, registrationIdHash: hash, productNumber, purpose, category, held, binding };
}

/** How many keys of each feature these devices have got so far, by product, kind of ID and ID as `deviceOf` joins them. */
export async function findKeysBefore(
  tx: Tx,
  siteId: string,
  devices: readonly { format: string; deviceId: string }[],
): Promise<Map<string, Map<number, number>>> {
  const { rows } = await sql<{ product: string; kind: string; value: string; feature: number; count: number }>`
    select b.product, d.kind, d.value, b.feature, b.count
    from unnest(${devices.map((one) => one.format)}::text[], ${devices.map((one) => one.deviceId)}::text[]) as d(kind, value)
    join lateral (
      select i.id from identifiers i where i.site_id = ${siteId} and i.kind = d.kind and i.value = d.value limit 1) i on true
    join lateral (
      select b.product, b.feature, max(b.slot)::int + 1 as count from registration_key_bindings b
      where b.site_id = ${siteId} and b.identifier_id = i.id group by b.product, b.feature) b on true`.execute(tx);
  const found = new Map<string, Map<number, number>>();
  for (const { product, kind, value, feature, count } of rows) {
    const device = `${product} ${kind} ${value}`;
    found.set(device, (found.get(device) ?? new Map<number, number>()).set(feature, count));
  }
  return found;
}
