import { z } from 'zod';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import type { Route } from '../../server/kernel/http/route.ts';
import { newCompany, newOperator } from './accounts.ts';
import { customerSite, newDealer } from './customers.ts';
import { newCustomer } from './devices.ts';
import { everySite } from './every-capability.ts';
import { person, type Answer } from './person.ts';
import { fillPath } from './routes.ts';
import type { TestServer } from './server.ts';

export type Json = { type?: string | string[]; properties?: Record<string, Json>; [more: string]: unknown };
/** What whoever could be let in gets as an answer, and a stranger where the route is public; `more` comes behind the path. */
export type AskAll = (route: Route, body: string, headers?: Record<string, string>, more?: string) => Promise<Answer[]>;

/** The schema of what a route takes. */
export function schemaOf({ body }: Route): Json {
  if (!body) throw new Error('a route without a body');
  return z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Json;
}

/**
 * Whoever could be let in: a company, the operators of its site, and those of sites where accounts are made for others. Each request comes from an
 * address of its own, so that no limit of a minute answers first.
 */
export async function askAsInsiders(server: Pick<TestServer, 'url' | 'app' | 'mail'>): Promise<AskAll> {
  const insiders = [
    { site: everySite, member: await newCompany(server, everySite) },
    { site: everySite, member: await newOperator(server, everySite) },
    { site: 'printer', member: await newOperator(server, 'printer') },
    { site: customerSite, member: await newDealer(server) },
    { site: customerSite, member: await newCustomer(server, '見本工業', customerSite) },
  ];
  let addresses = 0;
  return async (route, body, headers = {}, more = '') => {
    addresses += 1;
    const send = fetchFrom(callerAddress(addresses));
    const askers = route.access === 'public' ? [{ site: everySite, member: null }] : insiders;
    const answers: Answer[] = [];
    for (const { site, member } of askers) {
      const someone = person(server.url, site, 'ja', send);
      for (const [name, value] of member?.cookies ?? []) someone.cookies.set(name, value);
      const path = fillPath(route.path, member?.organization ?? '') + more;
      const given = {
        ...(route.idempotent && { 'idempotency-key': `every-route-${addresses}` }),
        ...(route.versioned && { 'if-match': '"1"' }),
        ...headers,
      };
      answers.push(await someone.call(route.method.toUpperCase(), path, route.body ? body : undefined, given));
    }
    return answers;
  };
}
