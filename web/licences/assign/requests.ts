import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const base = '/api/{site}/organizations/{organization}';
const assignments = `${base}/licence-assignments` as const;
const plans = `${base}/licence-plans` as const;
const path = (organization: string) => ({ site: siteId, organization });

type Key = { 'Idempotency-Key': string };
type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;
export type NewAssignment = Body<typeof assignments>;
export type NewPlan = Body<typeof plans>;
export type AssignmentQuery = NonNullable<paths[typeof assignments]['get']['parameters']['query']>;
export type PlanQuery = NonNullable<paths[typeof plans]['get']['parameters']['query']>;
export type AssignmentRow = Awaited<ReturnType<typeof listAssignments>>['items'][number];
export type PlanRow = Awaited<ReturnType<typeof listPlans>>['items'][number];
export type Check = Awaited<ReturnType<typeof checkAssignment>>;
export type CheckedLine = Check['lines'][number];

/** Everything below this key is asked anew after an assignment or a change of plans. */
export const licencesKey = ['licences', siteId] as const;

export const suggestionsQuery = (organization: string, text: string) =>
  queryOptions({
    queryKey: ['licence-customers', siteId, organization, text],
    queryFn: () =>
      answer(api.GET(`${base}/licence-customers`, { params: { path: path(organization), query: { text } } })),
    staleTime: 0,
  });

export const checkQuery = (organization: string, body: NewAssignment) =>
  queryOptions({
    queryKey: [...licencesKey, organization, 'check', body],
    queryFn: () => checkAssignment(organization, body),
    staleTime: 0,
    retry: false,
  });

export function checkAssignment(organization: string, body: NewAssignment) {
  return answer(api.POST(`${base}/licence-assignment-checks`, { params: { path: path(organization) }, body }));
}

export function assignLicences(organization: string, header: Key, body: NewAssignment) {
  return answer(api.POST(assignments, { params: { path: path(organization), header }, body }));
}

export function planLicences(organization: string, header: Key, body: NewPlan) {
  return answer(api.POST(plans, { params: { path: path(organization), header }, body }));
}

export function cancelPlan(organization: string, plan: string) {
  return answer(api.DELETE(`${plans}/{plan}`, { params: { path: { ...path(organization), plan } } }));
}

export function listAssignments(organization: string, query: AssignmentQuery) {
  return answer(api.GET(assignments, { params: { path: path(organization), query } }));
}

export function listPlans(organization: string, query: PlanQuery) {
  return answer(api.GET(plans, { params: { path: path(organization), query } }));
}

export type InStock = { type: string; termMonths: number; inStock: number };

/** What is in stock to be assigned, by type and term. */
export async function inStock(organization: string): Promise<InStock[]> {
  const { items } = await answer(api.GET(`${base}/licence-stock`, { params: { path: path(organization) } }));
  return items.filter((row) => row.inStock > 0);
}

export const stockQuery = (organization: string) =>
  queryOptions({
    queryKey: [...licencesKey, organization, 'in-stock'],
    queryFn: () => inStock(organization),
    staleTime: 0,
  });

/** One of the dealer's customers by its ID, as it is suggested by its name. */
export async function findCustomer(organization: string, id: string) {
  const other = { ...path(organization), other: id };
  const { name } = await answer(api.GET(`${base}/organizations/{other}`, { params: { path: other } }));
  const query = { text: name };
  const found = await answer(api.GET(`${base}/licence-customers`, { params: { path: path(organization), query } }));
  return found.items.find((one) => one.id === id) ?? null;
}
