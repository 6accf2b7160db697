import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

export type LinkFacts = Awaited<ReturnType<typeof checkLink>>;

function checkLink(token: string) {
  return answer(api.POST('/api/{site}/password-links/check', { params: { path: { site: siteId } }, body: { token } }));
}

/** What a mailed link, or the proof that came of a mailed code, is good for; asking uses nothing up. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: ['password-link', token],
    queryFn: () => checkLink(token),
    staleTime: Infinity,
    gcTime: 0,
  });
}
