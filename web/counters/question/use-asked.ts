import { useNavigate, useSearch } from '@tanstack/react-router';
import { useListState } from '../../context/list.ts';
import type { ListState } from '../../ui/data-table/list-state.ts';
import type { TablePart } from '../requests.ts';
import { askedFields, readAsked, writeAsked, type Asked } from './asked.ts';

/** What tables of devices can be sorted by, beside their figures. */
export const deviceSorts = ['name', 'building', 'place', 'group', 'total'] as const;
const periodSort = /^-?(\d{4}-\d{2}(?:-\d{2})?)$/;

/** Page and order of a table of devices, as the address and the server have them. */
export function useTableState(
  fields: readonly string[],
  sorts: readonly string[] = [],
): { list: ListState; setList: (state: ListState) => void; part: TablePart } {
  const { sort: written } = useSearch({ strict: false }) as { sort?: string };
  // Which periods there are only the answer knows; the server takes no notice of others.
  const period = periodSort.exec(written ?? '')?.[1];
  const [list, setList] = useListState(fields, [...deviceSorts, ...sorts, ...(period ? [period] : [])]);
  const { page, pageSize, sort } = list;
  return { list, setList, part: { page, pageSize, ...(sort && { sort }) } };
}

/** The question in the address bar, so that it is there again after a reload and can be passed on, and the way to ask another. */
export function useAsked() {
  const navigate = useNavigate();
  const table = useTableState(askedFields);
  return {
    ...table,
    asked: readAsked(table.list.search),
    ask: (next: Asked) => navigate({ to: '.', search: writeAsked(next) as never, resetScroll: false }),
  };
}
