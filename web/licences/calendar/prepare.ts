import { ApiProblem } from '../../api/problem.ts';
import { findCustomer, inStock, type InStock } from '../assign/requests.ts';
import { emptyAssign, lineKey, type AssignDraft } from '../assign/state.ts';
import { getRenewal } from './requests.ts';

type Ending = { type: string; lastDay: string };

/** An assignment for the devices of which nothing follows yet; null where there are none any more. */
export async function prepareRenewal(organization: string, other: string, ending: Ending): Promise<AssignDraft | null> {
  const renewal = await getRenewal(organization, other, ending).catch((reason: unknown) => {
    if (reason instanceof ApiProblem && reason.status === 404) return null;
    throw reason;
  });
  const devices = renewal?.cameras.filter(({ state }) => state === 'open').map(({ device }) => device) ?? [];
  const customer = devices.length > 0 ? await findCustomer(organization, other) : null;
  if (!customer) return null;
  const { id, name, address } = customer;
  const quantities = quantitiesFor(ending.type, devices.length, await inStock(organization));
  return { ...emptyAssign, quantities, meant: { type: ending.type, devices }, customer: { id, name, address } };
}

/**
 * So many of the only term that is in stock, or as many as there are. Which of several terms it is to be is for a person to say, as it cannot be taken back (L-03):
 * then nothing is filled in, and the first step asks.
 */
export function quantitiesFor(type: string, count: number, stock: readonly InStock[]): Record<string, string> {
  const [only, another] = stock.filter((row) => row.type === type && row.inStock > 0);
  if (!only || another) return {};
  return { [lineKey(type, only.termMonths)]: String(Math.min(count, only.inStock)) };
}
