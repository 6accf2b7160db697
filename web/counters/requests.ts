import { queryOptions } from '@tanstack/react-query';
import type { CounterPlace, CounterTab } from '../../domain/counters/places.ts';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';
import { queryOf, type Asked, type AskedKind } from './question/asked.ts';

const base = '/api/{site}/organizations/{organization}/counters';
const groups = '/api/{site}/organizations/{organization}/device-groups';

const place = (organization: string) => ({ site: siteId, organization });

/** Everything below this key is asked anew when something about counters has changed. */
export const countersKey = ['counters', siteId] as const;

type Listed = NonNullable<paths[typeof base]['get']['parameters']['query']>;
/** Page and order of a table. */
export type TablePart = Pick<Listed, 'page' | 'pageSize' | 'sort'>;

function readBeginning(organization: string) {
  return answer(api.GET(`${base}/question`, { params: { path: place(organization) } }));
}
export type Beginning = Awaited<ReturnType<typeof readBeginning>>;

/** What can be asked for today, and what the form begins with. */
export function beginningQuery(organization: string) {
  return queryOptions({
    queryKey: [...countersKey, organization, 'question'],
    queryFn: () => readBeginning(organization),
    staleTime: 60_000,
  });
}

/** Refuses a question that makes no sense; what is wrong stands at its fields. */
export function checkAsked(organization: string, { by, from, to, kind }: Asked) {
  return answer(api.GET(`${base}/question`, { params: { path: place(organization), query: { by, from, to, kind } } }));
}

function readOverview(organization: string, asked: Asked, part: TablePart) {
  return answer(
    api.GET(base, { params: { path: place(organization), query: { ...queryOf(asked), ...part } as Listed } }),
  );
}
export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** Devices in rows, periods in columns (C-05). */
export function overviewQuery(organization: string, asked: Asked, part: TablePart) {
  return queryOptions({
    queryKey: [...countersKey, organization, 'overview', asked, part],
    queryFn: () => readOverview(organization, asked, part),
  });
}

export type PeriodWish = { period: string; kind: AskedKind; tab: CounterTab };

function readPeriod(organization: string, { period, kind, tab }: PeriodWish, part: TablePart) {
  const { from: _, to: __, ...query } = queryOf({ ...kind, from: period, to: period });
  const path = { ...place(organization), period };
  return answer(
    api.GET(`${base}/periods/{period}`, {
      params: { path, query: { ...query, tab, ...part } as Omit<Listed, 'from' | 'to'> },
    }),
  );
}
/** The client's types have a place of a site's own as any text. */
type Placed<T extends { columns: string[] }> = Omit<T, 'columns'> & { columns: CounterPlace[] };
export type OfPeriod = Placed<Awaited<ReturnType<typeof readPeriod>>>;

/** Devices in rows, what is counted in columns, for one period (C-07). */
export function ofPeriodQuery(organization: string, wish: PeriodWish, part: TablePart) {
  return queryOptions({
    queryKey: [...countersKey, organization, 'period', wish, part],
    queryFn: async () => (await readPeriod(organization, wish, part)) as OfPeriod,
  });
}

function readDevice(organization: string, device: string, { by, from, to, kind }: Asked) {
  const path = { ...place(organization), device };
  return answer(api.GET(`${base}/devices/{device}`, { params: { path, query: { by, from, to, kind } } }));
}
type ReadDevice = Awaited<ReturnType<typeof readDevice>>;
export type OfDevice = Omit<ReadDevice, 'tabs'> & { tabs: Placed<ReadDevice['tabs'][number]>[] };

/** Periods in rows, newest first, in all tabs that the device has (C-06). */
export function ofDeviceQuery(organization: string, device: string, asked: Asked) {
  return queryOptions({
    queryKey: [...countersKey, organization, 'device', device, asked],
    queryFn: async () => (await readDevice(organization, device, asked)) as OfDevice,
  });
}

function readGroups(organization: string) {
  return answer(api.GET(groups, { params: { path: place(organization) } }));
}

/** The groups of the organization, by name. */
export function groupsQuery(organization: string) {
  return queryOptions({
    queryKey: ['device-groups', siteId, organization],
    queryFn: () => readGroups(organization),
    staleTime: 0,
  });
}
