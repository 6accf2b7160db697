import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { fileNameIn } from '../../api/file-name.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';
import type { ListState } from '../../ui/data-table/list-state.ts';

const site = { site: siteId };
const managed = '/api/{site}/organizations/{organization}/accounts';

type PatchBody = paths['/api/{site}/account']['patch']['requestBody']['content']['application/json'];
export type AccountChange = PatchBody['values'];
export type Account = Awaited<ReturnType<typeof readManagedAccount>>;
export type ManagedRow = Awaited<ReturnType<typeof listAccounts>>['items'][number];
export type OwnSession = Awaited<ReturnType<typeof listSessions>>['items'][number];

export const ownAccountQuery = queryOptions({
  queryKey: ['account', siteId],
  queryFn: () => answer(api.GET('/api/{site}/account', { params: { path: site } })),
  staleTime: 0, // what is changed here is compared with what is stored now
});

export function managedAccountQuery(organization: string, user: string) {
  return queryOptions({
    queryKey: ['managed-account', siteId, organization, user],
    queryFn: () => readManagedAccount(organization, user),
    staleTime: 0,
  });
}

function readManagedAccount(organization: string, user: string) {
  return answer(api.GET(`${managed}/{user}`, { params: { path: { ...site, organization, user } } }));
}

export function saveOwnAccount(version: string, values: AccountChange) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PATCH('/api/{site}/account', { params: { path: site, header }, body: { values } }));
}

export function saveManagedAccount(
  organization: string,
  user: string,
  version: string,
  values: AccountChange,
  reason: string,
) {
  const header = { 'If-Match': `"${version}"` };
  const path = { ...site, organization, user };
  return answer(api.PATCH(`${managed}/{user}`, { params: { path, header }, body: { values, reason } }));
}

type AccountQuery = NonNullable<paths[typeof managed]['get']['parameters']['query']>;

/** `useListState` lets only known columns and fields through. */
export function listAccounts(organization: string, { page, pageSize, sort, search }: ListState) {
  const query = { page, pageSize, ...(sort && { sort }), ...search } as AccountQuery;
  return answer(api.GET(managed, { params: { path: { ...site, organization }, query } }));
}

export function askMailChange(
  header: { 'Idempotency-Key': string },
  body: { mail: string; mailAgain: string; password: string },
) {
  return answer(api.POST('/api/{site}/account/mail-change', { params: { path: site, header }, body }));
}

export function giveUpMailChange() {
  return answer(api.DELETE('/api/{site}/account/mail-change', { params: { path: site } }));
}

export function removeMail(body: { password: string }) {
  return answer(api.POST('/api/{site}/account/mail-removal', { params: { path: site }, body }));
}

export function checkMailChange(token: string) {
  return answer(api.POST('/api/{site}/mail-changes/check', { params: { path: site }, body: { token } }));
}

export function proveMailChange(token: string) {
  return answer(api.POST('/api/{site}/mail-changes', { params: { path: site }, body: { token } }));
}

export function changeLoginId(body: { loginId: string; password: string }) {
  return answer(api.PUT('/api/{site}/account/login-id', { params: { path: site }, body }));
}

export function listSessions() {
  return answer(api.GET('/api/{site}/account/sessions', { params: { path: site } }));
}

export function endSession(session: string) {
  return answer(api.DELETE('/api/{site}/account/sessions/{session}', { params: { path: { ...site, session } } }));
}

export function endOtherSessions() {
  return answer(api.DELETE('/api/{site}/account/sessions', { params: { path: site } }));
}

export function checkWithdrawal(token: string) {
  return answer(api.POST('/api/{site}/withdrawals/check', { params: { path: site }, body: { token } }));
}

export function withdraw(token: string) {
  return answer(api.POST('/api/{site}/withdrawals', { params: { path: site }, body: { token } }));
}

export function eraseManagedAccount(organization: string, user: string, reason: string) {
  const path = { ...site, organization, user };
  return answer(api.POST(`${managed}/{user}/erasure`, { params: { path }, body: { reason } }));
}

/** Everything kept of a person, as the file that the server names. */
export async function copyManagedAccount(organization: string, user: string, reason: string): Promise<File> {
  const path = { ...site, organization, user };
  const exchange = api.POST(`${managed}/{user}/copy`, { params: { path }, body: { reason }, parseAs: 'blob' });
  const blob = (await answer(exchange)) as unknown as Blob;
  return new File([blob], fileNameIn((await exchange).response) ?? 'own-data.json');
}
