import { z } from 'zod';
import { deviceIdFormats } from '../identifiers/device-id.ts';
import { localisedSchema } from '../site/localised.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, first a letter, at most 40');
// A product name enters the key's tag, so it is fixed for ever and kept to plain characters.
const product = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '1 to 40 letters, digits, hyphens and underscores');

const categorySchema = z.strictObject({
  id: id.describe('Names the category in rows, requests and import files'),
  name: localisedSchema().describe('As people see it'),
  hint: localisedSchema(400).optional().describe('A sentence under the name'),
  idFormat: z.enum(deviceIdFormats).describe('How its device IDs are written: 16 hex digits, or 12 as a MAC address'),
  issuedHere: z.boolean().default(true).describe('Whether keys are issued here; then `product` is needed'),
  elsewhere: localisedSchema(400).optional().describe('Where to go when keys are not issued here'),
  product: product.optional().describe("Name of the product; enters each unit's secret and every key's tag"),
});
export type Category = z.output<typeof categorySchema>;

const featureSchema = z.strictObject({
  code: z.int().min(0).max(255).describe("The feature's number inside the key; never reused"),
  name: localisedSchema().describe('As people and units show it'),
  productNumbers: z
    .array(z.string().trim().min(1).max(40))
    .min(1)
    .max(100)
    .describe('Sales codes of activation keys that buy the feature; each stands once in the file'),
  product: product.optional().describe('Only units of this product have the feature; without it, all of them'),
});
export type Feature = z.output<typeof featureSchema>;

const schemeSchema = z.strictObject({
  issue: z.int().min(0).max(15).describe('The key version of new bindings; older ones keep theirs'),
  versions: z
    .array(
      z.strictObject({
        version: z.int().min(0).max(15).describe('Number of the key version'),
        master: id.describe('Name of the master secret at the key provider'),
      }),
    )
    .min(1)
    .max(16)
    .describe('Every key version; units are made with a secret for each'),
});
export type Scheme = z.output<typeof schemeSchema>;

type Options = {
  categories: Category[];
  features: Feature[];
  scheme: Scheme;
};

/** What a site says about registration keys (K-03.1, K-11). */
export const registrationKeyOptionsSchema = z
  .strictObject({
    categories: z
      .array(categorySchema)
      .min(1)
      .max(50)
      .describe('Kinds of devices, in the order in which they are offered'),
    features: z.array(featureSchema).min(1).max(256).describe('What keys switch on'),
    scheme: schemeSchema.describe('Key versions and their master secrets'),
    registrationIdDigits: z.int().min(8).max(32).default(16).describe('Hex digits of a registration ID'),
    keysPerIssueMax: z.int().min(1).max(8).default(8).describe('Activation keys in one go of the wizard'),
  })
  .superRefine((options, context) => checkOptions(options, context))
  .describe('Activation keys become registration keys that switch on features of a unit');
export type RegistrationKeyOptions = z.output<typeof registrationKeyOptionsSchema>;

function checkOptions({ categories, features, scheme }: Options, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  repeats(categories.map((one) => one.id)).forEach((at) =>
    refuse(['categories', at, 'id'], 'a category ID that no other category has'),
  );
  repeats(features.map((one) => one.code)).forEach((at) =>
    refuse(['features', at, 'code'], 'a feature code that no other feature has'),
  );
  categories.forEach((category, at) => {
    if (category.issuedHere && !category.product)
      refuse(['categories', at], '"product", because keys of this category are issued here');
    if (!category.issuedHere && !category.elsewhere)
      refuse(['categories', at], '"elsewhere", because keys of this category are not issued here');
  });
  const seen = new Set<string>();
  features.forEach((feature, at) => {
    feature.productNumbers.forEach((number, index) => {
      if (seen.has(number))
        refuse(['features', at, 'productNumbers', index], 'a product number that stands nowhere else');
      seen.add(number);
    });
    if (feature.product && !categories.some((one) => one.product === feature.product)) {
      refuse(['features', at, 'product'], 'the product of one of the categories');
    }
  });
  const versions = scheme.versions.map((one) => one.version);
  repeats(versions).forEach((at) => refuse(['scheme', 'versions', at, 'version'], 'each key version once'));
  if (!versions.includes(scheme.issue)) refuse(['scheme', 'issue'], 'one of the versions listed');
}

function repeats(values: readonly (string | number)[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

/** The category of this ID, or null. */
export function findCategory(options: RegistrationKeyOptions, categoryId: string): Category | null {
  return options.categories.find((one) => one.id === categoryId) ?? null;
}

/** The feature that a product number buys in a category, or null when the site sells no such thing there. */
export function findFeature(
  options: RegistrationKeyOptions,
  productNumber: string,
  categoryId: string,
): Feature | null {
  const feature = options.features.find((one) => one.productNumbers.includes(productNumber));
  if (!feature) return null;
  const product = findCategory(options, categoryId)?.product;
  return feature.product === undefined || feature.product === product ? feature : null;
}
