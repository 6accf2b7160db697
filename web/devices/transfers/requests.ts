import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const mine = '/api/{site}/organizations/{organization}';
const transfers = `${mine}/transfers` as const;
const device = `${mine}/devices/{device}` as const;
const reports = `${mine}/end-reports` as const;
const place = (organization: string) => ({ site: siteId, organization });

type Key = { 'Idempotency-Key': string };
export type TransferQuery = NonNullable<paths[typeof transfers]['get']['parameters']['query']>;
export type ReportQuery = NonNullable<paths[typeof reports]['get']['parameters']['query']>;
export type TransferRow = Awaited<ReturnType<typeof listTransfers>>['items'][number];
export type Transfer = Awaited<ReturnType<typeof readTransfer>>;
export type EndReport = Awaited<ReturnType<typeof listReports>>['items'][number];
export type DeviceState = Awaited<ReturnType<typeof readState>>;
export type Act = DeviceState['may'][number] | 'decide';

/** What changes with a device stands below these. */
export const changedKeys = [
  ['devices', siteId],
  ['transfers', siteId],
  ['end-reports', siteId],
] as const;

export function listTransfers(organization: string, query: TransferQuery) {
  return answer(api.GET(transfers, { params: { path: place(organization), query } }));
}

function readTransfer(organization: string, transfer: string) {
  return answer(api.GET(`${transfers}/{transfer}`, { params: { path: { ...place(organization), transfer } } }));
}

export const transferQuery = (organization: string, transfer: string) =>
  queryOptions({
    queryKey: ['transfers', siteId, organization, 'one', transfer],
    queryFn: () => readTransfer(organization, transfer),
    staleTime: 0,
  });

function readState(organization: string, of: string) {
  return answer(api.GET(`${device}/state`, { params: { path: { ...place(organization), device: of } } }));
}

export const stateQuery = (organization: string, of: string) =>
  queryOptions({
    queryKey: ['devices', siteId, organization, 'state', of],
    queryFn: () => readState(organization, of),
    staleTime: 0,
  });

export function acceptTransfer(organization: string, transfer: string, dealers: string[]) {
  const path = { ...place(organization), transfer };
  return answer(api.POST(`${transfers}/{transfer}/accept`, { params: { path }, body: { dealers } }));
}

export function endTransfer(organization: string, transfer: string) {
  return answer(api.DELETE(`${transfers}/{transfer}`, { params: { path: { ...place(organization), transfer } } }));
}

export function cancelTransfer(organization: string, transfer: string) {
  const path = { ...place(organization), transfer };
  return answer(api.POST(`${transfers}/{transfer}/cancel`, { params: { path } }));
}

export type Place = { organization: string; device: string };
const at = ({ organization, device: of }: Place) => ({ ...place(organization), device: of });

export function offerDevice(where: Place, header: Key, body: { to: string }) {
  return answer(api.POST(`${device}/offer`, { params: { path: at(where), header }, body }));
}

export function orderTransfer(where: Place, header: Key, body: { to: string; reason: string }) {
  return answer(api.POST(`${device}/transfer-order`, { params: { path: at(where), header }, body }));
}

export function reportEnd(where: Place, header: Key, body: { endedOn: string; reason: string }) {
  return answer(api.POST(`${device}/end-report`, { params: { path: at(where), header }, body }));
}

export function withdrawReport(where: Place) {
  return answer(api.DELETE(`${device}/end-report`, { params: { path: at(where) } }));
}

export function endDevice(where: Place, body: { endedOn: string; reason: string }) {
  return answer(api.POST(`${device}/end`, { params: { path: at(where) }, body }));
}

export function releaseWrongClaim(where: Place, body: { reason: string; evidence: string }) {
  return answer(api.POST(`${device}/wrong-claim`, { params: { path: at(where) }, body }));
}

export function releaseDevice(where: Place, body: { reason: string }) {
  return answer(api.POST(`${device}/release`, { params: { path: at(where) }, body }));
}

export function replaceDevice(where: Place, header: Key, body: { serial: string; reason: string }) {
  return answer(api.POST(`${device}/replacement`, { params: { path: at(where), header }, body }));
}

export function listReports(organization: string, query: ReportQuery) {
  return answer(api.GET(reports, { params: { path: place(organization), query } }));
}

export function decideReport(
  organization: string,
  endReport: string,
  body: { decision: 'set' | 'declined'; answer: string },
) {
  const path = { ...place(organization), endReport };
  return answer(api.POST(`${reports}/{endReport}/decision`, { params: { path }, body }));
}
