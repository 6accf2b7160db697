import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
// In this order: cards and paper say otherwise what the screen has said.
import screen from './data-table.module.css';
import cards from './cards.module.css';
import print from './print.module.css';
import { directionOf, nextSort, type ListState } from './list-state.ts';
import { useOverflow } from './use-overflow.ts';

const features = tableFeatures({});

/** What an element is called in the styles of the screen, of cards on a phone and of paper. */
function classOf(name: 'scroll' | 'table' | 'sort'): string {
  return [screen[name], cards[name], print[name]].filter(Boolean).join(' ');
}

export type Column<T> = {
  key: string;
  title: string;
  sortable?: boolean;
  /** Narrow columns of codes keep their words on one line. */
  nowrap?: boolean;
  /** Whole sentences, which get lines of their own on paper. */
  long?: boolean;
  /** Figures: below each other by their places. */
  numeric?: boolean;
  /** Names the row; stays in sight while the others scroll sideways. */
  fixed?: boolean;
  /** Draws the heading, e.g. as a link, with the button that sorts in its place. */
  heading?: (sort: ReactNode) => ReactNode;
  /** Left out on a phone, where it would only push the others away. */
  wideOnly?: boolean;
  /** In the row on top, whatever the order: what all rows on all pages come to. */
  total?: ReactNode;
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
  /** Rows become cards on a phone, where nothing of them may be cut off; those of a short table also on paper. */
  stack?: boolean | 'phone';
  /** Many narrow columns: less room around what is in them. */
  dense?: boolean;
};

/** A table whose rows were chosen, sorted and cut into pages by the server; it scrolls inside itself where it is too wide, which then is said. */
export function DataTable<T extends RowData>({
  name,
  columns,
  rows,
  rowKey,
  state,
  onChange,
  busy = false,
  stack = false,
  dense = false,
}: Props<T>) {
  const t = useTranslations('ui.table');
  const { ref, overflows } = useOverflow<HTMLDivElement>();
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
    <div
      ref={ref}
      className={classOf('scroll')}
      aria-busy={busy}
      // What scrolls must be reachable by keyboard, and say so.
      {...(overflows && { tabIndex: 0, role: 'region', 'aria-label': t('scroll', { name }) })}
    >
      <table
        className={classOf('table')}
        aria-label={name}
        data-stack={stackOf(stack)}
        data-dense={dense ? '' : undefined}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} data-sort={t('sort')}>
              {group.headers.map((header) => {
                const column = meta.get(header.column.id);
                const direction = directionOf(state?.sort ?? null, header.column.id);
                const sort = column?.sortable && state && (
                  <SortButton
                    title={column.title}
                    signOnly={column.heading !== undefined}
                    direction={direction}
                    onPress={() => onChange?.({ ...state, page: 1, sort: nextSort(state.sort, column.key) })}
                  />
                );
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={column?.sortable ? (direction ?? 'none') : undefined}
                    {...marksOf(column)}
                  >
                    {column?.heading ? column.heading(sort) : sort || <table.FlexRender header={header} />}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {columns.some(({ total }) => total !== undefined) && (
            <tr data-total="">
              {columns.map((column) => (
                <Cell key={column.key} column={column} stack={stack !== false}>
                  {column.total}
                </Cell>
              ))}
            </tr>
          )}
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <Cell key={cell.id} column={meta.get(cell.column.id)} stack={stack !== false}>
                  <table.FlexRender cell={cell} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stackOf(stack: boolean | 'phone'): 'phone' | 'everywhere' | undefined {
  if (stack === 'phone') return 'phone';
  return stack ? 'everywhere' : undefined;
}

/** What the styles of a column's cells go by. */
function marksOf<T>(column: Column<T> | undefined) {
  return {
    'data-numeric': column?.numeric ? '' : undefined,
    'data-fixed': column?.fixed ? '' : undefined,
    'data-wide-only': column?.wideOnly ? '' : undefined,
  };
}

type CellProps<T> = { column: Column<T> | undefined; stack: boolean; children: ReactNode };

function Cell<T>({ column, stack, children }: CellProps<T>) {
  const marks = {
    ...marksOf(column),
    'data-nowrap': column?.nowrap ? '' : undefined,
    'data-long': column?.long ? '' : undefined,
    'data-title': stack ? column?.title : undefined,
  };
  if (column?.fixed)
    return (
      <th scope="row" {...marks}>
        {children}
      </th>
    );
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell, not a control
  return <td {...marks}>{children}</td>;
}

type SortProps = {
  title: string;
  /** Where the heading says the title by itself. */
  signOnly: boolean;
  direction: 'ascending' | 'descending' | null;
  onPress: () => void;
};

function SortButton({ title, signOnly, direction, onPress }: SortProps) {
  const t = useTranslations('ui.table');
  return (
    <button
      type="button"
      className={classOf('sort')}
      data-sign-only={signOnly ? '' : undefined}
      aria-label={signOnly ? t('sortBy', { column: title }) : undefined}
      onClick={onPress}
    >
      {!signOnly && title} <Icon name={direction ?? 'sortable'} size="1.125rem" />
    </button>
  );
}
