import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answer, api } from '../api/client.ts';
import { readListState, sizeOf, writeListState, type ListState, type PageSize } from '../ui/data-table/list-state.ts';
import { siteId } from './address.ts';
import { sessionQuery, useSession } from './session.ts';

/**
 * A list's page, size, order and conditions out of the address bar, and the way to change them there. `sorts` are the columns
 * that the server sorts by. The size that somebody chooses is the one that all lists begin with from then on (P-22).
 */
export function useListState(
  searchFields: readonly string[],
  sorts: readonly string[] = [],
): [ListState, (state: ListState) => void] {
  const navigate = useNavigate();
  const keepPageSize = useKeepPageSize();
  const ownPageSize = sizeOf(useSession().user.pageSize) ?? 10;
  const state = readListState(useSearch({ strict: false }), { searchFields, sorts, ownPageSize });
  return [
    state,
    (next) => {
      if (next.pageSize !== state.pageSize && next.pageSize !== ownPageSize) keepPageSize(next.pageSize);
      void navigate({ to: '.', search: writeListState(next), resetScroll: false });
    },
  ];
}

type Listing<Q, A> = {
  fields: readonly string[];
  sorts?: readonly string[];
  /** What the answers are kept under, without the wish itself. */
  key: readonly unknown[];
  read: (wish: Q) => Promise<A>;
  /** Asked for anew at each visit, as it changes by what others do. */
  fresh?: boolean;
  /** When it is to be asked for again by itself, in view of what it shows. */
  refetchMs?: (shown: A | undefined) => number | false;
};

/** A list as the address bar asks the server for it, for `ListSearch` and `ServerList`; what was there stays until the next has come. */
export function useServerList<Q, A>({
  fields,
  sorts = [],
  key,
  read,
  fresh = false,
  refetchMs = () => false,
}: Listing<Q, A>): {
  state: ListState;
  onChange: (state: ListState) => void;
  query: UseQueryResult<A>;
  sorts: readonly string[];
} {
  const [state, onChange] = useListState(fields, sorts);
  const { page, pageSize, search, sort } = state;
  const wish = { ...search, page, pageSize, ...(sort && { sort }) };
  const query = useQuery({
    queryKey: [...key, wish],
    queryFn: () => read(wish as Q),
    placeholderData: keepPreviousData,
    refetchInterval: (asked) => refetchMs(asked.state.data),
    ...(fresh && { staleTime: 0 }),
  });
  return { state, onChange, query, sorts };
}

function useKeepPageSize(): (pageSize: PageSize) => void {
  const client = useQueryClient();
  return (pageSize) => {
    // At once, so that the list does not fall back meanwhile; should it not be kept, the list at hand has it all the same.
    client.setQueryData(sessionQuery.queryKey, (own) => own && { ...own, user: { ...own.user, pageSize } });
    answer(api.PATCH('/api/{site}/session', { params: { path: { site: siteId } }, body: { pageSize } })).catch(
      () => undefined,
    );
  };
}
