import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/audit';

export type AuditQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type AuditEntry = Awaited<ReturnType<typeof listAudit>>['items'][number];

export function listAudit(organization: string, query: AuditQuery) {
  return answer(api.GET(base, { params: { path: { site: siteId, organization }, query } }));
}

export const auditEventQuery = (organization: string, event: string) =>
  queryOptions({
    queryKey: ['audit', siteId, organization, event],
    queryFn: () => answer(api.GET(`${base}/{event}`, { params: { path: { site: siteId, organization, event } } })),
  });
