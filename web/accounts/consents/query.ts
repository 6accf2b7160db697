import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';

/** What counts, what was agreed to, and what is still owed. */
export const consentsQuery = queryOptions({
  queryKey: ['consents', siteId],
  queryFn: () => answer(api.GET('/api/{site}/consents', { params: { path: { site: siteId } } })),
  staleTime: 0,
});
