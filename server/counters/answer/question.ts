import { z } from 'zod';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { counterOptions, deviceOptions } from '../../../domain/site/capabilities.ts';
import { figureKinds, type FigureKind } from '../../../domain/counters/kinds.ts';
import {
  checkPeriods,
  keptOn,
  periodsFrom,
  periodUnits,
  type Kept,
  type PeriodUnit,
} from '../../../domain/counters/periods.ts';
import { counterTabNames } from '../../../domain/counters/places.ts';
import type { Site } from '../../kernel/app.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import { outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';

const periodText = z.string().max(10);

/** What is counted, in what, and by what. */
export const periodQuery = z.strictObject({
  by: z.enum(periodUnits).default('month').describe('Periods are whole months or days, in the reporting zone'),
  from: periodText.describe('The first period: `2021-08`, or by day `2021-08-01`'),
  to: periodText.describe('The last one; at most 12 months, or days of 3 months'),
  kind: z.enum(figureKinds).default('usage').describe('Usage, or the last reading in each period'),
});

export const tabQuery = z.enum(counterTabNames).optional().describe('One of the tabs; all of them when left out');

/** Which devices. */
export const deviceQuery = {
  group: z
    .union([outsideIdSchema('deviceGroup'), z.literal('none')])
    .optional()
    .describe('Only devices of this group, or of none'),
  type: z.string().max(40).optional().describe('Only devices of this kind'),
};

/** Names one of the columns; with `-` before it from the end. */
export const sortQuery = z
  .string()
  .regex(
    /^-?(?:name|serial|model|building|place|group|total|\d{4}-\d{2}(?:-\d{2})?|[a-z][A-Za-z0-9]{1,30}|own:[a-z][A-Za-z0-9_]{0,63})$/,
  )
  .optional()
  .describe('name, building, place, group, total, a period, or what is counted; "-" before it turns it round');

/** `groupId` is the inside ID of a group, or `none`. */
export type DeviceFilter = { groupId: string | null; type: string | null };

export function readDeviceFilter(
  site: Site,
  { group, type }: { group?: string | undefined; type?: string | undefined },
): DeviceFilter | Problem {
  if (type !== undefined && !deviceOptions(site).types.some(({ id }) => id === type))
    return platformProblem('malformed');
  return { groupId: group === undefined ? null : group === 'none' ? 'none' : insideId(group), type: type ?? null };
}

/** A question that makes sense: every period of it, and from which day on sizes of paper are kept. */
export type Question = {
  by: PeriodUnit;
  periods: string[];
  kind: FigureKind;
  timeZone: string;
  firstPaperDay: string;
  asOf: Date;
};

/** What can be asked for at a moment, in the reporting zone. */
export function keptBy(site: Site, now: Date, timeZone: string): Kept & { firstPaperDay: string } {
  return keptOn(civilDay(now, timeZone), counterOptions(site).keep);
}

/** Reads the periods of a question (C-04), cut in the reporting zone; what is wrong is told at its field. */
export function readQuestion(
  site: Site,
  asked: z.output<typeof periodQuery>,
  now: Date,
  timeZone: string,
): Question | Problem {
  const kept = keptBy(site, now, timeZone);
  const faults = checkPeriods(asked, kept);
  if (faults.length > 0)
    return platformProblem('invalid-fields', {
      errors: faults.map(({ field, code, params }) => ({
        pointer: `/${field}`,
        code: `counters/${code}`,
        ...(params && { params }),
      })),
    });
  return {
    by: asked.by,
    periods: periodsFrom(asked),
    kind: asked.kind,
    timeZone,
    firstPaperDay: kept.firstPaperDay,
    asOf: now,
  };
}
