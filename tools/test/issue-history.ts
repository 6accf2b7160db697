import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';

export type History = {
  /** Keeps what one call makes apart from what another makes; up to 8 hex digits. */
  series: number;
  site: string;
  organizationId: string;
  userId: string;
  count: number;
  /** The first issue, and how far apart they are. */
  from: Date;
  everyMs: number;
  /** Where each device stands; two keys go to a device. */
  lines: readonly [string, string];
  /** So many hex digits after the second line, other ones for each device, which nothing can pack. */
  noiseDigits?: number;
};

const rowsPerStatement = 50_000;
const keysPerDevice = 2;

/**
 * Puts issued keys into the database as if an organization had issued them one after the other, in great numbers. They are
 * whole: each verifies on its unit.
 */
export async function giveHistory(app: App, history: History): Promise<void> {
  for (let first = 0; first < history.count; first += rowsPerStatement)
    await insertSome(app, history, first, Math.min(first + rowsPerStatement, history.count) - 1);
}

async function insertSome(app: App, history: History, first: number, last: number): Promise<void> {
  const { series, site, organizationId, userId, from, everyMs, lines, noiseDigits = 0 } = history;
  const hex = (letter: string, index: string) =>
    sql.raw(`upper(${letter} || lpad(to_hex(${series}), 7, '0') || lpad(to_hex(${index}), 8, '0'))`);
  const uuid = (what: string, index: string) => sql.raw(`md5('${what} ${series} ' || ${index})::uuid`);
  const at = sql`${from}::timestamptz + n * ${everyMs}::float8 * interval '1 millisecond'`;
  const numbers = sql`generate_series(${first}::integer, ${last}::integer) as n`;
  const devices = sql`generate_series(${first}::integer, ${last}::integer, ${keysPerDevice}::integer) as n`;
  await app.db.transaction().execute(async (tx) => {
    await sql`insert into identifiers (site_id, id, kind, value)
      select ${site}, ${uuid('device', 'n')}, 'hex16', ${hex(`'D'`, 'n')} from ${devices}`.execute(tx);
    await sql`insert into activation_keys (site_id, number, registration_id_hash, product_number, feature, purpose, category, created_at)
      select ${site}, ${hex(`'A'`, 'n')}, '\\x00', 'EX-MP04', 1, '多地点接続', 'conference-unit', ${from} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into registration_key_bindings (site_id, id, activation_key, identifier_id, product, feature, slot, key_version, issued_at)
      select ${site}, ${uuid('binding', 'n')}, ${hex(`'A'`, 'n')}, ${uuid('device', `(n - n % ${keysPerDevice})`)},
        'room-unit', 1, n % ${keysPerDevice}::integer, 1, ${at} from ${numbers}`.execute(tx);
    await sql`insert into registration_key_issues (site_id, binding_id, organization_id, user_id, issued_at, shown_again, last_shown_at)
      select ${site}, ${uuid('binding', 'n')}, ${organizationId}::uuid, ${userId}::uuid, ${at}, 0, ${at} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into installation_texts (site_id, id, organization_id, identifier_id, lines, user_id, stored_at)
      select ${site}, ${uuid('text', 'n')}, ${organizationId}::uuid, ${uuid('device', 'n')}, array[${lines[0]}, ${lines[1]} || left(noise, ${noiseDigits}::integer)], ${userId}::uuid, ${from}
      from ${devices}, lateral (
        select coalesce(string_agg(md5(n || ' ' || part), ''), '') as noise from generate_series(1, ${Math.ceil(noiseDigits / 32)}::integer) as part
      ) as noises`.execute(tx);
  });
}
