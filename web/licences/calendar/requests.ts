import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const base = '/api/{site}/organizations/{organization}/licence-renewals';

export type RenewalQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type RenewalList = Awaited<ReturnType<typeof listRenewals>>;
export type RenewalRow = RenewalList['items'][number];
export type ForecastMonth = RenewalList['months'][number];

export function listRenewals(organization: string, query: RenewalQuery) {
  return answer(api.GET(base, { params: { path: { site: siteId, organization }, query } }));
}

/** The devices of a customer whose licences of a type end with a day. */
export function getRenewal(organization: string, other: string, query: { type: string; lastDay: string }) {
  return answer(api.GET(`${base}/{other}`, { params: { path: { site: siteId, organization, other }, query } }));
}
