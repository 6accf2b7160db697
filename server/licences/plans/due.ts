import { civilDayAt } from '../../../domain/licences/terms.ts';
import type { App, Site } from '../../kernel/app.ts';
import { writeEvents, type NewEvent } from '../../kernel/events.ts';
import { isProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Job } from '../../kernel/jobs.ts';
import { assignLicences } from '../assign/assign.ts';
import { journalAssignments } from '../assign/journal.ts';
import { endPlan } from './cancel.ts';

/** Plans carried out at one tick, each in a transaction of its own; the rest has the next one. */
export const plansAtOnce = 500;

/** Carries out the plans whose day has come (L-06), the oldest first: each once, whichever node looks, how often and how late. How many there were. */
export async function carryOutDue(app: App, site: Site, now: Date): Promise<number> {
  const due = await app.db
    .selectFrom('licence_plans')
    .select('id')
    .where('site_id', '=', site.id)
    .where('state', '=', 'open')
    .where('day', '<=', civilDayAt(now, site.timeZone))
    .orderBy('day')
    .orderBy('created_at')
    .orderBy('id')
    .limit(plansAtOnce)
    .execute();
  let done = 0;
  for (const { id } of due) {
    // One that cannot be carried out for now holds up no other.
    const carried = await carryOut(app, site, id, now).catch((error: unknown) => {
      app.log.error({ err: error, plan: id }, 'a planned assignment failed unexpectedly and is tried again');
      return false;
    });
    done += Number(carried);
  }
  return done;
}

async function carryOut(app: App, site: Site, id: string, now: Date): Promise<boolean> {
  return app.db.transaction().execute(async (tx) => {
    const plan = await tx
      .selectFrom('licence_plans')
      .selectAll()
      .where('site_id', '=', site.id)
      .where('id', '=', id)
      .where('state', '=', 'open')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!plan) return false;
    const {
      type,
      term_months: termMonths,
      quantity,
      customer_id: customerId,
      dealer_id: dealerId,
      device_id: device,
    } = plan;
    const by = { siteId: site.id, organizationId: dealerId, userId: null, planId: id, now };
    const lines = [{ type, termMonths, quantity, devices: device ? [device] : [] }];
    const outcome = await assignLicences(tx, site, by, { customerId, lines });
    const events: NewEvent[] = [];
    if (isProblem(outcome)) {
      const reason = reasonOf(outcome);
      await endPlan(tx, site.id, id, { state: 'failed', reason }, now);
      const data = { organization: customerId, dealer: dealerId, plan: id, reason };
      events.push({ what: 'licences.plan-failed', subject: `organization/${customerId}`, data });
    } else {
      await endPlan(tx, site.id, id, { state: 'done', assignmentId: outcome.assigned[0]?.id ?? '' }, now);
      const made = outcome.assigned.map((one) => one.id);
      await journalAssignments(app, tx, site.id, made, now);
      events.push(outcome.event);
    }
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId: null }, events);
    return true;
  });
}

/** The code of what speaks against it, without its capability. */
function reasonOf({ code, errors }: Problem): string {
  return (errors?.[0]?.code ?? code).replace(/^.*\//, '');
}

export const licencePlanJob: Job = {
  name: 'licence-plans',
  async run(app, now) {
    for (const site of app.sites.values()) if ('licences' in site.capabilities) await carryOutDue(app, site, now);
  },
};
