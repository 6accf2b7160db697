import { sql } from 'kysely';
import { readWrittenDay } from '../../../domain/devices/form.ts';
import { findModelNamed } from '../../../domain/devices/options.ts';
import { canonicalSerial, parseSerial } from '../../../domain/identifiers/serial-number.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { CellFault, CheckedRow, Importer, RowFaults } from '../../imports/importer.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { hashClaimCode } from '../claim-code.ts';

export const manufacturedKind = 'manufactured-devices';
export const manufacturedRowsMax = 200_000;
const perStatementMax = 5_000;
const claimCodeCharactersMax = 40;
const orderNumberCharactersMax = 40;

type Made = {
  serial: string;
  model: string;
  shippedOn: string | null;
  orderNumber: string | null;
  claimCode: string;
};

/** The factory's list (P-30): what was made, when it was shipped, and the claim code where the model has one. */
export const manufacturedImporter: Importer<Made> = {
  kind: manufacturedKind,
  capability: 'devices',
  permission: 'manufactured-devices:import',
  page: '/o/$organization/manufactured-devices/import/$import',
  rowsMax: manufacturedRowsMax,
  rowsAtOnce: 500,
  columns: [
    { key: 'model', required: true, alsoCalled: ['型名', 'モデル'] },
    { key: 'serial', required: true, code: true, alsoCalled: ['シリアル番号', 'シリアルナンバー', 'Serial'] },
    { key: 'shippedOn', required: false, day: true, alsoCalled: ['出荷日付', 'Shipping date'] },
    { key: 'claimCode', required: false, code: true },
    { key: 'orderNumber', required: false, code: true, alsoCalled: ['受注番号', 'Order no.'] },
  ],
  readRow,

  async checkRows(app, tx, site, rows, scope, lock, lines) {
    // Two lists are stored one after the other, so that what was checked still holds when it is written.
    if (lock)
      await sql`select pg_advisory_xact_lock(hashtextextended(${`manufactured devices ${scope.siteId}`}, 0))`.execute(
        tx,
      );
    for (const row of rows) {
      if (!row.value) continue;
      const first = lines.get(row.value.serial);
      if (first !== undefined) row.faults.serial = { code: 'imports/repeated-in-file', params: { line: first } };
      else lines.set(row.value.serial, row.line);
    }
    await checkStored(app, tx, site, rows);
  },

  async store(app, tx, site, scope, importId, values, done = () => undefined) {
    let stored = 0;
    let seen = 0;
    for (const part of chunks(values)) {
      const { numAffectedRows } = await sql`
        insert into manufactured_devices (site_id, device_id, serial, model, shipped_on, order_number, claim_code_hash, import_id, created_at)
        select ${site.id}, m.id, m.serial, m.model, m.shipped_on, m.order_number, m.claim, ${importId}::uuid, ${scope.now}::timestamptz
        from unnest(${part.map(newId)}::uuid[], ${part.map((one) => one.serial)}::text[], ${part.map((one) => one.model)}::text[],
          ${part.map((one) => one.shippedOn)}::date[], ${part.map((one) => one.orderNumber)}::text[],
          ${part.map((one) => claimHashOf(app, site, one))}::bytea[]) as m(id, serial, model, shipped_on, order_number, claim)
        on conflict (site_id, serial) do nothing`.execute(tx);
      stored += Number(numAffectedRows ?? 0);
      seen += part.length;
      done(seen);
    }
    return { stored, events: [] };
  },

  ending: (importId, stored) => [
    { what: 'manufactured-devices.imported', subject: `import/${importId}`, data: { stored } },
  ],
};

function readRow(
  site: Site,
  cells: Record<string, string>,
): { ok: true; value: Made } | { ok: false; faults: RowFaults } {
  const options = deviceOptions(site);
  const faults: RowFaults = {};
  const take = <T>(key: string, verdict: Verdict<T>, capability: string): T | null => {
    if (verdict.ok) return verdict.value;
    faults[key] = { code: `${capability}/${verdict.code}`, ...(verdict.params && { params: verdict.params }) };
    return null;
  };
  const named = (cells.model ?? '').trim();
  const model = named === '' ? null : findModelNamed(options, named);
  if (!model) faults.model = { code: named === '' ? 'identifiers/required' : 'devices/model-unknown' };
  const serial = readSerialOf(cells.serial ?? '', options.models, model, faults);
  const shippedOn = take('shippedOn', readWrittenDay(cells.shippedOn ?? ''), 'devices');
  const orderNumber = take(
    'orderNumber',
    parseText(cells.orderNumber ?? '', { max: orderNumberCharactersMax }),
    'identifiers',
  );
  const claimCode = take('claimCode', parseText(cells.claimCode ?? '', { max: claimCodeCharactersMax }), 'identifiers');
  if (model?.claimCode && canonicalSerial(claimCode ?? '') === '' && !faults.claimCode)
    faults.claimCode = { code: 'devices/claim-code-missing' };
  if (model && !model.claimCode && claimCode) faults.claimCode = { code: 'devices/claim-code-unused' };
  if (Object.keys(faults).length > 0 || !model || serial === null || claimCode === null) return { ok: false, faults };
  return { ok: true, value: { serial, model: model.id, shippedOn, orderNumber: orderNumber || null, claimCode } };
}

type Models = ReturnType<typeof deviceOptions>['models'];

/** The serial number in its model's form; one in another model's form is told as such. */
function readSerialOf(typed: string, models: Models, model: Models[number] | null, faults: RowFaults): string | null {
  const formats = (model ? [model] : models).map((one) => one.serial);
  const verdict = parseSerial(typed, formats);
  if (verdict.ok) return verdict.value;
  const others = model ? models.map((one) => one.serial) : [];
  const ofOther = verdict.code === 'serial-form' && parseSerial(typed, others).ok;
  const code = ofOther ? 'serial-of-other-model' : verdict.code;
  faults.serial = { code: `${code === 'required' ? 'identifiers' : 'devices'}/${code}` };
  return null;
}

/** What is stored already must be the same. */
async function checkStored(app: App, tx: Tx, site: Site, rows: readonly CheckedRow<Made>[]): Promise<void> {
  const serials = rows.flatMap((row) => (row.value ? [row.value.serial] : []));
  if (serials.length === 0) return;
  const { rows: found } = await sql<{
    serial: string;
    model: string;
    shipped_on: string | null;
    order_number: string | null;
    claim: Buffer | null;
  }>`
    select d.serial, d.model, d.shipped_on, d.order_number, d.claim_code_hash as claim
    from unnest(${serials}::text[]) as s(serial)
    join lateral (select * from manufactured_devices d where d.site_id = ${site.id} and d.serial = s.serial limit 1) d on true`.execute(
    tx,
  );
  if (found.length === 0) return;
  const stored = new Map(found.map((one) => [one.serial, one]));
  for (const row of rows) {
    const one = row.value && stored.get(row.value.serial);
    if (!row.value || !one || row.faults.serial) continue;
    const { model, shippedOn, orderNumber } = row.value;
    const claim = claimHashOf(app, site, row.value);
    const sameClaim = claim === null ? one.claim === null : one.claim?.equals(claim) === true;
    const same = one.model === model && one.shipped_on === shippedOn && one.order_number === orderNumber && sameClaim;
    if (!same) row.faults.serial = { code: 'imports/stored-differently' } satisfies CellFault;
  }
}

function claimHashOf(app: App, site: Site, { serial, claimCode }: Made): Buffer | null {
  return claimCode === '' ? null : hashClaimCode(app, site.id, serial, claimCode);
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += perStatementMax) yield items.slice(at, at + perStatementMax);
}
