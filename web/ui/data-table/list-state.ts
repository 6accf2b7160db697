export const pageSizes = [10, 25, 50, 100] as const;
const pageSizeDefault: PageSize = 10;
const pageMax = 10_000;

export type PageSize = (typeof pageSizes)[number];

/** What a list shows, as it stands in the address bar. */
export type ListState = { page: number; pageSize: PageSize; sort: string | null; search: Record<string, string> };

type Address = Record<string, unknown>;

/** Reads the state out of the address; anything that is not a page, a size or a known search field is left out. */
export function readListState(address: Address, searchFields: readonly string[]): ListState {
  const page = Number(address['page'] ?? 1);
  const size = Number(address['pageSize'] ?? pageSizeDefault);
  const sort = address['sort'];
  const search = searchFields.flatMap((field) => {
    const value = address[field];
    return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
  return {
    page: Number.isInteger(page) && page >= 1 && page <= pageMax ? page : 1,
    pageSize: pageSizes.find((one) => one === size) ?? pageSizeDefault,
    sort: typeof sort === 'string' && /^-?[A-Za-z]+$/.test(sort) ? sort : null,
    search: Object.fromEntries(search),
  };
}

/** The state as it goes into the address: what is at its default is left out, so that a plain list has a plain address. */
export function writeListState(state: ListState): Record<string, string> {
  return {
    ...(state.page > 1 && { page: String(state.page) }),
    ...(state.pageSize !== pageSizeDefault && { pageSize: String(state.pageSize) }),
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
