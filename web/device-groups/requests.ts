import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/device-groups';

const place = (organization: string) => ({ site: siteId, organization });

export type Groups = Awaited<ReturnType<typeof readGroups>>;
export type Group = Awaited<ReturnType<typeof readGroup>>;
export type Member = Group['devices'][number];
export type Wish = { name: string; devices: string[] };

/** Everything below this key is asked anew after a change of groups. */
export const groupsKey = ['device-groups', siteId] as const;

function readGroups(organization: string) {
  return answer(api.GET(base, { params: { path: place(organization) } }));
}

export const groupsQuery = (organization: string) =>
  queryOptions({
    queryKey: [...groupsKey, organization, 'list'],
    queryFn: () => readGroups(organization),
    staleTime: 0,
  });

function readGroup(organization: string, group: string) {
  return answerWithVersion(api.GET(`${base}/{group}`, { params: { path: { ...place(organization), group } } }));
}

/** Not asked anew behind somebody who is typing: an edit is compared with what was there when it began. */
export const groupQuery = (organization: string, group: string) =>
  queryOptions({
    queryKey: [...groupsKey, organization, 'one', group],
    queryFn: () => readGroup(organization, group),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function readUngrouped(organization: string) {
  return answer(api.GET(`${base}/ungrouped-devices`, { params: { path: place(organization) } }));
}

export const ungroupedQuery = (organization: string) =>
  queryOptions({
    queryKey: [...groupsKey, organization, 'ungrouped'],
    queryFn: () => readUngrouped(organization),
    staleTime: 0,
  });

/** `attempt` stays the same while the same press is tried again. */
export function createGroup(organization: string, attempt: string, body: Wish) {
  const params = { path: place(organization), header: { 'Idempotency-Key': attempt } };
  return answer(api.POST(base, { params, body }));
}

export function changeGroup(organization: string, group: string, version: string, body: Wish) {
  const params = { path: { ...place(organization), group }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(`${base}/{group}`, { params, body }));
}

const ofDevice = '/api/{site}/organizations/{organization}/devices/{device}/group';

export type GroupOfDevice = Awaited<ReturnType<typeof readGroupOfDevice>>;

function readGroupOfDevice(organization: string, device: string) {
  return answerWithVersion(api.GET(ofDevice, { params: { path: { ...place(organization), device } } }));
}

export const groupOfDeviceQuery = (organization: string, device: string) =>
  queryOptions({
    queryKey: [...groupsKey, organization, 'of', device],
    queryFn: () => readGroupOfDevice(organization, device),
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });

export function chooseGroup(organization: string, device: string, version: string, group: string | null) {
  const params = { path: { ...place(organization), device }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(ofDevice, { params, body: { group } }));
}

export function deleteGroups(organization: string, groups: string[]) {
  return answer(api.POST(`${base}/delete`, { params: { path: place(organization) }, body: { groups } }));
}
