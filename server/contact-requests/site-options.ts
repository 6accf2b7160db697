import { z } from 'zod';
import { requestKinds } from '../../domain/contact-requests/kinds.ts';
import { contactRequestOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';

const shown = z.strictObject({ kinds: z.array(z.enum(requestKinds)), strangers: z.boolean(), keptDays: z.int() });

/** What the form has to know. Kinds may come and go: a request keeps what it was. */
export const contactRequestSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => {
    const { kinds, strangers, keptDays } = contactRequestOptions(site);
    return { kinds, strangers, keptDays };
  },
  codes: () => [],
};
