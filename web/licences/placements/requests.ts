import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const own = '/api/{site}/organizations/{organization}';
const base = `${own}/licences` as const;
const one = `${base}/{licence}` as const;
const device = `${own}/devices/{device}` as const;

const place = (organization: string) => ({ site: siteId, organization });
const match = (version: string) => ({ 'If-Match': `"${version}"` });

export type LicenceQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type Licence = Awaited<ReturnType<typeof listLicences>>['items'][number];
export type LicenceDetail = Awaited<ReturnType<typeof readLicence>>;
export type DeviceLicence = Awaited<ReturnType<typeof readOfDevice>>;

/** Everything below this key is asked anew when a licence was moved. */
export const placementsKey = ['licence-placements', siteId] as const;

export function listLicences(organization: string, query: LicenceQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

function readLicence(organization: string, licence: string) {
  return answerWithVersion(api.GET(one, { params: { path: { ...place(organization), licence } } }));
}
function readOfDevice(organization: string, id: string) {
  return answerWithVersion(api.GET(`${device}/licence`, { params: { path: { ...place(organization), device: id } } }));
}

export const licenceQuery = (organization: string, licence: string) =>
  queryOptions({
    queryKey: [...placementsKey, organization, 'one', licence],
    queryFn: () => readLicence(organization, licence),
    staleTime: 0, // what is chosen is compared with what is stored now
    retry: false,
  });

export const ofDeviceQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [...placementsKey, organization, 'device', id],
    queryFn: () => readOfDevice(organization, id),
    staleTime: 0,
    retry: false,
  });

export const targetsQuery = (organization: string, licence: string, text: string) =>
  queryOptions({
    queryKey: [...placementsKey, organization, 'targets', licence, text],
    queryFn: () =>
      answer(api.GET(`${one}/devices`, { params: { path: { ...place(organization), licence }, query: { text } } })),
    staleTime: 0,
  });

export const renewalQuery = (organization: string) =>
  queryOptions({
    queryKey: [...placementsKey, organization, 'renewal'],
    queryFn: () => answerWithVersion(api.GET(`${own}/licence-renewal`, { params: { path: place(organization) } })),
    staleTime: 0,
  });

type Act = { organization: string; licence: string; version: string; to: string | null };

export function moveLicence({ organization, licence, version, to }: Act) {
  const params = { path: { ...place(organization), licence }, header: match(version) };
  return answer(api.PUT(`${one}/device`, { params, body: { device: to } }));
}

export function setLicenceAside({ organization, licence, version, to }: Act) {
  const params = { path: { ...place(organization), licence }, header: match(version) };
  return answer(api.PUT(`${one}/set-aside`, { params, body: { device: to } }));
}

export function chooseForDevice(organization: string, id: string, version: string, renews: boolean | null) {
  const params = { path: { ...place(organization), device: id }, header: match(version) };
  return answer(api.PUT(`${device}/renewal`, { params, body: { renews } }));
}

export function chooseForAll(organization: string, version: string, renews: boolean) {
  const params = { path: place(organization), header: match(version) };
  return answer(api.PUT(`${own}/licence-renewal`, { params, body: { renews } }));
}
