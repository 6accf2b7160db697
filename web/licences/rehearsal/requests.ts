import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const path = '/api/{site}/organizations/{organization}/licence-rehearsal';

export type RehearsalQuery = NonNullable<paths[typeof path]['get']['parameters']['query']>;
export type Rehearsal = Awaited<ReturnType<typeof rehearse>>;
export type RehearsalItem = Rehearsal['items'][number];

export function rehearse(organization: string, query: RehearsalQuery) {
  return answer(api.GET(path, { params: { path: { site: siteId, organization }, query } }));
}
