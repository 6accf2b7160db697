import { sql } from 'kysely';
import { registrationFields, type RegistrationValues } from '../../../../domain/devices/fields.ts';
import { warrantyUntil } from '../../../../domain/devices/warranty.ts';
import type { CheckedRow } from '../../../imports/importer.ts';
import { reachable } from '../../../kernel/access.ts';
import type { App, Site } from '../../../kernel/app.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Scope } from '../../../kernel/session.ts';
import { judgeWishes } from '../judge.ts';
import type { Contributions } from '../../contribution.ts';
import type { RegistrationRow } from './row.ts';

type Checked = CheckedRow<RegistrationRow>;
type Sound = { row: Checked; value: RegistrationRow };

/**
 * Judges every row by the rule of one registration (U-03), on facts read at once for all. A device that is the organization's already, with
 * the same data, is none to register and no fault: a file sent again, or with more rows, does what is new.
 */
export async function checkRegistrations(
  around: { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions },
  rows: readonly Checked[],
  lock: boolean,
): Promise<void> {
  const { tx, scope } = around;
  const sound = firstOfEach(rows);
  const wishes = sound.map(({ value }) => value.wish);
  const verdicts = await judgeWishes(around, scope.organizationId, wishes, lock);
  const own: Sound[] = [];
  for (const [at, { row, value }] of sound.entries()) {
    const verdict = verdicts[at];
    if (verdict?.ok) {
      const { model, wish } = verdict.value;
      value.judged = verdict.value;
      row.tells = tellsOf(model.id, warrantyUntil(wish.values.purchasedOn || null, model.warrantyMonths), 'new');
    } else if (verdict?.faults.some(({ code }) => code === 'devices/registered-already')) own.push({ row, value });
    else for (const { at: key, ...fault } of verdict?.faults ?? []) row.faults[key] = fault;
  }
  await checkOwn(tx, scope, own);
}

function tellsOf(model: string, until: string | null, state: 'new' | 'registered-before') {
  return { model, warrantyUntil: until ?? '', state };
}

/** Rows that can be read and whose device stands on no line above. */
function firstOfEach(rows: readonly Checked[]): Sound[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    if (!row.value) return [];
    const { serial } = row.value.wish;
    const first = lines.get(serial);
    if (first === undefined) lines.set(serial, row.line);
    else row.faults.serial = { code: 'imports/repeated-in-file', params: { line: first } };
    return first === undefined ? [{ row, value: row.value }] : [];
  });
}

type Own = RegistrationValues & {
  registrationId: string;
  serial: string;
  model: string;
  warrantyUntil: string | null;
  registeredTo: string | null;
};

/** What a row says of an own device must be what is stored; what it says nothing of may be anything. */
async function checkOwn(tx: Tx, scope: Scope, rows: readonly Sound[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: found } = await sql<Own>`
    select r.id as "registrationId", r.serial, r.model, r.warranty_until as "warrantyUntil", coalesce(r.purchased_on::text, '') as "purchasedOn",
      r.installation, r.time_zone as "timeZone", r.postal_code as "postalCode", r.prefecture, r.city, r.street, r.building, r.company, r.name, r.kana, r.department, r.remarks, r.mac, r.host, r.web_page as "webPage",
      (select d.serial from device_parents p
        join manufactured_devices d on d.site_id = p.site_id and d.device_id = p.parent_device_id
        where p.site_id = r.site_id and p.device_id = r.device_id and p.until_at is null) as "registeredTo"
    from unnest(${rows.map(({ value }) => value.wish.serial)}::text[]) as s(serial)
    join lateral (
      select * from device_registrations r
      where r.site_id = ${scope.siteId} and r.organization_id = ${scope.organizationId}::uuid and r.serial = s.serial
        and r.until_at is null and r.organization_id in ${reachable(scope, 'read')}
      limit 1) r on true`.execute(tx);
  const stored = new Map(found.map((one) => [one.serial, one]));
  for (const { row, value } of rows) {
    const one = stored.get(value.wish.serial);
    if (!one || differs(value, one)) row.faults.serial = { code: 'imports/stored-differently' };
    else {
      value.registrationId = one.registrationId;
      row.tells = tellsOf(one.model, one.warrantyUntil, 'registered-before');
    }
  }
}

function differs({ wish }: RegistrationRow, stored: Own): boolean {
  const other = (said: string, is: string | null) => said !== '' && said !== (is ?? '');
  return (
    other(wish.registeredTo, stored.registeredTo) ||
    registrationFields.some((field) => other(wish.values[field], stored[field]))
  );
}
