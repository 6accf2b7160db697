import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCivilDate, useDay } from '../../context/dates.ts';
import { DeviceState } from '../device-state.tsx';
import { Code } from '../../ui/code.tsx';
import { sortable, type Column } from '../../ui/data-table/data-table.tsx';
import { useFieldName, useTypeName } from '../options.ts';
import { WebPageLink } from '../web-page-link.tsx';
import type { DeviceRow } from '../requests.ts';
import { isOwn, ownColumns, type OwnColumn } from './columns.ts';
import { useHeading, useWord } from './use-heading.ts';
import { useJoinedCell } from './use-joined-cell.tsx';
import { useListColumns } from './use-list-columns.ts';

const narrow = new Set<string>(['serial', 'model', 'type', 'purchasedOn', 'endedOn', 'registeredAt', 'warrantyUntil']);

/** The columns of the site's data, each as people read it; operators see whose the devices are. */
export function useDeviceColumns(organization: string, seesAll: boolean): Column<DeviceRow>[] {
  const heading = useHeading();
  const { keys, contributed, joined } = useListColumns();
  const ownCell = useOwnCell(organization);
  const joinedCell = useJoinedCell();
  const word = useWord();
  const columns = keys.map((key): Column<DeviceRow> => {
    const column = joined.get(key);
    const value = (row: DeviceRow) => row.contributed[key];
    return {
      key,
      title: heading(key),
      nowrap: narrow.has(key) || (column ? column.kind !== 'text' : !isOwn(key)),
      cell: (row) => {
        if (isOwn(key)) return ownCell(key, row);
        if (column?.kind === 'severity')
          return <DeviceState type={row.type} state={value(row) ?? ''} word={word(key, value(row) ?? '')} />;
        return column ? joinedCell(column, value(row)) : contributedCell(value(row));
      },
    };
  });
  const whose: Column<DeviceRow> = {
    key: 'organization',
    title: heading('organization'),
    cell: (row) => row.organization.name,
  };
  return sortable(seesAll ? [whose, ...columns] : columns, [...ownColumns, ...contributed]);
}

function contributedCell(value: string | null | undefined): ReactNode {
  return value ? <Code>{value}</Code> : null;
}

function useOwnCell(organization: string): (key: OwnColumn, row: DeviceRow) => ReactNode {
  const t = useTranslations('devices.list');
  const typeName = useTypeName();
  const called = useFieldName();
  const date = useCivilDate('medium');
  const day = useDay();
  return (key, row) => {
    switch (key) {
      case 'serial':
        return (
          <Link to="/o/$organization/devices/$device" params={{ organization, device: row.id }}>
            <Code>{row.serial}</Code>
          </Link>
        );
      case 'model':
        return <Code>{row.model}</Code>;
      case 'type':
        return typeName(row.type);
      case 'registeredAt':
        return day(row.registeredAt);
      case 'warrantyUntil': {
        const shown = row.warrantyUntil && date(row.warrantyUntil);
        return row.warranty === 'over' ? `${shown} ${t('over')}` : shown;
      }
      case 'purchasedOn':
      case 'endedOn':
        return row[key] && date(row[key]);
      case 'webPage':
        return row.webPage && <WebPageLink address={row.webPage} name={row.installation || row.serial} />;
      case 'installation':
        if (called('installation'))
          return (
            <Link to="/o/$organization/devices/$device" params={{ organization, device: row.id }}>
              {row.installation || row.serial}
            </Link>
          );
        return row.installation || t('notRegistered');
      case 'building':
        return row.building;
      case 'address':
        return row[key] || t('notRegistered');
      default:
        return row[key];
    }
  };
}
