import { z } from 'zod';
import { checkOptions } from './check-options.ts';
import { networkFields, registrationFields } from './fields.ts';
import { modelSchema } from './model-options.ts';
import { localisedSchema } from '../site/localised.ts';
import { timeZoneSchema } from '../site/time-zone.ts';
import { columnKey, id } from './words.ts';

/** What people ask. */
export const helpQuestions = ['missing', 'silent', 'address', 'successor', 'moved', 'login', 'club', 'sold'] as const;

/** Pictures of kinds of devices. */
export const typeIcons = ['mono-mfp', 'colour-mfp', 'mono-printer', 'colour-printer', 'large-format'] as const;
export type TypeIcon = (typeof typeIcons)[number];

const typeSchema = z.strictObject({
  id: id.describe('Names the kind in models, lists and files'),
  name: localisedSchema(80).describe('As people see it'),
  icon: z.enum(typeIcons).optional().describe('The picture beside the state of one in lists'),
});

const fieldSchema = z.strictObject({
  field: z.enum(registrationFields).describe('What is asked'),
  required: z.boolean().default(false).describe('Whether it must be filled in'),
  choices: z
    .array(timeZoneSchema)
    .min(1)
    .max(50)
    .optional()
    .describe('For the field timeZone: the zones that can be chosen; who chooses none is in the zone of the site'),
  name: localisedSchema(40).optional().describe('What people call it at this site, where that is another word'),
});
const unusualFields: readonly string[] = ['installation', 'timeZone', ...networkFields];
/** Asked where a site does not say what: what every site had from the beginning. */
const usualFields = registrationFields.filter((field) => !unusualFields.includes(field));

const nounMax = 30;
const nounSchema = z.strictObject({
  one: localisedSchema(nounMax).describe(
    'One of them; in English with which "a" can stand before, and the way it stands within a sentence',
  ),
  many: localisedSchema(nounMax).describe('Many of them'),
});

const transferSchema = z.strictObject({
  follows: z
    .strictObject({
      warranty: z.boolean().default(true).describe('Whether the warranty goes on with the new owner'),
      keys: z.boolean().default(true).describe('Whether codes and keys of the device go on with the new owner'),
    })
    .prefault({})
    .describe('What passes to the new owner with a device'),
  waitingDays: z
    .int()
    .min(0)
    .max(90)
    .default(14)
    .describe(
      'Days that an operator waits after telling the owner, before a device passes without the owner’s consent',
    ),
});

const listSchema = z.strictObject({
  columns: z
    .array(columnKey)
    .min(1)
    .max(20)
    .default(['serial', 'model', 'purchasedOn', 'warrantyUntil', 'endedOn', 'remarks', 'company'])
    .describe('Columns of the list and its file, in their order; those of other capabilities among them'),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,40}$/, 'the key of a column, with - before it for falling order')
    .default('-registeredAt')
    .describe('The order in which the list begins'),
});

/** What a site says about its devices (P-30, U-03, U-05). */
export const deviceOptionsSchema = z
  .strictObject({
    noun: nounSchema
      .default({ one: { ja: '機器', en: 'device' }, many: { ja: '機器', en: 'devices' } })
      .describe('What people call a device in the menu and on pages'),
    types: z.array(typeSchema).min(1).max(20).describe('Kinds of devices, e.g. UPS and battery'),
    models: z.array(modelSchema).min(1).max(500).describe('What is made'),
    registration: z
      .strictObject({
        fields: z
          .array(fieldSchema)
          .max(registrationFields.length)
          .default(usualFields.map((field) => ({ field, required: false })))
          .describe('What is asked beside the serial number, in its order'),
      })
      .prefault({})
      .describe('What a customer is asked about a device'),
    transfer: transferSchema.prefault({}).describe('How a device passes from one organization to another'),
    list: listSchema.prefault({}).describe('The list of devices'),
    help: z
      .array(z.enum(helpQuestions))
      .max(helpQuestions.length)
      .default(['successor', 'moved', 'login', 'club', 'sold'])
      .describe('What the help page answers, in its order'),
  })
  .superRefine((options, context) => checkOptions(options, context))
  .describe('Devices: what was made, whose it is, where it stands');
export type DeviceOptions = z.output<typeof deviceOptionsSchema>;
export type DeviceModel = DeviceOptions['models'][number];

/** The model of this ID, or null; models are never dropped from a site's data while rows name them. */
export function findModel({ models }: Pick<DeviceOptions, 'models'>, modelId: string): DeviceModel | null {
  return models.find((one) => one.id === modelId) ?? null;
}

/** What people may call each model, made once: files name one in every row. */
const byName = new WeakMap<DeviceModel[], Map<string, DeviceModel>>();

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

/** A model as people name it: by its ID as printed, or its name in either language, in any width and case. */
export function findModelNamed({ models }: Pick<DeviceOptions, 'models'>, typed: string): DeviceModel | null {
  const known = byName.get(models) ?? new Map<string, DeviceModel>();
  if (!byName.has(models)) {
    for (const model of models)
      for (const name of [model.id, model.name.ja, model.name.en])
        if (!known.has(bare(name))) known.set(bare(name), model);
    byName.set(models, known);
  }
  return known.get(bare(typed)) ?? null;
}
