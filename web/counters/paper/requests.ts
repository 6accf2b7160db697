import { queryOptions } from '@tanstack/react-query';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { answer, answerWithVersion, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { countersKey } from '../requests.ts';

const path = '/api/{site}/organizations/{organization}/counters/paper-sizes';
const place = (organization: string) => ({ site: siteId, organization });

function readChoice(organization: string) {
  return answerWithVersion(api.GET(path, { params: { path: place(organization) } }));
}
export type PaperChoice = Awaited<ReturnType<typeof readChoice>>;

/** The sizes of paper that the reader wants to see, and those there are. */
export function paperQuery(organization: string) {
  return queryOptions({
    queryKey: [...countersKey, organization, 'paper-sizes'],
    queryFn: () => readChoice(organization),
    // An edit is compared with what was there when it began.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function choosePaper(organization: string, version: string, sizes: PaperSize[]) {
  const params = { path: place(organization), header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(path, { params, body: { sizes } }));
}
