import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
import styles from './data-table.module.css';
import { directionOf, nextSort, type ListState } from './list-state.ts';

const features = tableFeatures({});

export type Column<T> = {
  key: string;
  title: string;
  sortable?: boolean;
  /** Narrow columns of codes keep their words on one line. */
  nowrap?: boolean;
  /** Whole sentences, which get lines of their own on paper. */
  long?: boolean;
  cell: (row: T) => ReactNode;
};

/** Marks the columns that the server can sort by. */
export function sortable<T>(columns: readonly Column<T>[], sorts: readonly string[]): Column<T>[] {
  return columns.map((column) => (sorts.includes(column.key) ? { ...column, sortable: true } : column));
}

type Props<T> = {
  name: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  state?: ListState;
  onChange?: (state: ListState) => void;
  busy?: boolean;
  /** A short table whose rows become cards on a phone and on paper, where nothing of them may be cut off. */
  stack?: boolean;
};

/** A table whose rows were chosen, sorted and cut into pages by the server; it scrolls inside itself where it is too wide. */
export function DataTable<T extends RowData>({
  name,
  columns,
  rows,
  rowKey,
  state,
  onChange,
  busy = false,
  stack = false,
}: Props<T>) {
  const t = useTranslations('ui.table');
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, T> => ({
        id: column.key,
        header: column.title,
        cell: ({ row }) => column.cell(row.original),
      })),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data, getRowId: rowKey });
  const meta = new Map(columns.map((column) => [column.key, column]));

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('scroll', { name })} aria-busy={busy}>
      <table className={styles['table']} data-stack={stack ? '' : undefined}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = meta.get(header.column.id);
                const direction = directionOf(state?.sort ?? null, header.column.id);
                return (
                  <th key={header.id} scope="col" aria-sort={column?.sortable ? (direction ?? 'none') : undefined}>
                    {column?.sortable && state ? (
                      <SortButton
                        title={column.title}
                        direction={direction}
                        onPress={() => onChange?.({ ...state, page: 1, sort: nextSort(state.sort, column.key) })}
                      />
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell, not a control
                <td
                  key={cell.id}
                  data-nowrap={meta.get(cell.column.id)?.nowrap ? '' : undefined}
                  data-long={meta.get(cell.column.id)?.long ? '' : undefined}
                  data-title={stack ? meta.get(cell.column.id)?.title : undefined}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortButton({
  title,
  direction,
  onPress,
}: {
  title: string;
  direction: 'ascending' | 'descending' | null;
  onPress: () => void;
}) {
  return (
    <button type="button" className={styles['sort']} onClick={onPress}>
      {title} <Icon name={direction ?? 'sortable'} size="1.125rem" />
    </button>
  );
}
