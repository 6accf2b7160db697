import { z } from 'zod';
import { entryCode, modelId } from '../devices/words.ts';
import { localisedSchema } from '../site/localised.ts';

const modelsMax = 500;
const suppliesMax = 20;
const orderNumberMax = 40;

/** What a supply gives; decides how it is drawn. */
export const supplyColours = [
  'black',
  'cyan',
  'magenta',
  'yellow',
  'matteBlack',
  'grey',
  'lightCyan',
  'lightMagenta',
] as const;
export type SupplyColour = (typeof supplyColours)[number];

const supplySchema = z.strictObject({
  metric: entryCode.describe('The metric of the model that says how much is left'),
  colour: z.enum(supplyColours).describe('What it gives'),
  name: localisedSchema(80).describe('As people see it and order it'),
  order: z.string().trim().min(1).max(orderNumberMax).optional().describe('Under which number it is ordered'),
  full: z.number().positive().max(1_000_000).default(100).describe('What the metric says when it is full, in its unit'),
});
export type Supply = z.output<typeof supplySchema>;

/** What a site says about the toner and ink of its devices (C-12). */
export const tonerOptionsSchema = z
  .strictObject({
    lowAt: z
      .number()
      .min(1)
      .max(50)
      .default(10)
      .describe('Per cent of a full supply at and below which it is low, and its toner manager is told once'),
    models: z
      .array(
        z.strictObject({
          model: modelId.describe('One of the models of `capabilities.devices`'),
          supplies: z.array(supplySchema).min(1).max(suppliesMax).describe('Its supplies, in the order they are shown'),
        }),
      )
      .min(1)
      .max(modelsMax)
      .describe('Models with supplies; the others show none'),
  })
  .superRefine(({ models }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    repeats(models.map(({ model }) => model)).forEach((at) => refuse(['models', at, 'model'], 'each model once'));
    models.forEach(({ supplies }, at) =>
      repeats(supplies.map(({ metric }) => metric)).forEach((which) =>
        refuse(['models', at, 'supplies', which, 'metric'], 'each metric once'),
      ),
    );
  })
  .describe('Toner and ink: how much is left, when it will be empty, what to order');
export type TonerOptions = z.output<typeof tonerOptionsSchema>;

function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
