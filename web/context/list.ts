import { useNavigate, useSearch } from '@tanstack/react-router';
import { readListState, writeListState, type ListState } from '../ui/data-table/list-state.ts';

/** A list's page, size and conditions out of the address bar, and the way to change them there. */
export function useListState(searchFields: readonly string[]): [ListState, (state: ListState) => void] {
  const navigate = useNavigate();
  const state = readListState(useSearch({ strict: false }), searchFields);
  return [state, (next) => void navigate({ to: '.', search: writeListState(next), resetScroll: false })];
}
