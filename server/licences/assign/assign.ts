import { sql } from 'kysely';
import { lineFaults, type LicenceLine } from '../../../domain/licences/lines.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockOrganization } from '../../organizations/lock.ts';
import { settle } from '../settle/settle.ts';
import { takeStock } from '../stock/take.ts';
import { findCustomer } from './customers.ts';
import { assignmentDates, type AssignmentDates } from './dates.ts';
import { deviceFaults } from './devices.ts';
import type { Wish } from './schemas.ts';
import { storeAssignment } from './store.ts';

export type Assigned = AssignmentDates & {
  id: string;
  type: string;
  termMonths: number;
  quantity: number;
  licences: string[];
};

/** Who assigns: `userId` null where a plan does it by itself. */
export type Assigner = Omit<Scope, 'userId'> & { userId: string | null; planId?: string };

/** What speaks against the lines themselves, at their places in the request. */
export function faultsOf(site: Site, lines: readonly LicenceLine[]): FieldFault[] {
  return lineFaults(lines, licenceOptions(site)).map(({ code, line }) => ({
    pointer: line ? `/lines/${line.at}/${line.field}` : '/lines',
    code: `licences/${code}`,
  }));
}

/**
 * Assigns licences out of a dealer's stock to one of its customers (L-03), for good: stock, assignments and licences in the caller's
 * transaction, all of it or a refusal. The dates are those of this day where the site is (L-04).
 */
export async function assignLicences(
  tx: Tx,
  site: Site,
  by: Assigner,
  { customerId, lines }: Wish,
): Promise<{ assigned: Assigned[]; event: NewEvent } | Problem> {
  const wrong = faultsOf(site, lines);
  if (wrong.length > 0) return platformProblem('invalid-fields', { errors: wrong });
  const customer = await findCustomer(tx, by, customerId);
  if (!customer || !(await lockOrganization(tx, site.id, customerId))) return customerUnknown();
  await settle(tx, site, [customerId], by.now);
  const unfit = await deviceFaults(tx, site, customerId, lines, by.now);
  if (unfit.length > 0) return platformProblem('invalid-fields', { errors: unfit });
  // One line too many takes nothing of the others either.
  await sql`savepoint assigning`.execute(tx);
  const assigned: Assigned[] = [];
  const short: FieldFault[] = [];
  for (const [at, line] of inOrder(lines)) {
    const made = await assignLine(tx, site, by, customerId, line);
    if ('id' in made) assigned.push(made);
    else short.push({ pointer: `/lines/${at}/quantity`, code: 'licences/stock-short', params: made });
  }
  if (short.length > 0) {
    await sql`rollback to savepoint assigning`.execute(tx);
    return platformProblem('invalid-fields', { errors: short });
  }
  return { assigned, event: eventOf(by, customerId, assigned) };
}

export const customerUnknown = (): Problem =>
  platformProblem('invalid-fields', { errors: [{ pointer: '/customer', code: 'licences/customer-unknown' }] });

/** Two acts side by side take their stock in one order, so that neither waits for the other's. */
function inOrder(lines: readonly LicenceLine[]): [number, LicenceLine][] {
  const places = [...lines.entries()];
  return places.toSorted(([, a], [, b]) =>
    a.type === b.type ? a.termMonths - b.termMonths : a.type < b.type ? -1 : 1,
  );
}

async function assignLine(
  tx: Tx,
  site: Site,
  by: Assigner,
  customerId: string,
  { type, termMonths, quantity, devices }: LicenceLine,
): Promise<Assigned | { available: number }> {
  const id = newId();
  const taken = await takeStock(tx, site, by.organizationId, { type, termMonths, quantity }, by.now);
  if (!taken.ok) return { available: taken.available };
  const dates = assignmentDates(site, termMonths, by.now);
  const act = {
    customerId,
    dealerId: by.organizationId,
    type,
    termMonths,
    devices,
    lots: taken.lots,
    userId: by.userId,
  };
  const licences = await storeAssignment(tx, site.id, id, { ...act, ...dates }, by.now);
  return { id, type, termMonths, quantity, ...dates, licences };
}

function eventOf({ organizationId, planId }: Assigner, customerId: string, assigned: readonly Assigned[]): NewEvent {
  return {
    what: 'licences.assigned',
    subject: `organization/${customerId}`,
    data: {
      organization: customerId,
      dealer: organizationId,
      plan: planId ?? null,
      assignments: assigned.map(({ id, type, termMonths, quantity, lastDay }) => ({
        id,
        type,
        termMonths,
        quantity,
        lastDay,
      })),
    },
  };
}
