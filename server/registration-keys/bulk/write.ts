import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import { newId } from '../../kernel/ids.ts';
import type { BulkRow, Decided } from './row.ts';

export type DecidedRow = BulkRow & { decided: Decided };

/** Makes the identifiers of device IDs that nobody wrote down before, in one order whoever does it. */
export async function storeIdentifiers(tx: Tx, siteId: string, rows: readonly DecidedRow[]): Promise<void> {
  const devices = new Map(rows.map((row) => [`${row.format} ${row.deviceId}`, row]));
  const fresh = [...devices.values()];
  await sql`
    insert into identifiers (site_id, id, kind, value)
    select ${siteId}, id, kind, value
    from unnest(${fresh.map(newId)}::uuid[], ${fresh.map((row) => row.format)}::text[], ${fresh.map((row) => row.deviceId)}::text[])
      as d(id, kind, value)
    order by kind, value
    on conflict (site_id, kind, value) do nothing`.execute(tx);
}

/** The identifier of a row, through its index whatever is known of the table's size. */
function identifierOf(siteId: string, row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select i.id from identifiers i where i.site_id = ${siteId} and i.kind = ${row}.kind and i.value = ${row}.value limit 1`;
}

/** Binds each activation key to its device; the IDs of the bindings go into the rows. Returns how many are new. */
export async function storeBindings(tx: Tx, scope: Scope, rows: readonly DecidedRow[]): Promise<number> {
  const fresh = rows.filter(({ decided }) => decided.issue.state === 'new');
  for (const { decided } of fresh) decided.bindingId = newId();
  if (fresh.length === 0) return 0;
  const issues = fresh.map(({ decided }) => decided.issue);
  const { numAffectedRows } = await sql`
    insert into registration_key_bindings
      (site_id, id, activation_key, identifier_id, product, feature, slot, key_version, issued_at)
    select ${scope.siteId}, f.id, f.number, i.id, f.product, f.feature, f.slot, f.version, ${scope.now}::timestamptz
    from unnest(
      ${fresh.map(({ decided }) => decided.bindingId)}::uuid[],
      ${fresh.map((row) => row.number)}::text[],
      ${fresh.map((row) => row.format)}::text[],
      ${fresh.map((row) => row.deviceId)}::text[],
      ${fresh.map(({ decided }) => decided.category.product ?? '')}::text[],
      ${issues.map((issue) => issue.feature)}::smallint[],
      ${issues.map((issue) => issue.slot)}::smallint[],
      ${issues.map((issue) => issue.version)}::smallint[]
    ) as f(id, number, kind, value, product, feature, slot, version)
    join lateral (${identifierOf(scope.siteId, sql`f`)}) i on true`.execute(tx);
  if (Number(numAffectedRows) !== fresh.length) throw new Error('not every new binding was stored');
  return fresh.length;
}

/** Writes each binding into the organization's history; one it has already counts as shown again. */
export async function storeHistory(tx: Tx, scope: Scope, importId: string, rows: readonly DecidedRow[]): Promise<void> {
  await sql`
    insert into registration_key_issues
      (site_id, binding_id, organization_id, user_id, issued_at, shown_again, last_shown_at, import_id)
    select ${scope.siteId}, id, ${scope.organizationId}::uuid, ${scope.userId}::uuid, ${scope.now}::timestamptz, 0,
      ${scope.now}::timestamptz, ${importId}::uuid
    from unnest(${rows.map(({ decided }) => decided.bindingId)}::uuid[]) as b(id)
    order by id
    on conflict (site_id, binding_id, organization_id) do update
      set shown_again = registration_key_issues.shown_again + 1, last_shown_at = excluded.last_shown_at`.execute(tx);
}

/** Writes down where the devices stand, the last row of each counting; a text that stands there already is not written again. */
export async function storeInstallations(tx: Tx, scope: Scope, rows: readonly DecidedRow[]): Promise<void> {
  const written = rows.filter(({ lines }) => lines.some((line) => line !== ''));
  const devices = [...new Map(written.map((row) => [`${row.format} ${row.deviceId}`, row])).values()];
  if (devices.length === 0) return;
  await sql`
    insert into installation_texts (site_id, id, organization_id, identifier_id, lines, user_id, stored_at)
    select ${scope.siteId}, d.id, ${scope.organizationId}::uuid, i.id, array[d.line1, d.line2], ${scope.userId}::uuid,
      ${scope.now}::timestamptz
    from unnest(
      ${devices.map(newId)}::uuid[],
      ${devices.map((row) => row.format)}::text[],
      ${devices.map((row) => row.deviceId)}::text[],
      ${devices.map((row) => row.lines[0])}::text[],
      ${devices.map((row) => row.lines[1])}::text[]
    ) as d(id, kind, value, line1, line2)
    join lateral (${identifierOf(scope.siteId, sql`d`)}) i on true
    left join lateral (
      select t.lines from installation_texts t
      where t.site_id = ${scope.siteId} and t.organization_id = ${scope.organizationId}::uuid and t.identifier_id = i.id
      order by t.stored_at desc, t.id desc limit 1
    ) newest on true
    where newest.lines is distinct from array[d.line1, d.line2]`.execute(tx);
}
