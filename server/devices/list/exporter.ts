import { sql, type RawBuilder } from 'kysely';
import { networkFields, registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import type { ColumnKind, SingleColumn } from '../../../domain/exports/columns.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Words } from '../../exports/copied-cells.ts';
import { exporter, type Exporter } from '../../exports/exporter.ts';
import { findReach } from '../../kernel/access.ts';
import type { Site } from '../../kernel/app.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { outsideId } from '../../kernel/ids.ts';
import { columnsAt, type Contributions, type DeviceColumn, type JoinedColumn } from '../contribution.ts';
import type { OwnColumn } from '../columns.ts';
import { allJoined, joinedFor, joinedShown } from './joined.ts';
import { listQuery, readFilter } from './query.ts';
import { besideFor, deviceCells, findCommon, listedValue, orderOf } from './rows.ts';

type Written = { column: SingleColumn; cell: RawBuilder<unknown>; words?: Words };

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
        cells: {
          query: deviceCells(
            app.db,
            place,
            filter,
            order,
            [...joined, ...beside],
            written.map(({ cell }) => cell),
            kind === 'maker',
          ),
          words: Object.fromEntries(written.flatMap(({ column: { key }, words }) => (words ? [[key, words]] : []))),
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
      if (column) return contributedColumn(column);
      const beside = joined.find((one) => one.column.key === key)?.column;
      if (beside) return joinedColumn(site, beside, language);
      const heading = registration.fields.find(({ field }) => field === key)?.name?.[language];
      return {
        column: { key, kind: kinds[key] ?? 'text', ...(heading && { heading }) },
        cell: sql.raw(cells[key as keyof typeof cells]),
        ...(key === 'type' && { words: (type) => typeNames.get(type) ?? type }),
        ...(key === 'address' && { words: (address) => address.trim() }),
      };
    });
}

/** Where each column of its own comes from. */
const cells: Record<OwnColumn | RegistrationField | 'organization', string> = {
  organization: 'o.name',
  serial: 'r.serial',
  model: 'r.model',
  type: 'r.type',
  purchasedOn: 'r.purchased_on',
  warrantyUntil: 'r.warranty_until',
  endedOn: 'r.ended_on',
  installation: 'r.installation',
  timeZone: 'r.time_zone',
  postalCode: 'r.postal_code',
  prefecture: 'r.prefecture',
  city: 'r.city',
  street: 'r.street',
  building: 'r.building',
  // As `addressOf` (list.ts) puts it together.
  address: `r.prefecture || r.city || r.street || case when r.building <> '' then ' ' || r.building else '' end`,
  company: 'r.company',
  name: 'r.name',
  kana: 'r.kana',
  department: 'r.department',
  remarks: 'r.remarks',
  mac: 'r.mac',
  host: 'r.host',
  webPage: 'r.web_page',
  registeredAt: 'r.from_at',
};

/** Moments are written to the minute, also where the list shows the day alone. */
function joinedColumn(site: Site, { key, kind, names, value }: JoinedColumn, language: Language): Written {
  const word = translatorFor(language, 'headings');
  const cell = sql.raw(value);
  const own = names?.(site);
  if (own) return { column: { key, kind: 'text' }, cell, words: (code) => own[code]?.[language] ?? code };
  if (kind === 'word' || kind === 'severity')
    return { column: { key, kind: 'text' }, cell, words: (code) => word(`device-words.${key}.${code}`) };
  return { column: { key, kind: kind === 'day' ? 'instant' : kind }, cell };
}

function contributedColumn(column: DeviceColumn): Written {
  const { key, from } = column;
  return { column: { key, kind: 'code' }, cell: listedValue(from), words: (kept) => column.present(kept) };
}
