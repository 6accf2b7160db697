import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}';
const people = `${base}/agreements` as const;

export const agreementsKey = ['agreements', siteId] as const;
export type AgreementQuery = NonNullable<paths[typeof people]['get']['parameters']['query']>;
export type Agreement = Awaited<ReturnType<typeof listAgreements>>['items'][number];
export type SiteDocument = Awaited<ReturnType<typeof listDocuments>>['items'][number];

export function listAgreements(organization: string, query: AgreementQuery) {
  return answer(api.GET(people, { params: { path: { site: siteId, organization }, query } }));
}

function listDocuments(organization: string) {
  return answer(api.GET(`${base}/site-documents`, { params: { path: { site: siteId, organization } } }));
}

export function documentsQuery(organization: string) {
  return queryOptions({
    queryKey: [...agreementsKey, 'documents', organization],
    queryFn: () => listDocuments(organization),
    // By what others do it is another at each visit.
    staleTime: 0,
  });
}
