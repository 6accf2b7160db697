import { z } from 'zod';
import { unknownReasons } from '../../domain/toner/codes.ts';
import { supplyColours } from '../../domain/toner/options.ts';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import { instant, localised, organizationPath, outsideIdSchema, pageOf, sortBy } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import {
  forecastIn,
  tonerSorts,
  tonerStates,
  withinChoices,
  withinDefault,
  type TonerFilter,
  type TonerRow,
} from './rows.ts';
import { findSupply } from './supplies.ts';

const searchCharactersMax = 100;

export const withinQuery = z.coerce
  .number()
  .refine((days): days is (typeof withinChoices)[number] => withinChoices.some((one) => one === days))
  .default(withinDefault)
  .describe('Days to look ahead: 7, 14, 30, 60 or 90');

export const tonerQuery = z.strictObject({
  state: z
    .enum(tonerStates)
    .optional()
    .describe('low, or soon: low or expected to be empty within the days to look ahead'),
  within: withinQuery,
  colour: z.enum(supplyColours).optional(),
  group: z
    .union([outsideIdSchema('deviceGroup'), z.literal('none')])
    .optional()
    .describe('Only devices of this group, or of none'),
  manager: z.enum(['none']).optional().describe('none: only devices without a toner manager'),
  text: z
    .string()
    .max(searchCharactersMax)
    .optional()
    .describe('A part of device name, serial number, building or place, in any width and case'),
  sort: sortBy(tonerSorts),
});
export type TonerQuery = z.output<typeof tonerQuery>;

export function filterOf({ state, within, colour, group, manager, text }: Omit<TonerQuery, 'sort'>): TonerFilter {
  return {
    state: state ?? null,
    withinDays: within,
    colour: colour ?? null,
    groupId: group === undefined ? null : group === 'none' ? 'none' : insideId(group),
    withoutManager: manager === 'none',
    text: text?.trim() ?? '',
    deviceId: null,
  };
}

const day = z.iso.date();
export const forecast = z.union([
  /** `latest` is null where slow weeks use nothing. */
  z.strictObject({ kind: z.literal('day'), day, earliest: day, latest: day.nullable() }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);

export const supplyView = z.strictObject({
  supply: z.string(),
  colour: z.enum(supplyColours),
  name: localised,
  order: z.string().nullable(),
  /** Per cent of a full one; null is "-": none was reported. */
  level: z.number().nullable(),
  at: instant.nullable(),
  low: z.boolean(),
  forecast,
  /** Per cent a day, usually. */
  usual: z.number().nullable(),
  /** Of how many days the trend is made. */
  days: z.int(),
  refilledOn: day.nullable(),
});

export const managerView = z.strictObject({ user: outsideIdSchema('user'), name: z.string(), mail: z.string() });

const tonerItem = supplyView.omit({ name: true }).extend({
  device: outsideIdSchema('device'),
  serial: z.string(),
  model: z.string(),
  name: z.string(),
  building: z.string(),
  place: z.string(),
  group: z.string().nullable(),
  supplyName: localised,
  /** Null for people of other organizations, too. */
  manager: managerView.nullable(),
});

export const tonerList = pageOf(tonerItem).extend({
  /** How many of one's own devices with supplies have nobody who is told. */
  withoutManager: z.int(),
  timeZone: z.string(),
});

export const devicePath = organizationPath.extend({ device: outsideIdSchema('device') });

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

export function presentSupply(site: Site, row: TonerRow): z.infer<typeof supplyView> {
  const supply = findSupply(site, row.model, row.supply);
  if (!supply) throw new Error(`a supply without data: ${row.model} ${row.supply}`);
  const level = row.level === null ? null : oneDecimal(row.level);
  return {
    supply: row.supply,
    colour: supply.colour,
    name: supply.name,
    order: supply.order ?? null,
    level,
    at: row.at?.toISOString() ?? null,
    low: row.level !== null && row.level <= tonerOptions(site).lowAt,
    forecast: forecastIn(site, row),
    usual: row.usual === null ? null : Math.round(row.usual * 100) / 100,
    days: row.days ?? 0,
    refilledOn: row.refilledOn,
  };
}

export function presentManager(row: Pick<TonerRow, 'managerId' | 'managerName' | 'managerMail'>) {
  const { managerId, managerName, managerMail } = row;
  return managerId ? { user: outsideId('user', managerId), name: managerName ?? '', mail: managerMail ?? '' } : null;
}

export function presentRow(site: Site, row: TonerRow): z.infer<typeof tonerItem> {
  const { name, ...supply } = presentSupply(site, row);
  return {
    ...supply,
    supplyName: name,
    device: outsideId('device', row.deviceId),
    serial: row.serial,
    model: row.model,
    name: row.name,
    building: row.building,
    place: row.remarks,
    group: row.groupName,
    manager: presentManager(row),
  };
}
