import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Row, Stack } from '../layout.tsx';
import { EmptyState, ErrorState, Loading } from '../states.tsx';
import { DataTable, sortable, type Column } from './data-table.tsx';
import type { ListState } from './list-state.ts';
import { Pager, ShownNote } from './pager.tsx';

type Answered<T> = { items: readonly T[]; total: number; totalCapped: boolean; page: number; pageSize: number };

type Props<T> = {
  name: string;
  /** What a query of the list gave, as TanStack Query hands it over. */
  query: { data: Answered<T> | undefined; error: unknown; isFetching: boolean; refetch: () => unknown };
  columns: readonly Column<T>[];
  /** The columns that the server sorts by. */
  sorts?: readonly string[];
  rowKey: (row: T) => string;
  state: ListState;
  onChange: (state: ListState) => void;
  emptyText: string;
  /** Stands below where there is nothing at all: why, and what to do about it. */
  emptyPart?: ReactNode;
  /** What can be done with all that matches, e.g. a download; shown where there is something. */
  actions?: ReactNode;
};

/** A list of the server with its count, table and pages, or the reason why there is nothing to see. */
export function ServerList<T extends RowData>({
  name,
  query,
  columns,
  sorts = [],
  rowKey,
  state,
  onChange,
  emptyText,
  emptyPart,
  actions,
}: Props<T>) {
  const t = useTranslations('ui.table');
  const { data, error, isFetching, refetch } = query;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const totals = { ...data, found: data.items.length };
  const searched = Object.keys(state.search).length > 0;
  return (
    <Stack gap="small">
      <Row justify="between">
        <ShownNote totals={totals} />
        <Row print={false}>
          <Button kind="quiet" compact icon="refresh" busy={isFetching} onClick={() => void refetch()}>
            {t('refresh')}
          </Button>
          {data.total > 0 && actions}
        </Row>
      </Row>
      {data.items.length === 0 && (
        <EmptyState
          title={searched ? t('zero') : t('empty')}
          action={
            searched && (
              <Button kind="secondary" onClick={() => onChange({ ...state, page: 1, search: {} })}>
                {t('clear')}
              </Button>
            )
          }
        >
          {searched ? t('zeroHint') : emptyText}
        </EmptyState>
      )}
      {data.total === 0 && !searched && emptyPart}
      {data.items.length > 0 && (
        <DataTable
          name={name}
          columns={sortable(columns, sorts)}
          rows={data.items}
          rowKey={rowKey}
          state={state}
          onChange={onChange}
          busy={isFetching}
          // Where a column stays in sight, the others scroll beside it.
          stack={columns.some(({ fixed }) => fixed) ? false : 'phone'}
        />
      )}
      {data.total > 0 && <Pager totals={totals} state={state} onChange={onChange} />}
    </Stack>
  );
}
