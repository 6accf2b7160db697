import { z } from 'zod';
import { checkPeriods, keptOn, periodsFrom } from '../../../domain/counters/periods.ts';
import type { CounterPlace, KnownPlace } from '../../../domain/counters/places.ts';
import { counterOptions } from '../../../domain/site/capabilities.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { ownPlaceSchema } from '../../counters/schemas.ts';
import type { Site } from '../../kernel/app.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';

/** What of what is counted makes sense by department: impressions and sheets, which can be added up over models. */
export const departmentPlaces = [
  'total',
  'colour',
  'mono',
  'copy',
  'print',
  'scan',
  'duplex',
] as const satisfies KnownPlace[];

const monthText = z.string().max(10);

export const departmentQuery = z.strictObject({
  from: monthText.describe('The first month: `2021-08`'),
  to: monthText.describe('The last one; at most 12 months'),
  place: z
    .union([z.enum(departmentPlaces), ownPlaceSchema])
    .default('total')
    .describe('What is counted; a counter of the site’s own as `own:` and its code'),
});

export type DepartmentQuestion = { months: string[]; place: CounterPlace; timeZone: string; asOf: Date };

/** Reads the months of a question, in the reporting zone and by the limits of counters (C-04); what is wrong is told at its field. */
export function readDepartmentQuestion(
  site: Site,
  { from, to, place }: z.output<typeof departmentQuery>,
  now: Date,
  timeZone: string,
): DepartmentQuestion | Problem {
  const asked = { by: 'month' as const, from, to };
  const faults = checkPeriods(asked, keptOn(civilDay(now, timeZone), counterOptions(site).keep));
  if (faults.length > 0)
    return platformProblem('invalid-fields', {
      errors: faults.map(({ field, code, params }) => ({
        pointer: `/${field}`,
        code: `counters/${code}`,
        ...(params && { params }),
      })),
    });
  return { months: periodsFrom(asked), place, timeZone, asOf: now };
}
