import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { rootOf } from '../../domain/protocol/topics.ts';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { outsideId } from '../../server/kernel/ids.ts';
import type { App } from '../../server/kernel/app.ts';
import { printerModel, printerSite } from './printers.ts';

/** `lastDay` is the newest of `days` civil days on which each of them counted. */
export type ManyPrinters = { organizationId: string; count: number; counters: number; days: number; lastDay: string };

const printersPerStatement = 500;
const groupCount = 20;
const from = new Date('2020-01-01T00:00:00Z');

/** IDs that rise, as those of real ones do. */
const idOf = (what: number) => sql.raw(`('0000000${what}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`);

/**
 * Puts printers of an organization into the database that counted on each of so many days, in great numbers: days and months as the ledger
 * would have made them, in groups. What they count is made up, and the same each time.
 */
export async function giveManyPrinters(app: App, many: ManyPrinters): Promise<void> {
  const { organizationId, count } = many;
  await app.db.transaction().execute(async (tx) => {
    const numbers = sql`generate_series(1, ${count}::integer) as n`;
    const serial = sql.raw(`'C3' || lpad(n::text, 8, '0')`);
    await sql`insert into manufactured_devices (site_id, device_id, serial, model, shipped_on, created_at)
      select ${printerSite}, ${idOf(1)}, ${serial}, ${printerModel}, date '2019-12-01', ${from} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, building, remarks,
        installation, changed_at)
      select ${printerSite}, ${idOf(2)}, ${idOf(1)}, ${organizationId}::uuid, ${from}, 'registered', ${serial}, ${printerModel}, 'mfp-colour',
        '見本ビル ' || n % 30 || '号館', n % 12 || '階', '複合機 ' || n, ${from} from ${numbers}`.execute(tx);
    await sql`insert into device_groups (site_id, id, organization_id, name, name_key, changed_at)
      select ${printerSite}, ${idOf(3)}, ${organizationId}::uuid, '部署 ' || n, '部署 ' || n, ${from}
      from generate_series(1, ${groupCount}::integer) as n`.execute(tx);
    await sql`insert into device_group_members (site_id, registration_id, group_id)
      select ${printerSite}, ${idOf(2)}, (select id from device_groups g where g.organization_id = ${organizationId}::uuid
        and g.name = '部署 ' || n % ${groupCount}::integer + 1) from ${numbers} where n % 10 <> 0`.execute(tx);
  });
  for (let first = 1; first <= count; first += printersPerStatement)
    await giveDays(app, many, first, Math.min(first + printersPerStatement - 1, count));
  await giveMonths(app, many);
}

async function giveDays(
  { db }: App,
  { days, counters, lastDay }: ManyPrinters,
  first: number,
  last: number,
): Promise<void> {
  await sql`insert into counter_days (site_id, registration_id, day, device_key, usage, lasts)
    select ${printerSite}, ${idOf(2)}, ${lastDay}::date - ${days - 1}::integer + d, k.device_key,
      ${valuesOf(counters, (ordinal) => usageOn(ordinal))}, ${valuesOf(counters, (ordinal) => lastOn(ordinal))}
    from generate_series(${first}::integer, ${last}::integer) as n
    join manufactured_devices k on k.site_id = ${printerSite} and k.device_id = ${idOf(1)}
    cross join generate_series(0, ${days - 1}::integer) as d order by n, d`.execute(db);
}

const usageOn = (ordinal: number) => `(n * ${ordinal + 3} + d * 7 + ${ordinal}) % 60`;
const lastOn = (ordinal: number) => `1000000 + n * ${ordinal + 1} + d * 60`;

function valuesOf(counters: number, of: (ordinal: number) => string): RawBuilder<unknown> {
  return sql.raw(`array[${Array.from({ length: counters }, (_, ordinal) => of(ordinal)).join()}]::bigint[]`);
}

/** Sums of the days, and the last of them; month after month, as they come. */
async function giveMonths({ db }: App, { counters }: ManyPrinters): Promise<void> {
  const sums = Array.from({ length: counters }, (_, ordinal) => `sum(c.usage[${ordinal + 1}])`).join();
  const lasts = Array.from({ length: counters }, (_, ordinal) => `max(c.lasts[${ordinal + 1}])`).join();
  await sql`insert into counter_months (site_id, registration_id, month, device_key, usage, lasts)
    select c.site_id, c.registration_id, date_trunc('month', c.day)::date, c.device_key, array[${sql.raw(sums)}]::bigint[],
      array[${sql.raw(lasts)}]::bigint[]
    from counter_days c where c.site_id = ${printerSite}
    group by c.site_id, c.registration_id, date_trunc('month', c.day), c.device_key order by 3, 2`.execute(db);
}

/** A credential for each of them, with one secret; in the order of their numbers. */
export async function giveCredentials(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  count: number,
  password: string,
): Promise<DeviceCredential[]> {
  const hash = createHash('sha256').update(password).digest();
  const { rows } = await sql<{ id: string; deviceId: string }>`
    insert into device_credentials (site_id, id, device_id, secret_hash, challenge_hash, created_at)
    select ${printerSite}, ${idOf(4)}, ${idOf(1)}, ${hash}, sha256(('challenge ' || n)::bytea), ${clock.now()}
    from generate_series(1, ${count}::integer) as n returning id::text, device_id::text as "deviceId"`.execute(db);
  return rows.map(({ id, deviceId }) => {
    const device = outsideId('device', deviceId);
    const root = rootOf({ site: printerSite, device });
    return { device, username: outsideId('deviceCredential', id), password, root };
  });
}
