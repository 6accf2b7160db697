import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';

export type ManyDevices = { site: string; organizationId: string; count: number; from: Date; everyMs: number };

const rowsPerStatement = 50_000;
const unit = { letters: 'QA', model: 'SB1500-R', type: 'ups', warrantyMonths: 36 } as const;

/** The serial number of one of them; up to ten million. */
export function serialOfMany(index: number): string {
  return unit.letters + String(index).padStart(7, '0');
}

/**
 * Puts registered devices into the database as if an organization had registered one after the other, in great numbers: of some hundred
 * companies, bought over three years, one in fifty of them out of use. Their codes are made up.
 */
export async function giveManyDevices(app: App, many: ManyDevices): Promise<void> {
  for (let first = 0; first < many.count; first += rowsPerStatement)
    await insertSome(app, many, first, Math.min(first + rowsPerStatement, many.count) - 1);
}

async function insertSome(app: App, many: ManyDevices, first: number, last: number): Promise<void> {
  const { site, organizationId, from, everyMs } = many;
  const uuid = (what: string) => sql.raw(`md5('${what} ' || n)::uuid`);
  const serial = sql`${unit.letters}::text || lpad(n::text, 7, '0')`;
  const at = sql`${from}::timestamptz + n * ${everyMs}::float8 * interval '1 millisecond'`;
  const bought = sql`(${from}::timestamptz - (n % 1095 * 719 % 1095) * interval '1 day')::date`;
  const numbers = sql`generate_series(${first}::integer, ${last}::integer) as n`;
  await app.db.transaction().execute(async (tx) => {
    await sql`insert into manufactured_devices (site_id, device_id, serial, model, shipped_on, created_at)
      select ${site}, ${uuid('device')}, ${serial}, ${unit.model}, date '2020-01-01', ${from} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, purchased_on,
        warranty_until, ended_on, postal_code, prefecture, city, street, building, company, name, kana, department, remarks, listed, changed_at)
      select ${site}, ${uuid('registration')}, ${uuid('device')}, ${organizationId}::uuid, ${at}, 'registered', ${serial}, ${unit.model},
        ${unit.type}, ${bought}, (${bought} + ${`${unit.warrantyMonths} months`}::interval - interval '1 day')::date,
        case when n % 50 = 0 then ${from}::date end, '1000001', '東京都', '千代田区', '見本町1-2-3', '見本ビル ' || n % 30 || '階',
        '見本工業' || n % 400 || '株式会社', '見本 花子', 'ミホン ハナコ', '設備課', 'サーバー室 ' || n || '号機',
        jsonb_build_object('code', lpad((n * 31 % 1024)::text, 4, '0')), ${at} from ${numbers}`.execute(tx);
  });
}
