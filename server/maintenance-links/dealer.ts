import { sql } from 'kysely';
import { normaliseCode } from '../../domain/identifiers/code.ts';
import { parsePhone } from '../../domain/identifiers/phone.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { maintenanceLinkProblem } from './problems.ts';
import { countMiss, judgeTries } from './tries.ts';

/** What a customer has of a dealer: the login ID under which it signed up, and its phone number. */
export type Pair = { dealer: string; phone: string };
export type Dealer = { id: string; name: string };

/**
 * The dealer with this login ID and this phone number, both of them (E-04). Which of the two is wrong is not said; a wrong pair counts, and after
 * too many of them none is looked at.
 */
export async function askForDealer(
  tx: Tx,
  scope: Scope,
  address: string,
  typed: Pair,
): Promise<{ dealer: Dealer } | { refused: Problem; events: NewEvent[] }> {
  const tries = await judgeTries(tx, scope, address);
  if (tries.refused) return { refused: tries.refused, events: [] };
  const code = normaliseCode(typed.dealer);
  const phone = parsePhone(typed.phone, await countryOf(tx, scope));
  const errors: FieldFault[] = [];
  if (code === '') errors.push({ pointer: '/dealer', code: 'identifiers/required' });
  if (!phone.ok) errors.push(faultAt('/phone', phone));
  if (!phone.ok || errors.length > 0) return { refused: platformProblem('invalid-fields', { errors }), events: [] };
  const dealer = await findDealer(tx, scope.siteId, code, phone.value);
  if (!dealer) return { refused: maintenanceLinkProblem('dealer-unknown'), events: await countMiss(tx, scope, tries) };
  if (dealer.id === scope.organizationId) {
    const own = { pointer: '/dealer', code: 'maintenance-links/own-organization' };
    return { refused: platformProblem('invalid-fields', { errors: [own] }), events: [] };
  }
  return { dealer };
}

/** Phone numbers are read as they are written where the customer is. */
async function countryOf(tx: Tx, { siteId, organizationId }: Scope): Promise<string> {
  const { country } = await tx
    .selectFrom('organizations')
    .select('country')
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return country;
}

/** A dealer that did not sign up by itself has no code of its own; any of its people's login IDs stands for it. */
async function findDealer(tx: Tx, siteId: string, code: string, phone: string): Promise<Dealer | null> {
  const { rows } = await sql<Dealer>`
    select o.id, o.name from organizations o
    where o.site_id = ${siteId} and o.kind = 'dealer' and o.closed_at is null and o.phone = ${phone}
      and o.id in (
        select c.id from organizations c where c.site_id = ${siteId} and lower(c.dealer_code) = lower(${code})
        union all
        select u.organization_id from users u
          where u.site_id = ${siteId} and lower(u.login_id) = lower(${code}) and u.ended_at is null and u.erased_at is null
            and not exists (select from organizations d
              where d.site_id = u.site_id and d.id = u.organization_id and d.dealer_code is not null))
    order by o.id limit 1`.execute(tx);
  return rows[0] ?? null;
}
