import { startOfDay } from '../../../domain/site/civil-time.ts';
import type { HeldLicence } from '../../../domain/licences/course.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { assignmentDates } from '../assign/dates.ts';

/** By which a licence that is only planned is told from one that is there. */
const prefix = 'plan';

export const isPlanned = (licenceId: string): boolean => licenceId.startsWith(prefix);

/** Licences that open plans will assign to these customers, from the beginning of their days on; where the stock is there then. Of dealers that have closed none will. */
export async function plannedLicences(
  db: Database | Tx,
  site: Site,
  customerIds: readonly string[],
): Promise<Map<string, HeldLicence[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('licence_plans')
    .select(['id', 'customer_id as customerId', 'type', 'term_months as termMonths', 'quantity', 'day'])
    .select('device_id as deviceId')
    .where('site_id', '=', site.id)
    .where('state', '=', 'open')
    .where('customer_id', 'in', [...customerIds])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('organizations as d')
          .select('d.id')
          .whereRef('d.site_id', '=', 'licence_plans.site_id')
          .whereRef('d.id', '=', 'licence_plans.dealer_id')
          .where('d.closed_at', 'is', null),
      ),
    )
    .orderBy('day')
    .orderBy('id')
    .execute();
  const planned = rows.flatMap(({ id, customerId, type, termMonths, quantity, day, deviceId }) => {
    // What ends with the day before is followed by what was there at that moment, and the plan is carried out after it.
    const since = new Date(startOfDay(day, site.timeZone).getTime() + 1);
    const { expiresAt } = assignmentDates(site, termMonths, day);
    return Array.from({ length: quantity }, (_, at) => ({
      customerId,
      licence: { id: `${prefix} ${id} ${at}`, type, since, expiresAt, setAsideFor: deviceId, serves: null },
    }));
  });
  return new Map(
    [...Map.groupBy(planned, ({ customerId }) => customerId)].map(([customerId, some]) => [
      customerId,
      some.map(({ licence }) => licence),
    ]),
  );
}
