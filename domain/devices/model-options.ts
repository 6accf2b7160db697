import { z } from 'zod';
import { rhythmSchema, silentAfterMinutesSchema } from '../alarms/rhythm-options.ts';
import { severities } from '../alarms/severity.ts';
import { counterDimensions } from '../counters/places.ts';
import { checkDigits } from '../identifiers/check-digit.ts';
import { serialPartKinds } from '../identifiers/serial-number.ts';
import { localisedSchema } from '../site/localised.ts';
import { entryCode, id, modelId, statusCode } from './words.ts';

const entriesMax = 100;
const number = z.number();
const unitText = z.string().trim().min(1).max(20);
const unit = unitText.optional().describe('Its unit, e.g. % or Wh; none for plain numbers');

export const metricKinds = ['number', 'integer', 'boolean', 'text'] as const;
export const settingKinds = ['number', 'integer', 'boolean', 'choice', 'window'] as const;

const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(serialPartKinds.filter((kind) => kind !== 'literal')).describe('Which characters stand here'),
    length: z.int().min(1).max(20).describe('How many'),
  }),
  z.strictObject({
    kind: z.literal('literal').describe('A text that always stands here'),
    text: z
      .string()
      .regex(/^[0-9A-Z]{1,20}$/, 'capitals and digits, at most 20')
      .describe('The text'),
  }),
]);

const serialSchema = z.strictObject({
  parts: z.array(partSchema).min(1).max(12).describe('Pieces of a serial number, in their order'),
  checkDigit: z.enum(checkDigits).default('none').describe('How its last character checks those before it'),
});

const labelCodeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all').describe('Every unit has one') }),
  z.strictObject({ kind: z.literal('none').describe('No unit has one') }),
  z.strictObject({
    kind: z.literal('made-from').describe('Those made in a month or later'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2024-07')
      .describe('The first month'),
  }),
  z.strictObject({
    kind: z.literal('serial-from').describe('Those with a serial number or one after it'),
    serial: z
      .string()
      .regex(/^[0-9A-Z]{1,40}$/, 'a serial number in capitals and digits')
      .describe('The first serial number'),
  }),
]);
/** Which units of a model carry a code for a camera to read. */
export type LabelCode = z.output<typeof labelCodeSchema>;

const metricSchema = z.strictObject({
  code: entryCode.describe('As devices send it; its place in the list never changes'),
  name: localisedSchema(80).describe('As people see it'),
  unit,
  kind: z.enum(metricKinds).default('number').describe('What its values are'),
  cumulative: z.boolean().default(false).describe('Whether it is a total that only grows; a fall is marked'),
  min: number.optional().describe('Values below are marked'),
  max: number.optional().describe('Values above are marked'),
});

const counterSchema = z.strictObject({
  code: entryCode.describe('As devices send it; its place in the list never changes'),
  name: localisedSchema(80).describe('As people see it'),
  unit: z
    .union([unitText, z.strictObject({ ja: unitText.describe('In Japanese'), en: unitText.describe('In English') })])
    .optional()
    .describe('Its unit, e.g. A4 or { ja: 杯, en: cups }'),
  ...counterDimensions,
});

export const settingSchema = z.strictObject({
  code: entryCode.describe('As devices take it; its place in the list never changes'),
  name: localisedSchema(80).describe('As people see it'),
  unit,
  kind: z
    .enum(settingKinds)
    .default('number')
    .describe('What is set; a window is a span of each day, such as 23:00-05:00'),
  min: number.optional().describe('Nothing below is sent to a device'),
  max: number.optional().describe('Nothing above is sent to a device'),
  step: z
    .number()
    .positive()
    .optional()
    .describe(
      'Values go up in steps of this from `min` (or 0) on; for a window in minutes, of which an hour is a multiple',
    ),
  choices: z
    .array(
      z.strictObject({
        code: entryCode.describe('As devices take it'),
        name: localisedSchema(80).describe('As people see it'),
      }),
    )
    .max(50)
    .optional()
    .describe('What can be chosen, for the kind choice'),
});

const statusSchema = z.strictObject({
  code: statusCode.describe('As devices send it, as a state or an event'),
  severity: z
    .enum(['normal', ...severities])
    .describe('How bad it is; "normal" raises no alarm, "unknown" is what nobody can tell'),
  name: localisedSchema(80).describe('What it is, as people see it'),
  remedy: localisedSchema(400).optional().describe('What to do about it'),
});

const entries = <T extends z.ZodType>(schema: T) => z.array(schema).max(entriesMax).default([]);

export const modelSchema = z.strictObject({
  id: modelId.describe('The model as printed on the unit; rows name it for ever'),
  name: localisedSchema(80).describe('As people see it'),
  type: id.describe('Its kind, one of `types`'),
  serial: serialSchema.describe('How its serial numbers are written'),
  warrantyMonths: z
    .int()
    .min(1)
    .max(240)
    .optional()
    .describe('Months of warranty from the date of purchase; none when left out'),
  supportUntil: z.iso.date().optional().describe('The last day of support'),
  labelCode: labelCodeSchema
    .default({ kind: 'all' })
    .describe('Which units carry a bar or square code with the serial number; that of others is typed (L-05)'),
  claimCode: z.boolean().default(false).describe('Whether who registers a unit must know the code delivered with it'),
  registeredTo: z
    .array(id)
    .max(20)
    .optional()
    .describe(
      'Kinds of devices to which a unit may be registered, e.g. a battery to a UPS; it may stand by itself all the same',
    ),
  standsAlone: z
    .boolean()
    .default(true)
    .describe('Whether a unit may be registered without naming the device with which it is used'),
  retired: z.iso.date().optional().describe('Since when it is no longer made; units of it stay'),
  metrics: entries(metricSchema).describe('What it measures'),
  counters: entries(counterSchema).describe('What it counts'),
  settings: entries(settingSchema).describe('What can be set on it'),
  statuses: entries(statusSchema).describe('States and events that it reports; one that is not here is "unknown"'),
  reportsStatus: z
    .boolean()
    .default(true)
    .describe('Whether its protocol can say how it is; one that cannot is shown as normal, with the remark'),
  silentAfterMinutes: silentAfterMinutesSchema,
  rhythm: rhythmSchema.default({ kind: 'always' }),
});
