import { bestDayOf, effectsOf, type CameraEffect } from '../../../domain/licences/effect.ts';
import type { LicenceLine } from '../../../domain/licences/lines.ts';
import { civilDayAt } from '../../../domain/licences/terms.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Scope } from '../../kernel/session.ts';
import { readHoldings } from '../holdings.ts';
import { plannedLicences } from '../plans/upcoming.ts';
import { settleDueOf } from '../settle/settle.ts';
import { findLots } from '../stock/ledger.ts';
import { customerUnknown, faultsOf } from './assign.ts';
import { findCustomer, type FoundCustomer } from './customers.ts';
import { assignmentDates, type AssignmentDates } from './dates.ts';
import { deviceFaults } from './devices.ts';
import type { Wish } from './schemas.ts';

export type CheckedLine = AssignmentDates & {
  line: LicenceLine;
  available: number;
  /** What would be renewed by its licences; the others of them wait. */
  cameras: (CameraEffect & { serial: string })[];
};
export type Checked = { customer: FoundCustomer; bestDay: string | null; lines: CheckedLine[] };

/** What an assignment at this moment would do (L-03, L-06), or why it would be refused. Nothing is kept back for who asks. */
export async function checkAssignment(
  app: App,
  site: Site,
  scope: Scope,
  { customerId, lines }: Wish,
): Promise<Checked | Problem> {
  const { now } = scope;
  const wrong = faultsOf(site, lines);
  if (wrong.length > 0) return platformProblem('invalid-fields', { errors: wrong });
  const customer = await findCustomer(app.db, scope, customerId);
  if (!customer) return customerUnknown();
  await settleDueOf(app, site, [customerId], now);
  const errors = await deviceFaults(app.db, site, customerId, lines, now);
  const stock = await Promise.all(lines.map((line) => availableOf(app, site, scope, line)));
  errors.push(...lines.flatMap((line, at) => shortAt(at, line, stock[at] ?? 0)));
  if (errors.length > 0) return platformProblem('invalid-fields', { errors });
  const { dated, effects, serials } = await renewedBy(app.db, site, { customerId, lines }, now);
  return {
    customer,
    bestDay: bestDayOf(effects, civilDayAt(now, site.timeZone)),
    lines: dated.map((one, at) => ({
      ...one,
      available: stock[at] ?? 0,
      cameras: effects
        .filter(({ licenceId }) => licenceId.startsWith(`new ${at} `))
        .map((effect) => ({ ...effect, serial: serials.get(effect.deviceId) ?? '' })),
    })),
  };
}

/** What these lines would renew if they were assigned now, of a customer that was settled; with their dates, and the serial numbers of its cameras. */
export async function renewedBy(db: Database | Tx, site: Site, { customerId, lines }: Wish, now: Date) {
  const holding = (await readHoldings(db, site.id, [customerId], now)).get(customerId) ?? {
    cameras: [],
    licences: [],
  };
  const planned = (await plannedLicences(db, site, [customerId])).get(customerId) ?? [];
  const dated = lines.map((line) => ({ line, ...assignmentDates(site, line.termMonths, now) }));
  const added = dated.flatMap(({ line, expiresAt }, at) =>
    Array.from({ length: line.quantity }, (_, index) => ({
      // After the IDs of all that are there: it comes after those with the same last day.
      id: `new ${at} ${index}`,
      type: line.type,
      since: now,
      expiresAt,
      setAsideFor: line.devices[index] ?? null,
      serves: null,
    })),
  );
  const licences = [...holding.licences, ...planned];
  const effects = effectsOf({ ...holding, licences }, added, now, site.timeZone);
  const serials = new Map(holding.cameras.map(({ deviceId, serial }) => [deviceId, serial]));
  return { dated, effects, serials };
}

async function availableOf(app: App, site: Site, scope: Scope, line: LicenceLine): Promise<number> {
  const lots = await findLots(app.db, site.id, scope.organizationId, line);
  return lots.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The fault of a line that asks for more than there is. */
function shortAt(at: number, { quantity }: LicenceLine, available: number): FieldFault[] {
  if (quantity <= available) return [];
  return [{ pointer: `/lines/${at}/quantity`, code: 'licences/stock-short', params: { available } }];
}
