import { z } from 'zod';
import { entryCode, modelId } from '../devices/words.ts';
import { localisedSchema } from '../site/localised.ts';

const modelsMax = 100;
const statesMax = 50;

const meterSchema = z.strictObject({
  power: entryCode.describe('The metric of its power, in W'),
  energy: entryCode.optional().describe('The metric that counts it in Wh; else it is summed up from the power'),
});

const storeSchema = z.strictObject({
  power: entryCode.describe('The metric of its power in W, above zero while it charges'),
  charge: entryCode.optional().describe('The metric of how full it is, in %'),
  state: entryCode.optional().describe('The metric whose text says what it does; its words stand under `states`'),
  charged: entryCode.optional().describe('The metric that counts what went in, in Wh'),
  discharged: entryCode.optional().describe('The metric that counts what came out, in Wh'),
});

const modelSchema = z
  .strictObject({
    model: modelId.describe('One of the models of `capabilities.devices`'),
    solar: meterSchema.optional().describe('What the sun gives'),
    consumed: meterSchema.optional().describe('What is used'),
    bought: meterSchema.optional().describe('What comes from the grid'),
    sold: meterSchema.optional().describe('What goes to the grid'),
    battery: storeSchema.optional().describe('The battery'),
    ev: storeSchema.optional().describe('An electric vehicle'),
  })
  .describe('Which metrics of a model are which flow');
export type FlowModel = z.output<typeof modelSchema>;

/** What a site says about the flows of energy that its devices measure (E-06, E-07). */
export const powerFlowOptionsSchema = z
  .strictObject({
    models: z.array(modelSchema).min(1).max(modelsMax).describe('Models that measure flows; the others show none'),
    states: z
      .array(
        z.strictObject({
          code: z.string().trim().min(1).max(64).describe('As devices say it'),
          name: localisedSchema(40).describe('As people see it'),
        }),
      )
      .max(statesMax)
      .default([])
      .describe('Words for what a battery or a vehicle does; one that is not here is shown as the device says it'),
  })
  .superRefine(({ models, states }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    repeats(models.map((one) => one.model)).forEach((at) => refuse(['models', at, 'model'], 'each model once'));
    repeats(states.map((one) => one.code)).forEach((at) => refuse(['states', at, 'code'], 'each code once'));
  })
  .describe('The picture and the history of what devices produce, use, store, buy and sell');
export type PowerFlowOptions = z.output<typeof powerFlowOptionsSchema>;

function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
