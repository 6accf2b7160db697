import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/departments';
const names = `${base}/names` as const;

const place = (organization: string) => ({ site: siteId, organization });

export type DepartmentQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type Departments = Awaited<ReturnType<typeof listDepartments>>;
export type Department = Departments['items'][number];
export type Named = { department: string; name: string };

/** Everything below this key is asked anew when departments were named. */
export const departmentsKey = ['departments', siteId] as const;

export function listDepartments(organization: string, query: DepartmentQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

function readNames(organization: string) {
  return answerWithVersion(api.GET(names, { params: { path: place(organization) } }));
}

/** Not asked anew behind somebody who is typing: an edit is compared with what was there when it began. */
export const namesQuery = (organization: string) =>
  queryOptions({
    queryKey: [...departmentsKey, organization, 'names'],
    queryFn: () => readNames(organization),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function changeNames(organization: string, version: string, items: Named[]) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PUT(names, { params: { path: place(organization), header }, body: { items } }));
}
