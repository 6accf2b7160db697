import { sql } from 'kysely';
import type { ExportColumn } from '../../../../domain/exports/columns.ts';
import type { Cells } from '../../../imports/importer.ts';
import type { App, Site } from '../../../kernel/app.ts';
import { columnsAt, presentListed, type Contributions } from '../../contribution.ts';

/** What a row became; the rest is read when it is shown. */
export type Became = { registration: string; state: 'new' | 'registered-before' };

/** What people come for: each device with what belongs to it, e.g. its unlock code. */
export function resultColumns(site: Site, contributions: Contributions): ExportColumn[] {
  return [
    { key: 'serial', kind: 'code' },
    { key: 'model', kind: 'code' },
    ...columnsAt(site, contributions).map(({ key }): ExportColumn => ({ key, kind: 'code' })),
    { key: 'state', kind: 'text' },
    { key: 'purchasedOn', kind: 'date' },
    { key: 'warrantyUntil', kind: 'date' },
    { key: 'company', kind: 'text' },
    { key: 'remarks', kind: 'text' },
  ];
}

type Shown = {
  id: string;
  serial: string;
  model: string;
  purchasedOn: string | null;
  warrantyUntil: string | null;
  company: string;
  remarks: string;
  listed: unknown;
};

/** The registrations as they are now; of one that is over nothing that belongs to the device is told any more. */
export async function presentResult(
  app: App,
  site: Site,
  contributions: Contributions,
  rows: readonly unknown[],
): Promise<Cells[]> {
  const became = rows as readonly Became[];
  const { rows: found } = await sql<Shown>`
    select r.id, r.serial, r.model, r.purchased_on as "purchasedOn", r.warranty_until as "warrantyUntil", r.company, r.remarks,
      case when r.until_at is null then r.listed else '{}' end as listed
    from unnest(${became.map(({ registration }) => registration)}::uuid[]) as w(id)
    join lateral (
      select * from device_registrations r where r.site_id = ${site.id} and r.id = w.id limit 1) r on true`.execute(
    app.db,
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const columns = columnsAt(site, contributions);
  return became.flatMap(({ registration, state }) => {
    const row = byId.get(registration);
    if (!row) return [];
    const contributed = Object.entries(presentListed(columns, row.listed)).map(([key, text]) => [key, text ?? '']);
    const { serial, model, purchasedOn, warrantyUntil, company, remarks } = row;
    return {
      ...Object.fromEntries(contributed),
      serial,
      model,
      state,
      company,
      remarks,
      purchasedOn: purchasedOn ?? '',
      warrantyUntil: warrantyUntil ?? '',
    };
  });
}
