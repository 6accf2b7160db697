export const pageSizes = [10, 25, 50, 100] as const;
const pageSizeDefault: PageSize = 10;
const pageMax = 10_000;

export type PageSize = (typeof pageSizes)[number];

/** What a list shows, as it stands in the address bar. */
export type ListState = { page: number; pageSize: PageSize; sort: string | null; search: Record<string, string> };

type Address = Record<string, unknown>;

type Known = { searchFields: readonly string[]; sorts?: readonly string[]; ownPageSize?: PageSize };

/**
 * Reads the state out of the address; anything that is not a page, a size, a known search field or a column to sort by is
 * left out. Without a size in the address the reader's own holds.
 */
export function readListState(
  address: Address,
  { searchFields, sorts = [], ownPageSize = pageSizeDefault }: Known,
): ListState {
  const page = Number(address['page'] ?? 1);
  const size = Number(address['pageSize'] ?? ownPageSize);
  const sort = address['sort'];
  const search = searchFields.flatMap((field) => {
    const value = address[field];
    return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
  return {
    page: Number.isInteger(page) && page >= 1 && page <= pageMax ? page : 1,
    pageSize: sizeOf(size) ?? ownPageSize,
    sort: typeof sort === 'string' && sorts.includes(sort.replace(/^-/, '')) ? sort : null,
    search: Object.fromEntries(search),
  };
}

export function sizeOf(size: number): PageSize | undefined {
  return pageSizes.find((one) => one === size);
}

/**
 * The state as it goes into the address: what is at its default is left out, so that a plain list has a plain address. A page
 * further on says its size, because it would be another page to a reader whose own size is another.
 */
export function writeListState(state: ListState): Record<string, string> {
  return {
    ...(state.page > 1 && { page: String(state.page) }),
    ...((state.page > 1 || state.pageSize !== pageSizeDefault) && { pageSize: String(state.pageSize) }),
    ...(state.sort && { sort: state.sort }),
    ...state.search,
  };
}

export type SortDirection = 'ascending' | 'descending' | null;

/** Sorts are written `key` and `-key`. */
export function directionOf(sort: string | null, key: string): SortDirection {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : null;
}

export function nextSort(sort: string | null, key: string): string {
  return sort === key ? `-${key}` : key;
}
