import { readPlanDay } from '../../../domain/licences/plan-day.ts';
import { civilDayAt } from '../../../domain/licences/terms.ts';
import { tooLateFor } from '../../../domain/licences/too-late.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { customerUnknown, faultsOf } from '../assign/assign.ts';
import { renewedBy } from '../assign/check.ts';
import { findCustomer } from '../assign/customers.ts';
import { deviceFaults } from '../assign/devices.ts';
import type { Wish } from '../assign/schemas.ts';
import { lockOrganization } from '../../organizations/lock.ts';
import { licenceProblem } from '../problems.ts';
import { settle } from '../settle/settle.ts';

/** Open plans of one dealer. */
export const openPlansMax = 10_000;

type Planned = { type: string; termMonths: number; quantity: number; deviceId: string | null };

/** `tooLate`: of how many devices who plans was told that their licence ends before that day. */
export type PlanWish = Wish & { day: string; tooLate: number };

/**
 * Has licences assigned by itself on a later day (L-06). A device for which one is set aside has a plan of its own. Nothing is taken from stock before. Where
 * more devices than were told of would be without a licence by then it is refused with their number.
 */
export async function makePlans(
  tx: Tx,
  site: Site,
  scope: Scope,
  { customerId, lines, day: typed, tooLate }: PlanWish,
): Promise<Outcome<{ plans: string[]; day: string }>> {
  const day = readPlanDay(typed, civilDayAt(scope.now, site.timeZone));
  const errors: FieldFault[] = faultsOf(site, lines);
  if (!day.ok)
    errors.push({ pointer: '/day', code: `licences/${day.code}`, ...(day.params && { params: day.params }) });
  if (!day.ok || errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  if (!(await findCustomer(tx, scope, customerId)) || !(await lockOrganization(tx, site.id, customerId)))
    return { reply: customerUnknown() };
  await settle(tx, site, [customerId], scope.now);
  const unfit = await deviceFaults(tx, site, customerId, lines, scope.now);
  if (unfit.length > 0) return { reply: platformProblem('invalid-fields', { errors: unfit }) };
  const { effects } = await renewedBy(tx, site, { customerId, lines }, scope.now);
  const late = tooLateFor(effects, day.value);
  if (late.length > tooLate) {
    const params = { count: late.length, days: Math.max(...late.map(({ uncoveredDays }) => uncoveredDays)) };
    return {
      reply: platformProblem('invalid-fields', {
        errors: [{ pointer: '/day', code: 'licences/plan-too-late', params }],
      }),
    };
  }
  const wished = plansOf(lines, new Set(late.map(({ deviceId }) => deviceId)));
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

/** What comes too late for a device waits for any: set aside for that one it would never be used. */
function plansOf(lines: Wish['lines'], late: ReadonlySet<string>): Planned[] {
  return lines.flatMap(({ type, termMonths, quantity, devices }) => {
    const aside = devices.filter((deviceId) => !late.has(deviceId));
    const left = quantity - aside.length;
    return [
      ...aside.map((deviceId) => ({ type, termMonths, quantity: 1, deviceId })),
      ...(left > 0 ? [{ type, termMonths, quantity: left, deviceId: null }] : []),
    ];
  });
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
