import { z } from 'zod';
import { deviceIdFormats } from '../../domain/identifiers/device-id.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { localised } from '../kernel/http/schemas.ts';
import { openMasters } from './masters.ts';

const shown = z.strictObject({
  categories: z.array(
    z.strictObject({
      id: z.string(),
      name: localised,
      hint: localised.optional(),
      idFormat: z.enum(deviceIdFormats),
      issuedHere: z.boolean(),
      elsewhere: localised.optional(),
    }),
  ),
  registrationIdDigits: z.int(),
  keysPerIssueMax: z.int(),
});

/** What this capability makes of a site's data: what the pages see, what must never change, which masters it needs. */
export const registrationKeySite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => {
    const { categories, registrationIdDigits, keysPerIssueMax } = registrationKeyOptions(site);
    const shownCategories = categories.map(({ id, name, hint, idFormat, issuedHere, elsewhere }) => ({
      id,
      name,
      idFormat,
      issuedHere,
      ...(hint && { hint }),
      ...(elsewhere && { elsewhere }),
    }));
    return { categories: shownCategories, registrationIdDigits, keysPerIssueMax };
  },
  codes: (site) => {
    const { categories, features, scheme } = registrationKeyOptions(site);
    return [
      ...categories.map(({ id, idFormat, product }) => ({
        kind: 'category',
        code: id,
        fixed: { idFormat, product: product ?? null },
      })),
      ...features.map(({ code, product }) => ({
        kind: 'feature',
        code: String(code),
        fixed: { product: product ?? null },
      })),
      ...scheme.versions.map(({ version, master }) => ({
        kind: 'key-version',
        code: String(version),
        fixed: { master },
      })),
    ];
  },
  open: openMasters,
};
