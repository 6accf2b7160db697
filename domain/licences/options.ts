import { z } from 'zod';
import { entryCode, id, modelId } from '../devices/words.ts';
import { localisedSchema } from '../site/localised.ts';

const typesMax = 20;
const termsMax = 20;
const featuresMax = 50;
const modelsMax = 500;
const monthsMax = 240;
const remindersMax = 10;
const daysMax = 366;
const formerKeysMax = 5;

const days = z.array(z.int().min(1).max(daysMax)).max(remindersMax);

const featureSchema = z.strictObject({
  code: entryCode.describe('As devices are told it; never reused'),
  name: localisedSchema(80).describe('As people see it'),
  types: z.array(id).min(1).max(typesMax).describe('The types of licences whose devices can do it'),
  expired: z.boolean().describe('Whether a device goes on doing it when its licence has expired (L-08)'),
});
export type LicenceFeature = z.output<typeof featureSchema>;

const typeSchema = z.strictObject({
  id: id.describe('Names the type in rows, requests and files; never changed'),
  name: localisedSchema(80).describe('As people see it'),
  models: z
    .array(modelId)
    .min(1)
    .max(modelsMax)
    .describe('Models of `capabilities.devices` that run on a licence of this type'),
  perCustomer: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('How many devices of these models one customer can have (L-05); any number when left out'),
});
export type LicenceType = z.output<typeof typeSchema>;

/** What a site says about licences (L-02, L-05, L-07, L-08, L-12). */
export const licenceOptionsSchema = z
  .strictObject({
    types: z.array(typeSchema).min(1).max(typesMax).describe('Types of licences'),
    terms: z
      .array(z.int().min(1).max(monthsMax))
      .min(1)
      .max(termsMax)
      .describe('Bought terms, in whole months; one in use is never dropped'),
    features: z.array(featureSchema).min(1).max(featuresMax).describe('What devices do, with a licence and without'),
    entitlement: z
      .strictObject({
        master: id.describe('Name of the signing key at the key provider; devices know its public half by it (`kid`)'),
        former: z
          .array(id)
          .max(formerKeysMax)
          .default([])
          .describe('Signing keys before it: their public halves stay published, for a day at least'),
      })
      .describe('What devices are told that they may do; the answer is signed (L-08)'),
    reminders: z
      .strictObject({
        dealer: days.default([90, 60, 30, 14]).describe('Days before the expiry on which the dealer is reminded'),
        hours: z
          .int()
          .min(1)
          .max(168)
          .default(24)
          .describe('Hours before the expiry at which the dealer is reminded for the last time'),
        customer: days.default([14, 1]).describe('Days before the expiry on which the customer is reminded'),
        at: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 09:00')
          .default('09:00')
          .describe('When on those days, where the site is'),
      })
      .prefault({})
      .describe('Who is reminded before licences expire (L-07)'),
    shop: z
      .strictObject({
        link: z.url({ protocol: /^https$/ }).describe('Where licences are bought; a link on the page of the stock'),
        master: id.describe('Name of the secret at the key provider with which the shop signs its orders'),
      })
      .optional()
      .describe('A shop that tells its orders (L-12); none when left out'),
  })
  .superRefine(({ types, features }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const known = types.map(({ id: type }) => type);
    known.forEach((type, at) => {
      if (known.indexOf(type) < at) refuse(['types', at, 'id'], 'stands here twice');
    });
    const models = types.flatMap(({ models: some }) => some);
    types.forEach((type, at) =>
      type.models.forEach((model, index) => {
        if (models.filter((one) => one === model).length > 1)
          refuse(['types', at, 'models', index], 'stands here twice: a device takes licences of one type');
      }),
    );
    features.forEach((feature, at) => {
      if (features.findIndex(({ code }) => code === feature.code) < at)
        refuse(['features', at, 'code'], 'stands here twice');
      feature.types.forEach((type, index) => {
        if (!known.includes(type)) refuse(['features', at, 'types', index], 'one of the types under "types"');
      });
    });
  })
  .describe('Licences: bought by dealers, assigned to customers, each runs one device for a term');
export type LicenceOptions = z.output<typeof licenceOptionsSchema>;
