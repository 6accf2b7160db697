import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const mine = '/api/{site}/organizations/{organization}';
const organizations = `${mine}/organizations` as const;
const one = `${organizations}/{other}` as const;
const members = `${mine}/members` as const;
const invitations = `${mine}/invitations` as const;
const handOver = `${mine}/hand-over` as const;
const site = { site: siteId };

type Key = { 'Idempotency-Key': string };
type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export type OrganizationQuery = NonNullable<paths[typeof organizations]['get']['parameters']['query']>;
export type InvitationQuery = NonNullable<paths[typeof invitations]['get']['parameters']['query']>;
export type MemberQuery = NonNullable<paths[typeof members]['get']['parameters']['query']>;
export type OrganizationRow = Awaited<ReturnType<typeof listOrganizations>>['items'][number];
export type Organization = Awaited<ReturnType<typeof readOrganization>>;
export type Member = Awaited<ReturnType<typeof listMembers>>['items'][number];
export type Invitation = Awaited<ReturnType<typeof listInvitations>>['items'][number];
export type Invited = Awaited<ReturnType<typeof checkInvitation>>;
export type Acceptance = Body<'/api/{site}/invitations/accept', 'post'>;
export type NewOrganization = Body<typeof organizations, 'post'>;
export type NewInvitation = Body<typeof invitations, 'post'>;
export type NewGrant = Body<`${typeof one}/grants`, 'post'>;
export type Closing = Awaited<ReturnType<typeof previewClosing>>;

export function listOrganizations(organization: string, query: OrganizationQuery) {
  return answer(api.GET(organizations, { params: { path: { ...site, organization }, query } }));
}

export const organizationKindsQuery = (organization: string) =>
  queryOptions({
    queryKey: ['organization-kinds', siteId, organization],
    queryFn: () => answer(api.GET(`${mine}/organization-kinds`, { params: { path: { ...site, organization } } })),
    staleTime: Infinity,
  });

function readOrganization(organization: string, other: string) {
  return answer(api.GET(one, { params: { path: { ...site, organization, other } } }));
}

export const organizationQuery = (organization: string, other: string) =>
  queryOptions({
    queryKey: ['organization', siteId, organization, other],
    queryFn: () => readOrganization(organization, other),
    staleTime: 0,
  });

export function makeOrganization(organization: string, header: Key, body: NewOrganization) {
  return answer(api.POST(organizations, { params: { path: { ...site, organization }, header }, body }));
}

export function moveOrganization(organization: string, other: string, body: { parent: string | null; reason: string }) {
  return answer(api.PUT(`${one}/parent`, { params: { path: { ...site, organization, other } }, body }));
}

export function previewClosing(organization: string, other: string, successor: string | null) {
  const query = successor ? { successor } : {};
  return answer(api.GET(`${one}/closing`, { params: { path: { ...site, organization, other }, query } }));
}

export function closeOrganization(
  organization: string,
  other: string,
  body: { successor: string | null; seen: number; reason: string },
) {
  return answer(api.POST(`${one}/closing`, { params: { path: { ...site, organization, other } }, body }));
}

export function previewOwnClosing(organization: string) {
  return answer(api.GET(`${mine}/closing`, { params: { path: { ...site, organization } } }));
}

export function closeOwnOrganization(organization: string, body: { seen: number; reason: string; password: string }) {
  return answer(api.POST(`${mine}/closing`, { params: { path: { ...site, organization } }, body }));
}

export function giveGrant(organization: string, other: string, header: Key, body: NewGrant) {
  return answer(api.POST(`${one}/grants`, { params: { path: { ...site, organization, other }, header }, body }));
}

export function endGrant(organization: string, other: string, grant: string) {
  return answer(api.DELETE(`${one}/grants/{grant}`, { params: { path: { ...site, organization, other, grant } } }));
}

export function listMembers(organization: string, query: MemberQuery) {
  return answer(api.GET(members, { params: { path: { ...site, organization }, query } }));
}

export const memberQuery = (organization: string, user: string) =>
  queryOptions({
    queryKey: ['members', siteId, organization, user],
    queryFn: () => answer(api.GET(`${members}/{user}`, { params: { path: { ...site, organization, user } } })),
    staleTime: 0,
    retry: false,
  });

export function changeRole(organization: string, user: string, role: Member['role']) {
  return answer(api.PATCH(`${members}/{user}`, { params: { path: { ...site, organization, user } }, body: { role } }));
}

export function removeMember(organization: string, user: string) {
  return answer(api.DELETE(`${members}/{user}`, { params: { path: { ...site, organization, user } } }));
}

export function leaveOrganization(password: string) {
  return answer(api.POST('/api/{site}/account/leave', { params: { path: site }, body: { password } }));
}

export function listInvitations(organization: string, query: InvitationQuery) {
  return answer(api.GET(invitations, { params: { path: { ...site, organization }, query } }));
}

export const loginIdKindQuery = (organization: string) =>
  queryOptions({
    queryKey: ['login-id-kind', siteId, organization],
    queryFn: async () => (await listInvitations(organization, { page: 1, pageSize: 10 })).loginIdKind,
    staleTime: Infinity,
  });

export function invite(organization: string, header: Key, body: NewInvitation) {
  return answer(api.POST(invitations, { params: { path: { ...site, organization }, header }, body }));
}

export function sendInvitationAgain(organization: string, invitation: string) {
  const path = { ...site, organization, invitation };
  return answer(api.POST(`${invitations}/{invitation}/again`, { params: { path } }));
}

export function withdrawInvitation(organization: string, invitation: string) {
  const path = { ...site, organization, invitation };
  return answer(api.DELETE(`${invitations}/{invitation}`, { params: { path } }));
}

export function checkInvitation(token: string) {
  return answer(api.POST('/api/{site}/invitations/check', { params: { path: site }, body: { token } }));
}

export function acceptInvitation(header: Key, body: Acceptance) {
  return answer(api.POST('/api/{site}/invitations/accept', { params: { path: site, header }, body }));
}

export const handOverQuery = (organization: string) =>
  queryOptions({
    queryKey: ['hand-over', siteId, organization],
    queryFn: async () => (await answer(api.GET(handOver, { params: { path: { ...site, organization } } }))).handOver,
    staleTime: 0,
  });

export function offerOwnership(organization: string, body: { user: string; password: string }) {
  return answer(api.POST(handOver, { params: { path: { ...site, organization } }, body }));
}

export function acceptOwnership(organization: string) {
  return answer(api.POST(`${handOver}/accept`, { params: { path: { ...site, organization } } }));
}

export function endOwnershipOffer(organization: string) {
  return answer(api.DELETE(handOver, { params: { path: { ...site, organization } } }));
}
