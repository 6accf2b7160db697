import { z } from 'zod';
import { codeLengths } from '../../domain/unlock-codes/lengths.ts';
import { findScheme } from '../../domain/unlock-codes/options.ts';
import { unlockCodeOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { openMasters } from './masters.ts';

const shown = z.strictObject({
  /** Models whose units are unlocked by a code, and how long it is. */
  models: z.array(z.strictObject({ model: z.string(), length: z.enum(codeLengths) })),
});

/** What this capability makes of a site's data: what the pages see, what must never change, which masters it needs. */
export const unlockCodeSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => {
    const options = unlockCodeOptions(site);
    const models = options.models.flatMap(({ model }) => {
      const scheme = findScheme(options, model);
      return scheme ? [{ model, length: scheme.length }] : [];
    });
    return { models };
  },
  codes: (site) => {
    const { schemes, models } = unlockCodeOptions(site);
    return [
      ...schemes.flatMap(({ id, length, versions }) => [
        { kind: 'unlock-scheme', code: id, fixed: { length } },
        ...versions.map(({ version, master }) => ({
          kind: 'unlock-version',
          code: `${id}/${version}`,
          fixed: { master },
        })),
      ]),
      ...models.map(({ model, scheme }) => ({ kind: 'unlock-model', code: model, fixed: { scheme } })),
    ];
  },
  open: openMasters,
};
