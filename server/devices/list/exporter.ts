import { networkFields, registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import type { Cell, ColumnKind, ExportColumn } from '../../../domain/exports/columns.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter, type Exporter } from '../../exports/exporter.ts';
import type { Site } from '../../kernel/app.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { outsideId } from '../../kernel/ids.ts';
import { columnsAt, type Contributions, type DeviceColumn, type JoinedColumn, type Listed } from '../contribution.ts';
import { allJoined, joinedFor, joinedShown, joinedValues, type JoinedValues } from './joined.ts';
import { addressOf } from './list.ts';
import { listQuery, readFilter } from './query.ts';
import { besideFor, deviceRows, findCommon, findReach, orderOf, type DeviceRow } from './rows.ts';

type Written = { column: ExportColumn; cell: (row: DeviceRow, found: JoinedValues) => Cell };

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
      const kind = session.organizationKind;
      const filter = readFilter(site, contributions, kind, query);
      if (isProblem(filter)) return filter;
      const columns = columnsAt(site, contributions);
      const joined = joinedShown(site, contributions, kind);
      const sortable = { columns, joined: joinedFor(site, contributions, kind) };
      const { list } = deviceOptions(site);
      const written = writtenColumns(site, contributions, language, kind);
      const reached = { site, scope, reach: await findReach(app.db, scope, filter.organizationId) };
      const place = { ...reached, common: await findCommon(app.db, reached, filter) };
      const sort = query.sort ?? list.sort;
      const order = orderOf(sort, sortable, place.reach.spans, kind === 'customer');
      const beside = besideFor(sort, sortable);
      const { organizationId } = filter;
      return {
        conditions: { organization: organizationId && outsideId('organization', organizationId) },
        columns: written.map(({ column }) => column),
        async *rows(read) {
          for await (const batch of read(deviceRows(app.db, place, filter, order, beside))) {
            const ids = batch.map(({ registrationId }) => registrationId);
            const found = await joinedValues(app.db, scope, joined, ids);
            yield batch.map((row) => written.map(({ cell }) => cell(row, found.get(row.registrationId) ?? {})));
          }
        },
      };
    },
  });
}

function writtenColumns(
  site: Site,
  contributions: Contributions,
  language: Language,
  viewer: OrganizationKind,
): Written[] {
  const { list, types, registration } = deviceOptions(site);
  const contributed = columnsAt(site, contributions);
  const joined = joinedShown(site, contributions, viewer);
  const hidden = allJoined(site, contributions).flatMap(({ column }) =>
    joined.some((one) => one.column === column) ? [] : [column.key],
  );
  const asked = new Set<string>(registration.fields.map(({ field }) => field));
  const given = registrationFields.filter((field) => !networkFields.includes(field) || asked.has(field));
  const more = ['registeredAt', ...given].filter((key) => !list.columns.includes(key));
  const keys = [...(viewer === 'maker' ? ['organization'] : []), ...list.columns, ...more];
  const typeNames = new Map(types.map(({ id, name }) => [id, name[language]]));
  return keys
    .filter((key) => !hidden.includes(key))
    .map((key) => {
      const column = contributed.find((one) => one.key === key);
      if (column) return { column: { key, kind: 'code' }, cell: (row) => contributedCell(column, row) };
      const beside = joined.find((one) => one.column.key === key)?.column;
      if (beside) return joinedColumn(site, beside, language);
      const heading = registration.fields.find(({ field }) => field === key)?.name?.[language];
      return {
        column: { key, kind: kinds[key] ?? 'text', ...(heading && { heading }) },
        cell: (row) => ownCell(key, row, typeNames),
      };
    });
}

/** Moments are written to the minute, also where the list shows the day alone. */
function joinedColumn(site: Site, { key, kind, names }: JoinedColumn, language: Language): Written {
  const word = translatorFor(language, 'headings');
  const own = names?.(site);
  if (own)
    return {
      column: { key, kind: 'text' },
      cell: (_row, found) => (found[key] ? (own[String(found[key])]?.[language] ?? found[key]) : null),
    };
  if (kind === 'word' || kind === 'severity')
    return {
      column: { key, kind: 'text' },
      cell: (_row, found) => (found[key] ? word(`device-words.${key}.${found[key]}`) : null),
    };
  const written: ColumnKind = kind === 'day' || kind === 'instant' ? 'instant' : kind;
  return { column: { key, kind: written }, cell: (_row, found) => found[key] ?? null };
}

function contributedCell(column: DeviceColumn, { listed }: DeviceRow): Cell {
  const kept = (listed as Listed)[column.from];
  return kept === undefined ? null : column.present(kept);
}

function ownCell(key: string, row: DeviceRow, typeNames: ReadonlyMap<string, string>): Cell {
  if (key === 'type') return typeNames.get(row.type) ?? row.type;
  if (key === 'registeredAt') return row.registeredAtMs;
  if (key === 'address') return addressOf(row) || null;
  return row[key as RegistrationField | 'serial' | 'model' | 'warrantyUntil' | 'endedOn' | 'organization'] || null;
}
