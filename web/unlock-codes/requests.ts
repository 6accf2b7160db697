import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

export type ShownCode = Awaited<ReturnType<typeof showCode>>;

function showCode(organization: string, device: string) {
  const path = { site: siteId, organization, device };
  return answer(api.GET('/api/{site}/organizations/{organization}/devices/{device}/unlock-code', { params: { path } }));
}

/** Each time it is asked for is counted and written down, so it is asked once for a page. */
export function codeQuery(organization: string, device: string) {
  return queryOptions({
    queryKey: ['devices', siteId, organization, 'unlock-code', device],
    queryFn: () => showCode(organization, device),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
}
