import { registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import type { Cell, ColumnKind, ExportColumn } from '../../../domain/exports/columns.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { exporter, type Exporter } from '../../exports/exporter.ts';
import type { Site } from '../../kernel/app.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { outsideId } from '../../kernel/ids.ts';
import { columnsAt, type Contributions, type DeviceColumn, type Listed } from '../contribution.ts';
import { listQuery, readFilter } from './query.ts';
import { deviceRows, findAlone, findCommon, orderOf, type DeviceRow } from './rows.ts';

type Written = { column: ExportColumn; cell: (row: DeviceRow) => Cell };

const kinds: Record<string, ColumnKind> = {
  serial: 'code',
  model: 'code',
  type: 'text',
  purchasedOn: 'date',
  warrantyUntil: 'date',
  endedOn: 'date',
  postalCode: 'code',
  registeredAt: 'instant',
};

/** The list as a file: its columns in their order, then all else that is known of a device. */
export function deviceExporter(contributions: Contributions): Exporter {
  return exporter({
    kind: 'devices',
    summary: 'The devices of the organizations that the caller may read',
    permission: 'devices:read',
    query: listQuery(contributions),
    problems: ['platform/invalid-fields'],
    open: async ({ app, site, scope, session, language, query }) => {
      const filter = readFilter(site, contributions, query);
      if (isProblem(filter)) return filter;
      const columns = columnsAt(site, contributions);
      const { list } = deviceOptions(site);
      const written = writtenColumns(site, language, columns, list.columns, session.organizationKind === 'maker');
      const reached = { site, scope, alone: await findAlone(app.db, scope, filter.organizationId) };
      const place = { ...reached, common: await findCommon(app.db, reached, filter) };
      const order = orderOf(query.sort ?? list.sort, columns);
      const { organizationId } = filter;
      return {
        conditions: { organization: organizationId && outsideId('organization', organizationId) },
        columns: written.map(({ column }) => column),
        async *rows(read) {
          for await (const batch of read(deviceRows(app.db, place, filter, order)))
            yield batch.map((row) => written.map(({ cell }) => cell(row)));
        },
      };
    },
  });
}

function writtenColumns(
  site: Site,
  language: Language,
  contributed: readonly DeviceColumn[],
  listed: readonly string[],
  withOrganization: boolean,
): Written[] {
  const more = ['registeredAt', ...registrationFields].filter((key) => !listed.includes(key));
  const keys = [...(withOrganization ? ['organization'] : []), ...listed, ...more];
  const typeNames = new Map(deviceOptions(site).types.map(({ id, name }) => [id, name[language]]));
  return keys.map((key) => {
    const column = contributed.find((one) => one.key === key);
    if (column) return { column: { key, kind: 'code' }, cell: (row) => contributedCell(column, row) };
    return { column: { key, kind: kinds[key] ?? 'text' }, cell: (row) => ownCell(key, row, typeNames) };
  });
}

function contributedCell(column: DeviceColumn, { listed }: DeviceRow): Cell {
  const kept = (listed as Listed)[column.from];
  return kept === undefined ? null : column.present(kept);
}

function ownCell(key: string, row: DeviceRow, typeNames: ReadonlyMap<string, string>): Cell {
  if (key === 'type') return typeNames.get(row.type) ?? row.type;
  if (key === 'registeredAt') return row.registeredAtMs;
  return row[key as RegistrationField | 'serial' | 'model' | 'warrantyUntil' | 'endedOn' | 'organization'] || null;
}
