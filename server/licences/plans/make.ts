import { readPlanDay } from '../../../domain/licences/plan-day.ts';
import { civilDayAt } from '../../../domain/licences/terms.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { customerUnknown, faultsOf } from '../assign/assign.ts';
import { findCustomer } from '../assign/customers.ts';
import { deviceFaults } from '../assign/devices.ts';
import type { Wish } from '../assign/schemas.ts';
import { licenceProblem } from '../problems.ts';

/** Open plans of one dealer. */
export const openPlansMax = 10_000;

type Planned = { type: string; termMonths: number; quantity: number; deviceId: string | null };

/** Has licences assigned by itself on a later day (L-06). A device for which one is set aside has a plan of its own. Nothing is taken from stock before. */
export async function makePlans(
  tx: Tx,
  site: Site,
  scope: Scope,
  { customerId, lines, day: typed }: Wish & { day: string },
): Promise<Outcome<{ plans: string[]; day: string }>> {
  const day = readPlanDay(typed, civilDayAt(scope.now, site.timeZone));
  const errors: FieldFault[] = faultsOf(site, lines);
  if (!day.ok)
    errors.push({ pointer: '/day', code: `licences/${day.code}`, ...(day.params && { params: day.params }) });
  if (!day.ok || errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  if (!(await findCustomer(tx, scope, customerId))) return { reply: customerUnknown() };
  const unfit = await deviceFaults(tx, site, customerId, lines);
  if (unfit.length > 0) return { reply: platformProblem('invalid-fields', { errors: unfit }) };
  const wished = lines.flatMap(({ type, termMonths, quantity, devices }): Planned[] => [
    ...devices.map((deviceId) => ({ type, termMonths, quantity: 1, deviceId })),
    ...(quantity > devices.length ? [{ type, termMonths, quantity: quantity - devices.length, deviceId: null }] : []),
  ]);
  if ((await openPlans(tx, scope)) + wished.length > openPlansMax)
    return { reply: licenceProblem('too-many-plans', { params: { max: openPlansMax } }) };
  const rows = wished.map((one) => ({ ...one, id: newId() }));
  await tx
    .insertInto('licence_plans')
    .values(
      rows.map(({ id, type, termMonths, quantity, deviceId }) => ({
        site_id: site.id,
        id,
        dealer_id: scope.organizationId,
        customer_id: customerId,
        type,
        term_months: termMonths,
        quantity,
        day: day.value,
        device_id: deviceId,
        created_by: scope.userId,
        created_at: scope.now,
      })),
    )
    .execute();
  const plans = rows.map(({ id, type, termMonths, quantity }) => ({ id, type, termMonths, quantity }));
  const data = { organization: customerId, dealer: scope.organizationId, day: day.value, plans };
  return {
    reply: { status: 201, body: { plans: rows.map(({ id }) => outsideId('licencePlan', id)), day: day.value } },
    events: [{ what: 'licences.planned', subject: `organization/${customerId}`, data }],
  };
}

/** How many are open. */
async function openPlans(tx: Tx, scope: Scope): Promise<number> {
  const { count } = await tx
    .selectFrom('licence_plans')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', scope.siteId)
    .where('dealer_id', '=', scope.organizationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}
