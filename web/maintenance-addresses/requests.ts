import { queryOptions } from '@tanstack/react-query';
import type { MaintenanceAddress } from '../../domain/maintenance-addresses/addresses.ts';
import { answer, answerWithVersion, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/maintenance-addresses';

const pathOf = (organization: string) => ({ site: siteId, organization });

export type Addresses = Awaited<ReturnType<typeof readAddressList>>;
export type AddressItem = Addresses['items'][number];

function readAddressList(organization: string) {
  return answerWithVersion(api.GET(base, { params: { path: pathOf(organization) } }));
}

export function addressesQuery(organization: string) {
  return queryOptions({
    queryKey: ['maintenance-addresses', siteId, organization],
    queryFn: () => readAddressList(organization),
    staleTime: 0, // what is changed here is compared with what is stored now
  });
}

export function saveAddresses(organization: string, version: string, addresses: MaintenanceAddress[]) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PUT(base, { params: { path: pathOf(organization), header }, body: { addresses } }));
}

export function sendLinkAgain(organization: string, address: string) {
  return answer(api.POST(`${base}/{address}/again`, { params: { path: { ...pathOf(organization), address } } }));
}

export function checkLink(token: string) {
  return answer(
    api.POST('/api/{site}/maintenance-addresses/check', { params: { path: { site: siteId } }, body: { token } }),
  );
}

export function proveAddress(token: string) {
  return answer(
    api.POST('/api/{site}/maintenance-addresses/prove', { params: { path: { site: siteId } }, body: { token } }),
  );
}
