import { z } from 'zod';
import { modelId } from '../devices/words.ts';
import { codeLengths } from './lengths.ts';

export const versionMax = 255;
const versionsMax = 16;
const schemesMax = 20;
const modelsMax = 1_000;

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, first a letter, at most 40');
const version = z.int().min(0).max(versionMax);

const schemeSchema = z.strictObject({
  id: id.describe('Names the scheme in `models`'),
  length: z
    .enum(codeLengths)
    .describe('`bits10`: 0–1023, shown as 4 decimal and 10 binary digits; else so many decimal digits'),
  issue: version.describe('The version of codes given out from now on; older ones keep theirs'),
  versions: z
    .array(
      z.strictObject({
        version: version.describe('Number of the version; enters every code'),
        master: id.describe('Name of the master secrets at the key provider; each model has one of its own under it'),
        shippedFrom: z.iso
          .date()
          .optional()
          .describe(
            'Units shipped before this day were made with the version listed before; without it all units hold this one',
          ),
      }),
    )
    .min(1)
    .max(versionsMax)
    .describe('Every version, oldest first'),
});
export type UnlockScheme = z.output<typeof schemeSchema>;

type Options = { schemes: UnlockScheme[]; models: { model: string; scheme: string }[] };

/** What a site says about unlock codes (U-10). */
export const unlockCodeOptionsSchema = z
  .strictObject({
    schemes: z.array(schemeSchema).min(1).max(schemesMax).describe('How codes are made'),
    models: z
      .array(
        z.strictObject({
          model: modelId.describe('One of the models of `capabilities.devices`'),
          scheme: id.describe('The scheme of its codes; never changed'),
        }),
      )
      .min(1)
      .max(modelsMax)
      .describe('Models whose units are unlocked by a code; the others have none'),
  })
  .superRefine((options, context) => checkOptions(options, context))
  .describe('Units leave the factory locked; whoever registers one gets the code that unlocks it');
export type UnlockCodeOptions = z.output<typeof unlockCodeOptionsSchema>;

function checkOptions({ schemes, models }: Options, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  repeats(schemes.map((one) => one.id)).forEach((at) =>
    refuse(['schemes', at, 'id'], 'a scheme ID that no other scheme has'),
  );
  // Two models may not differ in case alone: their masters have names in lower case.
  repeats(models.map((one) => one.model.toLowerCase())).forEach((at) =>
    refuse(['models', at, 'model'], 'each model once'),
  );
  models.forEach((one, at) => {
    if (!schemes.some((scheme) => scheme.id === one.scheme)) refuse(['models', at, 'scheme'], 'one of the schemes');
  });
  schemes.forEach(({ issue, versions }, at) => {
    const path = ['schemes', at];
    const numbers = versions.map((one) => one.version);
    repeats(numbers).forEach((index) => refuse([...path, 'versions', index, 'version'], 'each version once'));
    if (!numbers.includes(issue)) refuse([...path, 'issue'], 'one of the versions listed');
    checkDates(versions, (index, message) => refuse([...path, 'versions', index, 'shippedFrom'], message));
  });
  const masters = schemes.flatMap((scheme) => scheme.versions.map((one) => one.master));
  const places = schemes.flatMap((scheme, at) => scheme.versions.map((_, index) => ['schemes', at, 'versions', index]));
  repeats(masters).forEach((at) => refuse([...(places[at] ?? []), 'master'], 'a name that no other version has'));
}

function checkDates(versions: UnlockScheme['versions'], refuse: (index: number, message: string) => void): void {
  let last = '';
  versions.forEach(({ shippedFrom }, index) => {
    if (shippedFrom === undefined) return;
    if (index === 0) refuse(index, 'nothing, because no version is listed before it');
    else if (shippedFrom <= last) refuse(index, 'a day after that of the versions before');
    last = shippedFrom;
  });
}

function repeats(values: readonly (string | number)[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

/** The scheme of a model's codes, or null when its units are not locked. */
export function findScheme(options: UnlockCodeOptions, modelId: string): UnlockScheme | null {
  const scheme = options.models.find((one) => one.model === modelId)?.scheme;
  return options.schemes.find((one) => one.id === scheme) ?? null;
}

/**
 * The version that a unit was made with: the one in issue, or an earlier one when it was shipped before that came in.
 * @param shippedOn the civil day, or null when it is not known: then the version in issue.
 */
export function versionFor({ issue, versions }: UnlockScheme, shippedOn: string | null): number {
  let at = versions.findIndex((one) => one.version === issue);
  while (at > 0 && shippedOn !== null && shippedOn < (versions[at]?.shippedFrom ?? '')) at -= 1;
  return versions[at]?.version ?? issue;
}
