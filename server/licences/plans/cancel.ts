import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { licenceProblem } from '../problems.ts';

/** Takes back an open plan of the caller's own. Once carried out it stays. */
export async function cancelPlan(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const plan = await tx
    .selectFrom('licence_plans')
    .select(['state', 'customer_id as customerId'])
    .where('site_id', '=', scope.siteId)
    .where('dealer_id', '=', scope.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) return { reply: platformProblem('not-found') };
  if (plan.state !== 'open') return { reply: licenceProblem('plan-over') };
  await endPlan(tx, scope.siteId, id, { state: 'cancelled' }, scope.now);
  const data = { organization: plan.customerId, dealer: scope.organizationId, plan: id };
  return {
    reply: { status: 204 },
    events: [{ what: 'licences.plan-cancelled', subject: `organization/${plan.customerId}`, data }],
  };
}

type PlanEnd = { state: 'cancelled' } | { state: 'failed'; reason: string } | { state: 'done'; assignmentId: string };

/** Writes down what became of a plan that its transaction holds. */
export async function endPlan(tx: Tx, siteId: string, id: string, end: PlanEnd, now: Date): Promise<void> {
  await tx
    .updateTable('licence_plans')
    .set((eb) => ({
      state: end.state,
      reason: end.state === 'failed' ? end.reason : null,
      assignment_id: end.state === 'done' ? end.assignmentId : null,
      ended_at: now,
      version: eb('version', '+', 1),
    }))
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
}
